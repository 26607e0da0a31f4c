//! Addresses by the words before them: "my new address is …", "lives on …"; and below a person's name.

use super::words::{is_particle, is_unit};
use super::{Detected, Scene, push};
use crate::text::{Text, WordKind};

/// Most words of an address.
const LONGEST: usize = 16;

/// What stands after words for an address and looks like one, over line ends.
pub(in crate::detect) fn given(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        let start = cue(text, at).then(|| start_after(text, at)).flatten().or_else(|| below_name(scene, at));
        let last = start.and_then(|start| run(text, start));
        if let (Some(start), Some(last)) = (start, last) {
            push(scene, &mut found, start, last);
            at = last;
        }
        at += 1;
    }
    found
}

fn cue(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |index| text.word(index));
    match text.word(at) {
        "address" => !matches!(before, "email" | "mail" | "ip" | "network" | "web" | "to" | "not" | "url"),
        "residence" | "domicile" | "lives" | "living" | "resides" | "residing" | "lived" => true,
        // "send it to", "have the statement sent to".
        "to" => {
            at >= 3
                && (at - 3..at)
                    .any(|index| matches!(text.word(index), "sent" | "send" | "ship" | "shipped" | "mail" | "mailed" | "moved" | "courier"))
        }
        "is" => before == "destination",
        _ => false,
    }
}

/// The first word of what the cue at `at` announces: a number or a capitalised word after small words.
fn start_after(text: &Text<'_>, at: usize) -> Option<usize> {
    let small = |word: &str| {
        matches!(
            word,
            "is" | "to"
                | "at"
                | "on"
                | "as"
                | "the"
                | "with"
                | "same"
                | "of"
                | "record"
                | "recorded"
                | "in"
                | "for"
                | "my"
                | "new"
                | "home"
                | "visit"
                | "corner"
                | "line"
        )
    };
    (at + 1..text.words().len().min(at + 6))
        .take_while(|&index| index == at + 1 || small(text.word(index - 1)))
        .find(|&index| starts(text, index) && !small(text.word(index)))
}

fn starts(text: &Text<'_>, at: usize) -> bool {
    text.words()[at].kind == WordKind::Digits || text.is_capitalised(at)
}

/// The line below a line that is a person's name: a number and a capitalised word.
fn below_name(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let text = scene.text;
    let first_of_line = at > 0 && text.sentence_of(at).first == at && gap(text, at - 1).contains('\n');
    if !first_of_line
        || text.words()[at].kind != WordKind::Digits
        || !text.is_capitalised(at + 1) && text.words().get(at + 1).is_none_or(|w| w.kind != WordKind::Digits)
    {
        return None;
    }
    // The name may stand up to three lines above: a firm's line or two between.
    let mut line = text.words()[at].sentence as usize;
    for _ in 0..3 {
        line = line.checked_sub(1)?;
        let sentence = text.sentences()[line];
        let words = sentence.end - sentence.first;
        let given = (sentence.first..sentence.end.min(sentence.first + 2)).any(|index| scene.lists.is_given_name(text.word(index)));
        if (2..=4).contains(&words) && given && (sentence.first..sentence.end).all(|index| text.is_capitalised(index)) {
            return Some(at);
        }
    }
    None
}

/// The last word of the run of address words from `start`; it must hold a number and a name.
fn run(text: &Text<'_>, start: usize) -> Option<usize> {
    let mut last = start;
    while last + 1 < text.words().len() && last + 1 - start < LONGEST && goes_on(text, last) {
        last += 1;
    }
    while last > start && !(text.words()[last].kind == WordKind::Digits || text.is_capitalised(last)) && !has_digit(text.word(last)) {
        last -= 1;
    }
    let number = (start..=last).any(|index| has_digit(text.word(index)));
    let name = (start..=last).any(|index| text.is_capitalised(index) && text.word(index).len() > 1);
    (number && name && last > start).then_some(last)
}

fn goes_on(text: &Text<'_>, last: usize) -> bool {
    let (word, next) = (text.word(last), text.word(last + 1));
    let gap = gap(text, last);
    let abbreviated = matches!(word, "st" | "apt" | "ave" | "ul" | "u" | "str" | "p" | "o" | "rd" | "ste") || word.len() == 1;
    // A new line goes on with a number, a flat or a capitalised word that is no label.
    let line = gap.contains('\n');
    let labelled = text.folded()[text.words()[last + 1].end as usize..].trim_start_matches(' ').starts_with(':');
    if gap.contains(['!', '?', ';', ':', '(', ')', '"']) || gap.contains('.') && !abbreviated || labelled || gap.matches('\n').count() > 1 {
        return false;
    }
    let part = text.words()[last + 1].kind == WordKind::Digits
        || text.is_capitalised(last + 1)
        || is_unit(next)
        || has_digit(next)
        || !line && (is_particle(next) || matches!(next, "and" | "ul" | "u"));
    part && text.words()[last + 1].kind != WordKind::Link
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

fn gap<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    &text.folded()[text.words()[at].end as usize..text.words()[at + 1].start as usize]
}
