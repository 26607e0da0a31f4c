//! Places below state level by name: facilities and towns.

mod facility;
mod states;
mod town;

pub(super) use facility::facilities;
pub(super) use states::{is_postal_code, is_region};
pub(super) use town::{localities, towns};

use super::common_words::is_common;
use super::date::is_month;
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Whether a word and the next are one name: a space, a hyphen, or "St. Mary's".
fn joined(text: &Text<'_>, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words().get(at), text.words().get(at + 1)) else { return false };
    let between = &text.folded()[word.end as usize..next.start as usize];
    matches!(between, " " | "-") || (between == ". " && matches!(text.word(at), "st" | "mt" | "ft"))
}

/// Whether a word can be part of a place's name: capitalised letters, no month, weekday or department.
fn is_name_word(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let letters = text.words().get(at).is_some_and(|word| word.kind == WordKind::Letters);
    let other = matches!(
        word,
        "dr" | "mr" | "mrs" | "ms" | "er" | "ed" | "icu" | "i" | "or" | "picu" | "nicu" | "covid" | "christmas" | "thanksgiving" | "easter"
    );
    letters && text.is_capitalised(at) && !is_month(word) && !word.ends_with("day") && !other
}

/// The last word of the capitalised name that starts at `at`.
fn name_end(text: &Text<'_>, at: usize, longest: usize) -> usize {
    let end = text.sentence_of(at).end;
    let mut last = at;
    while last + 1 < end && last + 1 - at < longest && joined(text, last) && is_name_word(text, last + 1) {
        last += 1;
    }
    last
}

/// Whether the one or more words name something everyday rather than a place.
fn is_everyday(text: &Text<'_>, first: usize, last: usize) -> bool {
    first == last && is_common(text.word(first))
}

fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    Span::new(text.words()[first].start as usize, text.words()[last].end as usize)
}
