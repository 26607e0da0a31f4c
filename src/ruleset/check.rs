//! A rule set judged by its own examples. Our tests, the command, the studio and the loader all
//! call [`check`], and a set whose examples fail is refused.

use super::Body;
use super::error::{RuleSetError, RuleSetErrorKind as Kind};
use super::validate::{Problem, validate};
use super::{Example, Profile, Rule, RuleSet, Vocabulary, protected_talk};
use crate::checker::Checker;
use crate::date::Date;
use crate::detect::Lists;
use crate::post::{Post, RepliedTo};
use crate::report::Finding;

/// Days after which a source should be read again.
const STALE_AFTER: i64 = 365;

/// Every problem of a rule set: its form first, then the examples its rules get wrong, then the
/// rules that would be shown on staff's talk about pay, staffing or unions. Each example runs
/// against this set alone, with an empty profile, on its rule's first surface. Rules about names
/// need `lists`.
#[cfg(feature = "toml")]
#[must_use]
pub fn check(set: &RuleSet, lists: &Lists) -> Vec<RuleSetError> {
    check_with(set, lists, Vocabulary::built_in())
}

/// The same, with word lists of the caller.
pub(crate) fn check_with(set: &RuleSet, lists: &Lists, vocabulary: &Vocabulary) -> Vec<RuleSetError> {
    problems(set, lists, vocabulary).into_iter().map(|problem| unplaced(set, problem)).collect()
}

/// The same, before each problem is given its place.
pub(super) fn problems(set: &RuleSet, lists: &Lists, vocabulary: &Vocabulary) -> Vec<Problem> {
    let problems = validate(set, vocabulary);
    if !problems.is_empty() {
        return problems;
    }
    let alone = set.alone();
    let checker = match Checker::with_vocabulary(std::slice::from_ref(&alone), &Profile::default(), lists.clone(), vocabulary) {
        Ok(checker) => checker,
        Err(errors) => return errors.into_iter().map(|error| Problem { rule: None, field: None, kind: error.kind }).collect(),
    };
    let with_profile = |example: &Example| {
        let profile = Profile { mrn_formats: example.mrn_formats.clone(), ..Profile::default() };
        Checker::with_vocabulary(std::slice::from_ref(&alone), &profile, lists.clone(), vocabulary).ok()
    };
    let only = |rule: &Rule| {
        let set = RuleSet { rules: vec![rule.clone()], ..alone.clone() };
        Checker::with_vocabulary(&[set], &Profile::default(), lists.clone(), vocabulary).ok()
    };
    let run = |rule: &Rule, example: &Example| -> Vec<Finding> {
        let own = match &rule.body {
            // It keeps still where another rule of the set tells the same.
            Body::Learned { .. } => only(rule),
            _ if example.mrn_formats.is_empty() => None,
            _ => with_profile(example),
        };
        let report = own.as_ref().unwrap_or(&checker).check(&example_post(rule, example));
        report.findings.into_iter().filter(|finding| finding.rule == rule.id).collect()
    };
    let mut problems: Vec<Problem> = set.rules.iter().enumerate().flat_map(|(index, rule)| failing_examples(run, index, rule)).collect();
    problems.extend(protected_talk::hindered(set, &checker));
    problems
}

fn unplaced(set: &RuleSet, problem: Problem) -> RuleSetError {
    let rule = problem.rule.map(|index| set.rules[index].id.clone());
    RuleSetError { file: String::new(), line: 0, span: None, rule, kind: problem.kind }
}

fn example_post(rule: &Rule, example: &Example) -> Post {
    let answers = !(example.answers.is_empty() && example.answered_text.is_empty());
    let replying_to = answers.then(|| RepliedTo { author: example.answers.clone(), text: example.answered_text.clone() });
    let surface = rule.surfaces.first().copied().unwrap_or_default();
    let history = example.history.into();
    Post { attachments: example.attachments.clone(), replying_to, history, ..Post::new(&example.text).on(surface) }
}

fn failing_examples(run: impl Fn(&Rule, &Example) -> Vec<Finding>, index: usize, rule: &Rule) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |field, kind| problems.push(Problem { rule: Some(index), field: Some(field), kind });
    for example in &rule.flags {
        if run(rule, example).is_empty() {
            add("flags", Kind::NotFlagged { example: example.text.clone() });
        }
    }
    for example in &rule.allows {
        if let Some(finding) = run(rule, example).first() {
            let words = finding.span.map_or_else(String::new, |span| span.of(&example.text).to_owned());
            add("allows", Kind::Flagged { example: example.text.clone(), words });
        }
    }
    problems
}

/// Rules whose source was last read more than a year before `today`, with the day.
#[must_use]
pub fn stale_rules(set: &RuleSet, today: Date) -> Vec<(&str, Date)> {
    let stale = |rule: &&Rule| today.day_number() - rule.source.checked.day_number() > STALE_AFTER;
    set.rules.iter().filter(stale).map(|rule| (rule.id.as_str(), rule.source.checked)).collect()
}

/// Every phrase and pattern rule as one JavaScript `RegExp` source with flags `giu`, for the
/// benchmark that measures this engine against the obvious way.
#[cfg(feature = "toml")]
#[must_use]
pub fn js_patterns(set: &RuleSet) -> Vec<(String, String)> {
    let source = |rule: &Rule| match &rule.body {
        Body::Phrase { trigger } => Some(trigger.any.iter().map(|phrase| js_phrase(phrase)).collect::<Vec<_>>().join("|")),
        Body::Pattern { patterns, .. } => Some(patterns.join("|")),
        _ => None,
    };
    set.rules.iter().filter_map(|rule| Some((rule.id.clone(), source(rule)?))).collect()
}

/// A phrase as a regular expression: words with white space or hyphens between.
#[cfg(feature = "toml")]
fn js_phrase(written: &str) -> String {
    use super::phrase::{Element, MAX_GAP, Phrase};
    let vocabulary = Vocabulary::built_in();
    let Ok(phrase) = Phrase::parse(written, vocabulary) else { return String::new() };
    let escape = |word: &str| {
        word.chars()
            .flat_map(|c| {
                if c.is_ascii_punctuation() && c != '\'' && c != '%' && c != '#' && c != '&' && c != '@' { vec!['\\', c] } else { vec![c] }
            })
            .collect::<String>()
    };
    let mut source = String::new();
    for (index, element) in phrase.elements.iter().enumerate() {
        let gap = if index == 0 { "" } else { r"[\s\-]*" };
        source += &match element {
            Element::Word(words) => format!("{gap}(?:{})", words.runs().iter().map(|word| escape(word)).collect::<Vec<_>>().join("|")),
            Element::List(list) => {
                format!(
                    "{gap}(?:{})",
                    vocabulary
                        .words(*list)
                        .map_or(&[][..], |words| words.runs())
                        .iter()
                        .map(|word| escape(word))
                        .collect::<Vec<_>>()
                        .join("|")
                )
            }
            Element::Prefix(prefix) => format!(r"{gap}{}\w*", escape(prefix)),
            Element::Any => r"[\s\-]+\S+".to_owned(),
            Element::Gap => format!(r"(?:[\s\-]+\S+){{0,{MAX_GAP}}}"),
            Element::Start => r"(?<=^|[.!?\n]\s*)".to_owned(),
        };
    }
    format!(r"(?<!\w)(?:{source})(?!\w)")
}
