//! Dates in the forms people write. Bare years are no identifier.

use super::{Detected, Scene};
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Every date with a day or a month. Whether it is tied to care, the rule decides.
pub(super) fn dates(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        match numeric(text, at).or_else(|| written(text, at)) {
            Some(last) => {
                found.push(Detected::new(words_span(text, at, last), "a date"));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    Span::new(text.words()[first].start as usize, text.words()[last].end as usize)
}

/// "3/14/2024", "2024-03-14", "14.03.24", "3/14": the last word of the date that starts at `at`.
fn numeric(text: &Text<'_>, at: usize) -> Option<usize> {
    let first = number(text, at)?;
    let separator = between(text, at)?;
    if !matches!(separator, "/" | "-" | ".") || text.folded()[..text.words()[at].start as usize].ends_with(['/', '-', '.']) {
        return None;
    }
    if let Some(named) = day_month_year_by_name(text, at, separator) {
        return Some(named);
    }
    let second = number(text, at + 1)?;
    let third = (between(text, at + 1) == Some(separator)).then(|| number(text, at + 2)).flatten();
    let joined_on = |last: usize| between(text, last).is_some_and(|s| matches!(s, "/" | "-" | ".")) && number(text, last + 1).is_some();
    match third {
        Some(third) if !joined_on(at + 2) => {
            let day_and_month = |a: u32, b: u32| (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
            let year_last = day_and_month(first.0, second.0) && is_year(third);
            let year_first = first.1 == 4 && is_year(first) && day_and_month(second.0, third.0);
            (year_last || year_first).then_some(at + 2)
        }
        // "3/14" needs a slash; "24/7" and "1/2" are other things.
        None if separator == "/" && !joined_on(at + 1) => {
            ((1..=12).contains(&first.0) && (1..=31).contains(&second.0) && second.1 == 2 && first.0 * second.0 > 2).then_some(at + 1)
        }
        _ => None,
    }
}

/// "14-Mar-2024".
fn day_month_year_by_name(text: &Text<'_>, at: usize, separator: &str) -> Option<usize> {
    let day = number(text, at).is_some_and(|day| (1..=31).contains(&day.0));
    let year = between(text, at + 1) == Some(separator) && number(text, at + 2).is_some_and(is_year);
    (day && year && is_month(text.word(at + 1))).then_some(at + 2)
}

/// "March 14, 2024", "14 March", "March 2024", "the 3rd of May": the last word of the date.
fn written(text: &Text<'_>, at: usize) -> Option<usize> {
    let last = text.sentence_of(at).end - 1;
    let year_at = |index: usize| (index <= last && number(text, index).is_some_and(|n| n.1 == 4 && is_year(n))).then_some(index);
    if is_month(text.word(at)) && !is_verb(text, at) {
        if at < last && is_day(text, at + 1) {
            return Some(year_at(at + 2).unwrap_or(at + 1));
        }
        return year_at(at + 1);
    }
    if is_day(text, at) {
        let month = if text.word(at + 1) == "of" { at + 2 } else { at + 1 };
        if month <= last && is_month(text.word(month)) {
            return Some(year_at(month + 1).unwrap_or(month));
        }
    }
    None
}

fn is_day(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let digits =
        word.strip_suffix("st").or(word.strip_suffix("nd")).or(word.strip_suffix("rd")).or(word.strip_suffix("th")).unwrap_or(word);
    digits.len() <= 2 && digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
}

/// "you may 5 times", "they march 3 miles": months that are verbs count with a capital only.
fn is_verb(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "may" | "march") && text.typed_at(text.words()[at].span()).starts_with(char::is_lowercase)
}

/// Whether a word is a month, in full or abbreviated.
pub(super) fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

/// Value and number of digits.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn forms_people_write() {
        finds(dates, "on 3/14/2024, 2024-03-14 and 14.03.24", &["3/14/2024", "2024-03-14", "14.03.24"]);
        finds(dates, "March 14th, 2024 or 14 March or Feb 2021", &["March 14th, 2024", "14 March", "Feb 2021"]);
        finds(dates, "16-Jun-2012, the 3rd of May", &["16-Jun-2012", "3rd of May"]);
        finds(dates, "seen 3/14", &["3/14"]);
    }

    #[test]
    fn other_numbers() {
        finds(dates, "open 24/7, 1/2 cup, in 2024, you may 5 times", &[]);
        finds(dates, "version 1.2.3.4, BP 120/80, ratio 3/4/5/6", &[]);
    }
}
