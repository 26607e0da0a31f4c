//! Addresses by their own form: a number with a street's name, a box, a town with its postal code.

use super::words::{begins_street, ends_as_street, is_direction, is_particle, is_street, is_unit};
use crate::detect::Lists;
use crate::detect::place::{is_postal_code, is_region};
use crate::text::{Text, WordKind};

/// Most words of a street's or a town's name.
const LONGEST: usize = 5;

/// The last word of the address that starts at `at`.
pub(super) fn address(text: &Text<'_>, lists: &Lists, at: usize) -> Option<usize> {
    let end = text.sentence_of(at).end;
    numbered_street(text, at, end)
        .or_else(|| foreign_street(text, at, end))
        .map(|last| tail(text, lists, last, end))
        .or_else(|| number_and_town(text, lists, at, end))
        .or_else(|| post_box(text, at, end).map(|last| tail(text, lists, last, end)))
        .or_else(|| town_and_code(text, at, end))
}

/// "12 N. Main Street": the last word of the street.
fn numbered_street(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if !is_house_number(text, at) || at + 1 >= end || !spaced(text, at) {
        return None;
    }
    let named = |index: usize| text.is_capitalised(index) || is_particle(text.word(index)) || is_numbered(text.word(index));
    for (name, index) in (at + 1..end.min(at + 2 + LONGEST)).enumerate() {
        let street = is_street(text.word(index)) && name > 0;
        if street && (text.is_capitalised(index) || name == 1) && (text.is_capitalised(at + 1) || is_plain_street(text.word(index))) {
            // "5 Tips for the Road" has more than a name before its road.
            let whole = (at + 1..index).any(|i| text.is_capitalised(i) || is_numbered(text.word(i)) || name == 1);
            let goes_on = index + 1 < end && spaced(text, index) && is_street(text.word(index + 1)) && text.is_capitalised(index + 1);
            if whole && !goes_on {
                let directed =
                    index + 1 < end && spaced(text, index) && is_direction(text.word(index + 1)) && text.is_capitalised(index + 1);
                return Some(index + usize::from(directed));
            }
        }
        if !(named(index) || name == 0) || !spaced(text, index) {
            return None;
        }
    }
    None
}

/// "Lindenstrasse 12", "12 Rue des Tilleuls", "Via Roma 4": the last word.
fn foreign_street(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let numbered = is_house_number(text, at) && spaced(text, at);
    let street = if numbered { at + 1 } else { at };
    if street >= end || !(text.is_capitalised(street) || begins_street(text.word(street)) && numbered) {
        return None;
    }
    let name_end = if begins_street(text.word(street)) {
        let mut last = street;
        while last + 1 < end
            && last < street + LONGEST
            && spaced(text, last)
            && (text.is_capitalised(last + 1) || is_particle(text.word(last + 1)))
        {
            last += 1;
        }
        Some(last).filter(|last| *last > street)
    } else {
        (street..end.min(street + 3))
            .take_while(|&i| text.is_capitalised(i) && (i == street || spaced(text, i - 1)))
            .find(|&i| ends_as_street(text.word(i)))
    }?;
    let number_follows = name_end + 1 < end && spaced(text, name_end) && is_house_number(text, name_end + 1);
    match (numbered, number_follows) {
        (_, true) => Some(name_end + 1),
        (true, false) => Some(name_end),
        _ => None,
    }
}

/// "3087 Larch Hollow, Bay Hill, OH 43004": no word says street, but town, state and code follow.
fn number_and_town(text: &Text<'_>, lists: &Lists, at: usize, end: usize) -> Option<usize> {
    if !is_house_number(text, at) || at + 1 >= end || !spaced(text, at) || !text.is_capitalised(at + 1) {
        return None;
    }
    let street = name_end(text, at + 1, end);
    let last = tail(text, lists, street, end);
    (last > street && is_code(text, last)).then_some(last)
}

/// "P.O. Box 53", "PSC 12, Box 34".
fn post_box(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let word = |offset: usize| if at + offset < end { text.word(at + offset) } else { "" };
    let digits = |offset: usize| at + offset < end && text.words()[at + offset].kind == WordKind::Digits;
    match (word(0), word(1), word(2)) {
        ("po", "box", _) if digits(2) => Some(at + 2),
        ("p", "o", "box") if digits(3) => Some(at + 3),
        ("psc" | "unit", _, "box") if digits(1) && digits(3) => Some(at + 3),
        ("rr", _, "box") if digits(1) && digits(3) => Some(at + 3),
        _ => None,
    }
}

/// "Stoneville, OH 43004".
fn town_and_code(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if !text.is_capitalised(at) || at > text.sentence_of(at).first && text.is_capitalised(at - 1) && spaced(text, at - 1) {
        return None;
    }
    let town = name_end(text, at, end);
    let last = region_and_code(text, town, end)?;
    is_code(text, last).then_some(last)
}

/// What belongs to an address after its street: a flat, the town, the state, the code.
fn tail(text: &Text<'_>, lists: &Lists, street: usize, end: usize) -> usize {
    let mut last = street;
    while let Some(unit) = unit_after(text, last, end) {
        last = unit;
    }
    if let Some(code) = region_and_code(text, last, end) {
        return code;
    }
    let town = last + 1;
    if town >= end || !comma(text, last) || !text.is_capitalised(town) {
        return last;
    }
    let town_end = name_end(text, town, end);
    let listed = || {
        let name: Vec<&str> = (town..=town_end).map(|index| text.word(index)).collect();
        lists.is_place(&name.join(" ")).then_some(town_end)
    };
    region_and_code(text, town_end, end).or_else(listed).unwrap_or(last)
}

/// "Apt 4B", "#34".
fn unit_after(text: &Text<'_>, last: usize, end: usize) -> Option<usize> {
    let unit = last + 1;
    let numbered = |index: usize| {
        index < end && text.word(index).len() <= 5 && (text.word(index).bytes().any(|b| b.is_ascii_digit()) || text.word(index).len() == 1)
    };
    (unit < end && is_unit(text.word(unit)) && numbered(unit + 1)).then_some(unit + 1)
}

/// A state and a postal code, or one of them, right after word `last`.
fn region_and_code(text: &Text<'_>, last: usize, end: usize) -> Option<usize> {
    if last + 1 >= end {
        return None;
    }
    let state = if is_capital_pair(text, last + 1) {
        Some(last + 1)
    } else {
        is_region(text, last + 1).filter(|region| *region < end && comma(text, last))
    };
    let before_code = state.unwrap_or(last);
    let code = code_after(text, before_code, end, state.is_some());
    match (state, code) {
        (_, Some(code)) => Some(code),
        // Two capitals alone are a state only if there is one of that name.
        (Some(state), None) => (comma(text, last) && is_region(text, state).is_some()).then_some(state),
        (None, None) => None,
    }
}

/// A ZIP code after a state, "43004-1234"; a British, Canadian or Australian postcode.
fn code_after(text: &Text<'_>, before: usize, end: usize, after_state: bool) -> Option<usize> {
    let at = before + 1;
    if at >= end {
        return None;
    }
    let digits = |index: usize| if index < end && text.words()[index].kind == WordKind::Digits { text.word(index).len() } else { 0 };
    if after_state && digits(at) == 5 {
        let plus = digits(at + 1) == 4 && text.folded()[text.words()[at].end as usize..].starts_with('-');
        return Some(at + usize::from(plus));
    }
    if after_state && digits(at) == 4 && is_postal_code(text, before) && text.typed_at(text.words()[before].span()).len() == 3 {
        return Some(at);
    }
    is_uk_or_canadian(text, at, end).then_some(at + 1)
}

/// "LF1 2AB", "K1A 0B1": two words of letters and digits.
fn is_uk_or_canadian(text: &Text<'_>, at: usize, end: usize) -> bool {
    if at + 1 >= end {
        return false;
    }
    let shape = |word: &str| word.bytes().map(|b| if b.is_ascii_digit() { '0' } else { 'a' }).collect::<String>();
    let (outward, inward) = (shape(text.word(at)), shape(text.word(at + 1)));
    let upper = |index: usize| !text.typed_at(text.words()[index].span()).contains(char::is_lowercase);
    let british = matches!(outward.as_str(), "a0" | "a00" | "aa0" | "aa00" | "a0a" | "aa0a") && inward == "0aa";
    (british || outward == "a0a" && inward == "0a0") && upper(at) && upper(at + 1)
}

fn is_code(text: &Text<'_>, at: usize) -> bool {
    text.word(at).bytes().any(|b| b.is_ascii_digit())
}

/// The last word of the capitalised name at `at`.
fn name_end(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut last = at;
    while last + 1 < end
        && last + 1 < at + LONGEST
        && spaced(text, last)
        && text.is_capitalised(last + 1)
        && !is_capital_pair(text, last + 1)
        && !is_code(text, last + 1)
    {
        last += 1;
    }
    last
}

fn is_capital_pair(text: &Text<'_>, at: usize) -> bool {
    let typed = text.words().get(at).map_or("", |word| text.typed_at(word.span()));
    is_postal_code(text, at) || typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_uppercase())
}

/// "12", "4357", "221b"; no price, no clock, no part of a longer number.
pub(super) fn is_house_number(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.words().get(at) else { return false };
    let written = text.word(at);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let before = &text.folded()[..word.start as usize];
    (1..=5).contains(&digits) && written.len() <= digits + 1 && !is_numbered(written) && !before.ends_with(['$', '.', '/', ':', '£', '€'])
}

/// "42nd".
fn is_numbered(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}

/// Streets whose name may stand in lower case: "123 maple street".
fn is_plain_street(word: &str) -> bool {
    matches!(word, "street" | "avenue" | "ave" | "road" | "rd" | "lane" | "blvd" | "boulevard")
}

/// Whether nothing but a space or an abbreviation's full stop joins a word with the next.
fn spaced(text: &Text<'_>, at: usize) -> bool {
    matches!(gap(text, at), " " | "-" | ". " | "'")
}

fn comma(text: &Text<'_>, at: usize) -> bool {
    matches!(gap(text, at).trim_end(), "," | ".,")
}

fn gap<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    match (text.words().get(at), text.words().get(at + 1)) {
        (Some(word), Some(next)) => &text.folded()[word.end as usize..next.start as usize],
        _ => "\n",
    }
}
