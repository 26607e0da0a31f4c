//! Dates in the forms people write. Bare years are no identifier.

mod calendar;
mod relative;

pub(super) use calendar::dates;
pub(super) use relative::relative;

use crate::span::Span;
use crate::text::{Text, WordKind};

/// Whether a word is a month, in full or abbreviated.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The month's number.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [(&str, u32); 23] = [
        ("january", 1),
        ("february", 2),
        ("march", 3),
        ("april", 4),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("november", 11),
        ("december", 12),
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("sept", 9),
        ("oct", 10),
        ("nov", 11),
    ];
    if word == "dec" {
        return Some(12);
    }
    MONTHS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number)
}

/// "you may 5 times", "they march 3 miles": months that are verbs count with a capital only.
fn is_verb(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "may" | "march" | "mar") && !text.is_capitalised(at)
}

/// The day of the month a word says: "3", "3rd".
fn day(text: &Text<'_>, at: usize) -> Option<u32> {
    let word = text.word(at);
    let digits = ordinal(word).unwrap_or(word);
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

/// The digits of "3rd".
fn ordinal(word: &str) -> Option<&str> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
}

/// A number of at most four digits: its value and how many digits it has.
fn number(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    let word = text.words().get(at).filter(|word| word.kind == WordKind::Digits && word.span().len() <= 4)?;
    let written = word.span().of(text.folded());
    written.parse().ok().map(|value| (value, written.len()))
}

fn is_year((value, digits): (u32, usize)) -> bool {
    digits == 2 || digits == 4 && (1880..=2100).contains(&value)
}

/// What stands between a word and the next.
fn between<'t>(text: &'t Text<'_>, at: usize) -> Option<&'t str> {
    let (word, next) = (text.words().get(at)?, text.words().get(at + 1)?);
    text.folded().get(word.end as usize..next.start as usize)
}

fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    Span::new(text.words()[first].start as usize, text.words()[last].end as usize)
}
