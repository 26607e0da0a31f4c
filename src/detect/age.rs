//! Ages over 89: 45 CFR 164.514(b)(2)(i)(C) lets all of them be said only as "90 or older".

use super::name::is_thing;
use super::{Detected, Scene};
use crate::text::{Text, WordKind};

/// Numbers from 90 to 125 that are somebody's age; the number alone is marked.
pub(super) fn over_89(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |index: usize| is_age(text, index).then(|| Detected::new(text.words()[index].span(), "an age over 89"));
    let numbers = (0..text.words().len()).filter(|&index| {
        text.words()[index].kind == WordKind::Digits && text.word(index).parse::<u32>().is_ok_and(|age| (90..=125).contains(&age))
    });
    numbers.filter_map(detected).collect()
}

fn is_age(text: &Text<'_>, at: usize) -> bool {
    let word = |offset: usize| text.word(at + offset);
    let before = |offset: usize| at.checked_sub(offset).map_or("", |index| text.word(index));
    let years = matches!(word(1), "year" | "years" | "yr" | "yrs") && matches!(word(2), "old" | "olds" | "young");
    let short = matches!(word(1), "yo" | "y" | "yof" | "yom") && (word(1) != "y" || matches!(word(2), "o" | "old"));
    let aged = matches!(before(1), "aged" | "age") && word(1) != "%" || (before(1) == "of" && before(2) == "age");
    let turned = matches!(before(1), "turned" | "turns" | "turning") && !matches!(word(1), "%" | "degrees");
    // "90 years of age or older" and "ages 90 and over" are the safe form itself.
    let safe_form = (1..=4).any(|offset| matches!(word(offset), "older" | "over" | "above" | "up"))
        || word(1) == "+"
        || matches!(before(1), "over" | "under");
    // "a 95-year-old building", "our ward turns 100": things have ages too.
    let thing = years && (is_thing(word(3)) || matches!(word(3), "home" | "tradition" | "law" | "tree"))
        || (turned || years && before(1) == "is") && is_thing(before(2));
    (years || short || aged || turned) && !safe_form && !thing
}

/// How old one person is, at any age: "34 yo", "87F", "a 6-year-old", "aged 38", "he was 19".
pub(super) fn of_one(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |index: usize| says_age(text, index).then(|| Detected::new(text.words()[index].span(), "an age"));
    (0..text.words().len()).filter_map(detected).collect()
}

fn says_age(text: &Text<'_>, at: usize) -> bool {
    let typed = text.word(at);
    let digits = typed.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = if digits == 0 { ("", "") } else { typed.split_at(digits) };
    let age = if digits == 0 { spelled(typed) } else { number.parse().ok().filter(|age| *age <= 120) };
    let Some(age) = age else { return false };
    if is_of_many(text, at) || is_grouped(text, at) {
        return false;
    }
    let word = |offset: usize| text.word(at + offset);
    let with_unit = match unit {
        "yo" | "yof" | "yom" | "yrs" | "y" => word(1) != "ago",
        "f" | "m" => (16..95).contains(&age) && matches!(sign_after(text, at), b',' | b')' | b'.' | b' '),
        "" => {
            let old = matches!(word(2), "old" | "young");
            let unit = matches!(word(1), "year" | "years" | "yr" | "yrs" | "month" | "months" | "mo" | "week" | "weeks" | "day" | "days");
            unit && old || matches!(word(1), "yo" | "yof" | "yom") || word(1) == "y" && word(2) == "o"
        }
        _ => false,
    };
    with_unit || unit.is_empty() && age >= 13 && is_bare_age(text, at, age, digits == 0)
}

/// "he was 19.", "(38, works nights)", "the cook, 58, had", "Nineteen. Motorbike."
fn is_bare_age(text: &Text<'_>, at: usize, age: u32, spelled: bool) -> bool {
    let before = at.checked_sub(1).map_or("", |index| text.word(index));
    let sentence = text.sentence_of(at);
    let closed = matches!(sign_after(text, at), b'.' | b',' | b';' | b'!' | b')') || at + 1 == sentence.end;
    let goes_on = closed || matches!(text.word(at + 1), "and" | "when" | "with" | "who" | "but");
    let said = matches!(before, "was" | "is" | "turned" | "aged" | "age" | "he's" | "she's" | "only" | "just" | "only just");
    let apposed = closed && !spelled && matches!(sign_before(text, at), b',' | b'(' | b':') && text.words()[at].kind == WordKind::Digits;
    let alone = at == sentence.first && (at + 1 == sentence.end || text.word(at + 1) == "and");
    (said && goes_on) || (apposed && at > sentence.first) || alone || (before == "at" && closed && age > 24)
}

/// "over 70", "50 to 80", "5-year-olds": ages of many.
fn is_of_many(text: &Text<'_>, at: usize) -> bool {
    let before = |offset: usize| at.checked_sub(offset).map_or("", |index| text.word(index));
    let range =
        matches!(before(1), "over" | "under" | "above" | "below" | "to" | "than" | "ages" | "between" | "through" | "until" | "and")
            && (before(1) != "and" || matches!(before(3), "between" | "ages"));
    let more = (1..=4).any(|offset| matches!(text.word(at + offset), "older" | "over" | "above" | "olds" | "younger" | "under" | "up"));
    range || more || matches!(text.word(at + 1), "%" | "+" | "to")
}

/// "14,000", "3.5": part of a longer number.
fn is_grouped(text: &Text<'_>, at: usize) -> bool {
    let bytes = text.folded().as_bytes();
    let (start, end) = (text.words()[at].start as usize, text.words()[at].end as usize);
    let digit = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_digit);
    let sign = |index: Option<usize>| {
        index.and_then(|index| bytes.get(index)).is_some_and(|byte| matches!(byte, b',' | b'.' | b':' | b'/' | b'$'))
    };
    sign(Some(end)) && digit(Some(end + 1))
        || sign(start.checked_sub(1)) && digit(start.checked_sub(2))
        || sign(start.checked_sub(1)) && bytes[start - 1] == b'$'
}

fn sign_after(text: &Text<'_>, at: usize) -> u8 {
    text.folded().as_bytes().get(text.words()[at].end as usize).copied().unwrap_or(b'.')
}

fn sign_before(text: &Text<'_>, at: usize) -> u8 {
    let before = &text.folded().as_bytes()[..text.words()[at].start as usize];
    before.iter().rev().find(|byte| !byte.is_ascii_whitespace()).copied().unwrap_or_default()
}

fn spelled(word: &str) -> Option<u32> {
    Some(match word {
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn ages_of_one() {
        finds(of_one, "a 34 yo, a 16yo, (87F) and a 6-year-old, 8 yrs old", &["34", "16yo", "87F", "6", "8"]);
        finds(
            of_one,
            "He was 19. Nineteen. The cook, 58, had; bride-to-be (38, works here) died at 71, asleep",
            &["19", "Nineteen", "58", "38", "71"],
        );
        finds(of_one, "61 and learned to read. She's 90, aged 45.", &["61", "90", "45"]);
        finds(
            of_one,
            "14,000 pounds, $38, 1:58, people over 70, men 50 to 80, 5-year-olds, at 10, 12 beds, 98% of 40 people, was 20 minutes",
            &[],
        );
    }

    #[test]
    fn ages() {
        finds(over_89, "The 94-year-old, a 91 yo, aged 103, now 97 years old", &["94", "91", "103", "97"]);
        finds(
            over_89,
            "89-year-old; 90% of people; 95 patients; 100 years of care; our 95-year-old building; the lodge turns 100; our building is 120 years old",
            &[],
        );
        finds(over_89, "anyone 90 years of age or older, age 90 and over, over 90 years old", &[]);
    }
}
