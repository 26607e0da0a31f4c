//! Reading an organisation's rule set file: every problem at once, and nothing taken from a file that has one.

use scrubline::Lists;
use scrubline::ruleset::{self, RuleSetError, SourceFile};

/// Most bytes a rule set may have.
const MAX_BYTES: usize = 2 * 1024 * 1024;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; `None` when it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem of the whole file.
    pub fn whole(message: impl Into<String>) -> Self {
        Self { line: None, message: message.into(), hint: None }
    }
}

/// Reads a file and gives the rule set in it as canonical JSON. Examples of rules about names need `lists`.
///
/// # Errors
/// Every problem of the file, its rules' own examples included.
pub fn read(name: &str, bytes: &[u8], lists: &Lists) -> Result<String, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![Problem::whole(format!("the file has {} bytes; a rule set has at most {MAX_BYTES}", bytes.len()))]);
    }
    let file = SourceFile::new(name, bytes.to_vec()).map_err(|error| vec![problem(&error)])?;
    let (set, places) = ruleset::parse(&[file]).map_err(|errors| problems(&errors))?;
    let failing = places.check(&set, lists);
    if !failing.is_empty() {
        return Err(problems(&failing));
    }
    serde_json::to_string(&set).map_err(|error| vec![Problem::whole(format!("the rule set cannot be stored: {error}"))])
}

fn problems(errors: &[RuleSetError]) -> Vec<Problem> {
    errors.iter().map(problem).collect()
}

fn problem(error: &RuleSetError) -> Problem {
    let message = match &error.rule {
        Some(rule) => format!("{rule}: {}", error.kind),
        None => error.kind.to_string(),
    };
    Problem { line: (error.line > 0).then_some(error.line), message, hint: error.kind.hint() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = r#"
[ruleset]
id = "maple-grove"
version = 1
title = "Maple Grove Family Clinic"
description = "What is ours."
updated = 2026-11-22

[profile]
organisations = ["Maple Grove Family Clinic"]
phones = ["212-555-0182"]
"#;

    fn problems_of(text: &str) -> Vec<Problem> {
        read("clinic.toml", text.as_bytes(), &Lists::default()).expect_err("the file has problems")
    }

    #[test]
    fn a_profile_without_rules_is_taken() {
        let json = read("clinic.toml", PROFILE.as_bytes(), &Lists::default()).expect("the file is fine");
        let set: ruleset::RuleSet = serde_json::from_str(&json).expect("canonical JSON reads back");
        assert_eq!((set.title.as_str(), set.profile.phones.as_slice()), ("Maple Grove Family Clinic", &["212-555-0182".to_owned()][..]));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let problems = problems_of(&PROFILE.replace("version = 1", "version = \"one\"").replace("phones =", "phone ="));
        let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(4), Some(11)], "{problems:?}");
        assert!(problems[1].hint.as_deref().is_some_and(|hint| hint.contains("phones")), "{problems:?}");
    }

    #[test]
    fn a_rule_whose_example_fails_refuses_the_file() {
        let rule = r#"
[[rule]]
id = "house/motto"
since = "1.0.0"
kind = "phrase"
category = "policy"
severity = "warn"
jurisdiction = ["US"]
authority = "house"
cite = ["House style"]
checked = 2026-11-22
phrases = ["best clinic"]
message = "Uses the retired motto."
why = "It was retired."
instead = "Leave it out."
flags = ["We are the finest clinic."]
allows = ["Come in.", "We are open."]
"#;
        let problems = problems_of(&format!("{PROFILE}{rule}"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].line > Some(12) && problems[0].message.contains("finest clinic"), "{problems:?}");
    }

    #[test]
    fn what_is_no_text_or_too_large_or_empty_is_refused() {
        assert_eq!(read("a.toml", &[0xff, 0xfe], &Lists::default()).expect_err("not UTF-8").len(), 1);
        assert_eq!(problems_of("").len(), 1);
        let large = read("a.toml", &vec![b' '; MAX_BYTES + 1], &Lists::default()).expect_err("too large");
        assert!(large[0].message.contains("2097152"), "{large:?}");
    }
}
