//! Kind `pattern`: a regular expression over folded text, run only around its literals.

use regex::bytes::Regex;

use super::{Candidate, Context, Judge};
use crate::detect::validators::{self, Validity};
use crate::hits::PatternHit;
use crate::ruleset::{Rule, Trigger, Validator};
use crate::span::Span;

/// Bytes of folded text on each side of the literal that a pattern may see.
const REACH: usize = 120;

/// Every value the rule's patterns mark and its validator accepts.
pub(crate) fn run<'r>(
    number: u32,
    rule: &Rule,
    validator: Option<Validator>,
    trigger: &Trigger,
    context: &Context<'_>,
    regex: impl Fn(u32) -> Option<&'r Regex>,
) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let mut values: Vec<Span> = Vec::new();
    for hit in context.hits.patterns(number) {
        if let Some(regex) = regex(hit.pattern) {
            values.extend(matches_around(regex, context.text.folded(), hit));
        }
    }
    values.sort_unstable();
    values.dedup();
    values.into_iter().filter_map(|value| judge_value(&judge, value, validator, context)).collect()
}

/// Values of the matches that contain the literal.
fn matches_around(regex: &Regex, folded: &str, hit: &PatternHit) -> Vec<Span> {
    let start = if hit.leading { hit.at } else { word_boundary(folded, hit.at.saturating_sub(REACH), false) };
    let end = word_boundary(folded, (hit.end + REACH).min(folded.len()), true);
    let window = &folded.as_bytes()[start..end];
    let contains = |m: &regex::bytes::Match<'_>| start + m.start() <= hit.at && hit.end <= start + m.end();
    let value = |captures: regex::bytes::Captures<'_>| {
        let whole = captures.get(0).filter(contains)?;
        let value = captures.name("value").unwrap_or(whole);
        let (from, to) = (start + value.start(), start + value.end());
        // A byte class may have stopped inside a character.
        (from < to && folded.is_char_boundary(from) && folded.is_char_boundary(to)).then(|| Span::new(from, to))
    };
    regex.captures_iter(window).filter_map(value).collect()
}

/// Moves a cut to the nearest white space further out, so that `\b` and `^` cannot match at a
/// cut through a word.
fn word_boundary(folded: &str, at: usize, forwards: bool) -> usize {
    let bytes = folded.as_bytes();
    if forwards {
        at + bytes[at..].iter().take(REACH).position(u8::is_ascii_whitespace).unwrap_or(bytes.len().min(at + REACH) - at)
    } else {
        bytes[..at].iter().rev().take(REACH).position(u8::is_ascii_whitespace).map_or(at.saturating_sub(REACH), |back| at - back)
    }
}

fn judge_value(judge: &Judge<'_>, value: Span, validator: Option<Validator>, context: &Context<'_>) -> Option<Candidate> {
    let text = context.text;
    let first = text.word_index_at(value.start);
    let last = text.word_index_at(value.end - 1).min(text.words().len().checked_sub(1)?);
    let (mut confidence, mut evidence) = judge.words(first.min(last), last)?;
    match validator.map_or(Validity::Valid, |validator| validators::check(validator, value.of(text.folded()))) {
        Validity::Valid => {}
        Validity::Reserved(why) => {
            confidence = confidence.lowered();
            evidence.push(format!("less certain: {why}"));
        }
        Validity::Invalid => return None,
    }
    evidence.insert(0, format!("the value “{}” after its cue", text.typed_at(value)));
    Some(Candidate { span: Some(text.original(value)), confidence, evidence })
}
