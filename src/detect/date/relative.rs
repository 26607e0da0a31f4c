//! Days told from today or by their name: "last Thursday", "two weeks ago", "the 3rd", "Christmas Eve", "in May".

use super::{between, is_verb, month, number, ordinal, words_span};
use crate::detect::{Detected, Scene};
use crate::text::Text;

/// Every day or month told so. They fill event posts, so a rule needs a person and care beside them.
pub(in crate::detect) fn relative(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        match from(text, at) {
            Some((first, last, what)) => {
                found.push(Detected::new(words_span(text, first, last), what));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

type Found = (usize, usize, &'static str);

fn from(text: &Text<'_>, at: usize) -> Option<Found> {
    let end = text.sentence_of(at).end;
    let word = |offset: usize| if at + offset < end { text.word(at + offset) } else { "" };
    weekday_from(text, at, end)
        .or_else(|| holiday(word).map(|length| (at, at + length - 1, "a holiday")))
        .or_else(|| ago(text, at, end))
        .or_else(|| day_of_month(text, at, end))
        .or_else(|| month_alone(text, at, end))
        .or_else(|| match (word(0), word(1)) {
            ("yesterday", _) => Some((at, part_of_day(text, at, end), "a day")),
            ("last", "night" | "week" | "weekend" | "month") => Some((at, at + 1, "a day or a week")),
            ("this", "morning" | "afternoon" | "evening" | "weekend") => Some((at, at + 1, "a day")),
            _ => None,
        })
}

/// "Tuesday", "last Thursday night"; never "Mondays", "every Tuesday" or "Monday to Friday".
fn weekday_from(text: &Text<'_>, at: usize, end: usize) -> Option<Found> {
    let pointed = matches!(text.word(at), "last" | "this" | "next" | "past");
    let day = if pointed { at + 1 } else { at };
    let before = |index: usize| index.checked_sub(1).filter(|&i| i >= text.sentence_of(at).first).map_or("", |i| text.word(i));
    let short = is_short_weekday(text.word(day)) && (pointed || before(day) == "on") && text.is_capitalised(day);
    if day >= end || !(is_weekday(text.word(day)) || short) {
        return None;
    }
    let repeated = matches!(before(at), "every" | "each" | "most" | "open" | "to" | "through" | "thru" | "until" | "and" | "or" | "of")
        || !pointed && is_weekday(before(at))
        || is_ordinal_word(before(at));
    let goes_on = matches!(text.word(day + 1), "to" | "through" | "thru" | "and" | "or") && is_weekday(text.word(day + 2))
        || is_weekday(text.word(day + 1)) && day + 1 < end
        || between(text, day).is_some_and(|s| s.contains('/') || s.contains('-'));
    (!repeated && !goes_on).then(|| (at, part_of_day(text, day, end), "a day of the week"))
}

/// "two days ago", "3 weeks ago", "a month ago". Years alone are allowed.
fn ago(text: &Text<'_>, at: usize, end: usize) -> Option<Found> {
    let unit = (at + 1..end.min(at + 4)).find(|&index| {
        matches!(text.word(index), "day" | "days" | "night" | "nights" | "week" | "weeks" | "month" | "months")
            && text.word(index + 1) == "ago"
    })?;
    let counted = number(text, at).is_some()
        || matches!(
            text.word(at),
            "a" | "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "couple" | "few" | "several"
        );
    (counted && unit + 1 < end).then_some((at, unit + 1, "a day told from today"))
}

/// "on the 3rd", where no thing is counted ("the 3rd floor").
fn day_of_month(text: &Text<'_>, at: usize, end: usize) -> Option<Found> {
    let told = text.word(at) == "the" && at > 0 && matches!(text.word(at - 1), "on" | "since" | "until" | "by" | "from" | "of");
    let day = at + 1;
    if !told || day >= end || ordinal(text.word(day)).and_then(|digits| digits.parse().ok()).is_none_or(|day: u32| !(1..=31).contains(&day))
    {
        return None;
    }
    let closed = day + 1 >= end || between(text, day).is_some_and(|s| s != " ");
    let small_word = matches!(
        text.word(day + 1),
        "at" | "in"
            | "for"
            | "with"
            | "after"
            | "and"
            | "when"
            | "she"
            | "he"
            | "they"
            | "we"
            | "i"
            | "to"
            | "but"
            | "went"
            | "was"
            | "because"
            | "before"
    );
    (closed || small_word).then_some((at, day, "a day of the month"))
}

/// "in May", "last October", "early June", with no day or year.
fn month_alone(text: &Text<'_>, at: usize, end: usize) -> Option<Found> {
    month(text.word(at)).filter(|_| !is_verb(text, at) && text.is_capitalised(at))?;
    let before = at.checked_sub(1).map_or("", |index| text.word(index));
    let told = matches!(before, "in" | "last" | "this" | "since" | "early" | "late" | "mid" | "until" | "of");
    let goes_on = at + 1 < end && number(text, at + 1).is_some()
        || matches!(text.word(at + 1), "of" | "is")
        || matches!(text.word(at + 1), "and" | "or" | "to" | "through") && month(text.word(at + 2)).is_some();
    (told && !goes_on).then_some((at, at, "a month"))
}

/// Where "Tuesday" ends: "Tuesday night", "yesterday morning".
fn part_of_day(text: &Text<'_>, at: usize, end: usize) -> usize {
    let part = matches!(text.word(at + 1), "morning" | "afternoon" | "evening" | "night");
    if part && at + 1 < end { at + 1 } else { at }
}

/// How many words a holiday's name has.
fn holiday<'t>(word: impl Fn(usize) -> &'t str) -> Option<usize> {
    let eve_or_day = usize::from(matches!(word(1), "eve" | "day" | "morning" | "night"));
    match (word(0), word(1), word(2)) {
        ("new", "year's" | "years", "eve" | "day") | ("super", "bowl", "sunday") | ("st" | "saint", "patrick's" | "patricks", "day") => {
            Some(3)
        }
        ("fourth" | "4th", "of", "july") => Some(3),
        ("christmas" | "xmas" | "thanksgiving", _, _) => Some(1 + eve_or_day),
        ("easter", "sunday" | "monday", _) => Some(2),
        ("easter" | "halloween" | "hanukkah" | "diwali" | "juneteenth", _, _) => Some(1),
        ("good" | "black", "friday", _) => Some(2),
        (
            "mother's" | "mothers" | "father's" | "fathers" | "valentine's" | "valentines" | "labor" | "labour" | "memorial" | "veterans"
            | "boxing" | "independence" | "presidents" | "australia" | "canada" | "anzac",
            "day",
            _,
        ) => Some(2),
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

fn is_short_weekday(word: &str) -> bool {
    matches!(word, "mon" | "tue" | "tues" | "wed" | "weds" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun")
}

fn is_ordinal_word(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth" | "1st" | "2nd" | "3rd" | "4th")
}

#[cfg(test)]
mod tests {
    use super::relative;
    use crate::detect::finds;

    #[test]
    fn days_told() {
        finds(relative, "last Thursday, this Tuesday night, Monday morning", &["last Thursday", "this Tuesday night", "Monday morning"]);
        finds(
            relative,
            "yesterday morning, last night, two days ago, 3 weeks ago",
            &["yesterday morning", "last night", "two days ago", "3 weeks ago"],
        );
        finds(relative, "on Xmas eve, Christmas Day and New Year's Eve", &["Xmas eve", "Christmas Day", "New Year's Eve"]);
        finds(relative, "he died on the 3rd. In on the 14th and out", &["the 3rd", "the 14th"]);
        finds(relative, "a colonoscopy in May, back last October and home", &["May", "October"]);
    }

    #[test]
    fn no_days() {
        finds(relative, "every Tuesday, Mondays, Monday to Friday, Mon-Fri, on the 3rd floor", &[]);
        finds(relative, "two years ago, you may come in, in May 2021, the first Monday, in May and June", &[]);
    }
}
