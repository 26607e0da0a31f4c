//! Street addresses and ZIP codes after a state: places below state level.

use super::{Detected, Scene};
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Most words between a house number and the word for its street.
const STREET_REACH: usize = 4;

/// Street addresses that are not the organisation's own, with town, state and ZIP where they follow.
pub(super) fn addresses(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found: Vec<Detected> = Vec::new();
    for at in 0..text.words().len() {
        let Some(last) = street(text, at).or_else(|| state_and_zip(text, at)) else { continue };
        let span = Span::new(text.words()[at].start as usize, text.words()[last].end as usize);
        let inside = found.last().is_some_and(|before| before.span.end >= span.end);
        if !inside && !scene.own.has_address(span.of(text.folded())) {
            found.push(Detected::new(span, "an address"));
        }
    }
    found
}

/// "4357 Rue des Saules", "12 N. Main Street": the last word of the address that starts at `at`.
fn street(text: &Text<'_>, at: usize) -> Option<usize> {
    let number = text.words()[at];
    if number.kind != WordKind::Digits || number.span().len() > 5 || !text.is_capitalised(at + 1) {
        return None;
    }
    let sentence = text.sentence_of(at);
    let reach =
        (at + 2..sentence.end.min(at + 2 + STREET_REACH)).find(|&index| is_street_word(text.word(index)) && text.is_capitalised(index));
    let french = matches!(text.word(at + 1), "rue" | "avenue" | "calle" | "via")
        .then(|| {
            (at + 2..sentence.end.min(at + 6))
                .take_while(|&i| text.is_capitalised(i) || matches!(text.word(i), "des" | "de" | "la" | "du" | "del"))
                .last()
        })
        .flatten();
    let street_end = reach.or(french)?;
    Some(zip_after(text, street_end, sentence.end).unwrap_or(street_end))
}

/// The ZIP code within six words after a street, so that the whole address is marked.
fn zip_after(text: &Text<'_>, street_end: usize, sentence_end: usize) -> Option<usize> {
    (street_end + 1..sentence_end.min(street_end + 8)).find(|&index| is_zip(text, index) && is_state(text, index - 1))
}

/// "Stoneville, OH 43004".
fn state_and_zip(text: &Text<'_>, at: usize) -> Option<usize> {
    (text.is_capitalised(at) && is_state(text, at + 1) && is_zip(text, at + 2)).then_some(at + 2)
}

fn is_zip(text: &Text<'_>, at: usize) -> bool {
    text.words().get(at).is_some_and(|word| word.kind == WordKind::Digits && word.span().len() == 5)
}

fn is_state(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.words().get(at) else { return false };
    let typed = text.typed_at(word.span());
    typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_street_word(word: &str) -> bool {
    matches!(
        word,
        "street"
            | "st"
            | "avenue"
            | "ave"
            | "road"
            | "rd"
            | "lane"
            | "ln"
            | "drive"
            | "dr"
            | "boulevard"
            | "blvd"
            | "court"
            | "ct"
            | "way"
            | "place"
            | "pl"
            | "terrace"
            | "circle"
            | "parkway"
            | "pkwy"
            | "highway"
            | "hwy"
    )
}
