//! `tests/cases/*.toml`: invented posts with ⟦marks⟧ around what must be found, in order.
//!
//! `known_gap` says why today's answer is wrong; such a case fails once it becomes right.

use scrubline::{AccountKind, Post, Surface};
use serde::Deserialize;

use crate::{checker, root};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    post: String,
    /// "rule-id severity" for each finding, in order: places first, then the whole post.
    finds: Vec<String>,
    #[serde(default)]
    surface: Surface,
    #[serde(default)]
    personal: bool,
    known_gap: Option<String>,
}

#[test]
fn cases() {
    let checker = checker();
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("tests/cases")).expect("tests/cases") {
        let path = entry.expect("an entry").path();
        // Folders hold cases that are measured, not asserted one by one.
        if path.is_dir() {
            continue;
        }
        let file: Cases =
            toml::from_str(&std::fs::read_to_string(&path).expect("a file")).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file.case {
            count += 1;
            let right = check(&checker, &case);
            match (&case.known_gap, right) {
                (None, Err(wrong)) => failures.push(format!("{}: {wrong}", case.name)),
                (Some(gap), Ok(())) => failures.push(format!("{}: right now, delete its known_gap ({gap})", case.name)),
                _ => {}
            }
        }
    }
    assert!(count > 0 && failures.is_empty(), "{}", failures.join("\n"));
}

fn check(checker: &scrubline::Checker, case: &Case) -> Result<(), String> {
    let (text, marked) = unmark(&case.post);
    let account = case.personal.then(|| scrubline::Account { kind: AccountKind::Personal, name: "me".into() });
    let report = checker.check(&Post { account, ..Post::new(&text).on(case.surface) });
    let finds: Vec<String> = report.findings.iter().map(|finding| format!("{} {}", finding.rule, finding.severity.name())).collect();
    if finds != case.finds {
        return Err(format!("found {finds:?}, expected {:?}", case.finds));
    }
    let words: Vec<&str> = report.findings.iter().filter_map(|finding| finding.span).map(|span| span.of(&text)).collect();
    if words != marked { Err(format!("marked {words:?}, expected {marked:?}")) } else { Ok(()) }
}

/// The text without its marks, and the marked words.
fn unmark(post: &str) -> (String, Vec<String>) {
    let mut marked = Vec::new();
    for part in post.split('⟦').skip(1) {
        marked.push(part.split('⟧').next().unwrap_or("").to_owned());
    }
    (post.replace(['⟦', '⟧'], ""), marked)
}
