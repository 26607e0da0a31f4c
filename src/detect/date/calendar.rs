//! Dates with a day or a month of a calendar: "3/14/2024", "March 3rd", "14 March", "Feb 2021".

use super::{between, day, is_verb, is_year, month, number, words_span};
use crate::detect::{Detected, Scene};
use crate::text::Text;

/// A date's last word, and whether there is such a day.
struct Found {
    last: usize,
    exists: bool,
}

/// Every date with a day or a month. Whether it is tied to care, the rule decides.
pub(in crate::detect) fn dates(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        match numeric(text, at).or_else(|| written(text, at)).or_else(|| glued(text, at)) {
            Some(date) => {
                let span = words_span(text, at, date.last);
                found.push(Detected::new(span, "a date").lowered((!date.exists).then_some("there is no such day")));
                at = date.last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// "3/14/2024", "2024-03-14", "14.03.24", "3/14", "03/2024", each with a time of day that follows.
fn numeric(text: &Text<'_>, at: usize) -> Option<Found> {
    let first = number(text, at)?;
    let separator = between(text, at)?;
    if !matches!(separator, "/" | "-" | "." | " - " | " / ") || text.folded()[..text.words()[at].start as usize].ends_with(['/', '-', '.'])
    {
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
            let spaced_out = separator.len() == 3 && third.1 != 4 && first.1 != 4;
            ((year_last || year_first) && !spaced_out).then(|| {
                let (a, b) = if year_first { (second.0, third.0) } else { (first.0, second.0) };
                Found { last: time_after(text, at + 2), exists: is_day_of(a, b) || is_day_of(b, a) }
            })
        }
        None if separator == "/" && !joined_on(at + 1) => {
            let month_and_year = (1..=12).contains(&first.0) && second.1 == 4 && is_year(second);
            // "3/14" needs a slash; "24/7" and "1/2" are other things, unless something says "on 3/4".
            let said =
                at > 0 && matches!(text.word(at - 1), "on" | "since" | "dob" | "until" | "dated" | "seen" | "admitted" | "discharged");
            let month_and_day = (1..=12).contains(&first.0) && (1..=31).contains(&second.0) && (second.1 == 2 || said);
            // "pain 3/10", "strength 5/5" are scores.
            let score = second.0 == 10 && second.1 == 2 && at > 0 && is_score(text.word(at - 1));
            let is_date = month_and_year || month_and_day && !score && (first.0 * second.0 > 2 || said);
            is_date.then(|| Found { last: at + 1, exists: month_and_year || is_day_of(first.0, second.0) })
        }
        _ => None,
    }
}

/// "14-Mar-2024".
fn day_month_year_by_name(text: &Text<'_>, at: usize, separator: &str) -> Option<Found> {
    let day = number(text, at).filter(|day| (1..=31).contains(&day.0))?;
    let month = month(text.word(at + 1))?;
    let year = between(text, at + 1) == Some(separator) && number(text, at + 2).is_some_and(is_year);
    year.then(|| Found { last: at + 2, exists: is_day_of(month, day.0) })
}

/// "March 14, 2024", "14 March", "March 2024", "the 3rd of May", "March 3–5".
fn written(text: &Text<'_>, at: usize) -> Option<Found> {
    let end = text.sentence_of(at).end;
    if let Some(month) = month(text.word(at)).filter(|_| !is_verb(text, at)) {
        if at + 1 < end
            && let Some(day) = day(text, at + 1)
        {
            let last = day_range(text, at + 1, end);
            return Some(Found { last: year_after(text, last, end), exists: is_day_of(month, day) });
        }
        let with_of = at + 2 < end && text.word(at + 1) == "of";
        let last = year_after(text, at + usize::from(with_of), end);
        return (last > at + usize::from(with_of)).then_some(Found { last, exists: true });
    }
    let day = day(text, at)?;
    let until = day_range(text, at, end);
    let named = if text.word(until + 1) == "of" { until + 2 } else { until + 1 };
    let month = month(text.word(named)).filter(|_| named < end && !is_verb(text, named))?;
    Some(Found { last: year_after(text, named, end), exists: is_day_of(month, day) })
}

/// "14mar2024", "03MAR1962": one word.
fn glued(text: &Text<'_>, at: usize) -> Option<Found> {
    let word = text.word(at);
    let days = word.bytes().take_while(u8::is_ascii_digit).count();
    let years = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&days) || !matches!(years, 2 | 4) || word.len() <= days + years {
        return None;
    }
    let day: u32 = word[..days].parse().ok()?;
    let month = month(&word[days..word.len() - years])?;
    Some(Found { last: at, exists: is_day_of(month, day) })
}

/// The last word of "3", "3-5" or "3 to 5".
fn day_range(text: &Text<'_>, at: usize, end: usize) -> usize {
    let joined = between(text, at).is_some_and(|s| matches!(s, "-" | " - "));
    if joined && at + 1 < end && day(text, at + 1).is_some() {
        return at + 1;
    }
    let to = matches!(text.word(at + 1), "to" | "through" | "and" | "until");
    if to && at + 2 < end && day(text, at + 2).is_some() { at + 2 } else { at }
}

/// The year that follows word `last`, or `last`.
fn year_after(text: &Text<'_>, last: usize, end: usize) -> usize {
    let year =
        last + 1 < end && number(text, last + 1).is_some_and(|n| n.1 == 4 && is_year(n) || n.1 == 2 && after_apostrophe(text, last + 1));
    if year { last + 1 } else { last }
}

/// "Feb '21".
fn after_apostrophe(text: &Text<'_>, at: usize) -> bool {
    text.folded()[..text.words()[at].start as usize].ends_with('\'')
}

/// The last word of a time of day right after word `last` ("2024-03-14 08:30:12"), or `last`.
fn time_after(text: &Text<'_>, last: usize) -> usize {
    let clock = |at: usize| number(text, at).is_some_and(|n| n.1 <= 2 && n.0 < 60);
    let colon = |at: usize| between(text, at) == Some(":");
    let spaced = matches!(between(text, last), Some(" " | ", "));
    if !(spaced && clock(last + 1) && colon(last + 1) && clock(last + 2)) {
        return last;
    }
    if colon(last + 2) && clock(last + 3) { last + 3 } else { last + 2 }
}

/// Things told as so many of ten.
fn is_score(word: &str) -> bool {
    matches!(word, "pain" | "score" | "scored" | "scale" | "severity" | "rated" | "strength" | "a" | "is" | "was" | "apgar" | "at" | "now")
}

fn is_day_of(month: u32, day: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
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
        finds(dates, "seen 3/14, on 3/4, in 03/2021", &["3/14", "3/4", "03/2021"]);
        finds(dates, "March of 2021, Feb '21, 03MAR1962", &["March of 2021", "Feb '21", "03MAR1962"]);
        finds(dates, "March 3–5, 2024, 3 to 5 March", &["March 3–5, 2024", "3 to 5 March"]);
        finds(dates, "2024-03-14 08:30:12", &["2024-03-14 08:30:12"]);
    }

    #[test]
    fn other_numbers() {
        finds(dates, "open 24/7, 1/2 cup, in 2024, you may 5 times", &[]);
        finds(dates, "version 1.2.3.4, BP 120/80, ratio 3/4/5/6, pain 3/10", &[]);
    }

    #[test]
    fn days_that_are_not() {
        let text = Text::new("born 02/30/1980, seen February 28, 1980");
        let (own, lists) = (crate::detect::Own::default(), crate::detect::Lists::default());
        let lowered: Vec<usize> = dates(&Scene { text: &text, own: &own, lists: &lists, replying_to: None, people: &Default::default() })
            .iter()
            .map(|d| d.lowered.len())
            .collect();
        assert_eq!(lowered, [1, 0]);
    }
}
