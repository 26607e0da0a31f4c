//! Numbers in groups: social security, telephone and fax numbers.

use super::validators::{self, Validity};
use super::{Detected, Scene};
use crate::ruleset::Validator;
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Social security numbers: three, two and four digits with the same separator.
pub(super) fn ssn(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |group: Group| {
        let same_separator = group.separators.windows(2).all(|pair| pair[0] == pair[1]);
        let grouped = group.lengths == [3, 2, 4] && same_separator && matches!(group.separators[0], "-" | " " | ".");
        // Nine digits in a row are a social security number only after its name.
        let bare = group.lengths == [9] && after_cue(text, group.first, &["ssn", "ssns", "social"]);
        if !grouped && !bare {
            return None;
        }
        match validators::check(Validator::Ssn, group.span.of(text.folded())) {
            Validity::Valid => Some(Detected::new(group.span, "a number in the form of a social security number")),
            Validity::Reserved(why) => {
                Some(Detected::new(group.span, "a number in the form of a social security number").lowered(Some(why)))
            }
            Validity::Invalid => None,
        }
    };
    groups(text).filter_map(detected).collect()
}

/// Telephone numbers that are neither the organisation's own nor toll-free service numbers.
pub(super) fn phone(scene: &Scene<'_>) -> Vec<Detected> {
    dialled(scene, |text, group| !after_fax(text, group), "a telephone number")
}

/// Fax numbers: the same forms, after the word.
pub(super) fn fax(scene: &Scene<'_>) -> Vec<Detected> {
    dialled(scene, after_fax, "a fax number")
}

fn dialled(scene: &Scene<'_>, wanted: impl Fn(&Text<'_>, &Group<'_>) -> bool, what: &'static str) -> Vec<Detected> {
    let text = scene.text;
    let detected = |group: Group| {
        let number = group.phone_digits(text)?;
        if !wanted(text, &group) || is_service_number(&number) || scene.own.has_phone(&number) {
            return None;
        }
        let reserved = (number.len() == 10 && &number[3..8] == "55501").then_some("this number is reserved for fiction");
        let short = (number.len() == 7).then_some("it has no area code");
        Some(Detected::new(group.whole(text), what).lowered(reserved).lowered(short))
    };
    groups(text).filter_map(detected).collect()
}

/// Toll-free and short service numbers belong to organisations.
fn is_service_number(number: &str) -> bool {
    let british = number.len() == 11 && ["0800", "0808", "0300", "0333", "0345", "0845"].iter().any(|code| number.starts_with(code));
    let australian = number.len() == 10 && ["1300", "1800"].iter().any(|code| number.starts_with(code));
    british
        || australian
        || number.len() == 10 && ["800", "833", "844", "855", "866", "877", "888"].iter().any(|code| number.starts_with(code))
}

fn after_fax(text: &Text<'_>, group: &Group<'_>) -> bool {
    after_cue(text, group.first, &["fax", "faxed", "facsimile", "f"])
}

/// Whether one of the words stands within three words before word `at`, in the same line.
fn after_cue(text: &Text<'_>, at: usize, cues: &[&str]) -> bool {
    let from = at.saturating_sub(3).max(text.sentence_of(at).first);
    (from..at).any(|index| cues.contains(&text.word(index)))
}

/// Digits in a row, with single separators between.
struct Group<'t> {
    /// Index of the first word.
    first: usize,
    span: Span,
    lengths: Vec<usize>,
    separators: Vec<&'t str>,
}

impl Group<'_> {
    /// The ten or seven national digits, or all digits of an international number.
    fn phone_digits(&self, text: &Text<'_>) -> Option<String> {
        let digits: String = self.span.of(text.folded()).bytes().filter(u8::is_ascii_digit).map(char::from).collect();
        let before = &text.folded()[..self.span.start];
        let international = before.ends_with('+');
        let not_ratio = self.separators.iter().all(|s| *s != "/");
        let cued = || after_cue(text, self.first, PHONE_CUES) || before.trim_end().ends_with(['☎', '✆', '📞', '📱']);
        match self.lengths[..] {
            [3, 3, 4] if not_ratio => Some(digits),
            [1, 3, 3, 4] if not_ratio && digits.starts_with('1') => Some(digits[1..].to_owned()),
            [3, 4] if self.separators[0] == "-" => Some(digits),
            [10] if !digits.starts_with(['0', '1']) && cued() => Some(digits),
            _ if international && (9..=15).contains(&digits.len()) => Some(digits),
            // "020 7946 0958", "0412 345 678", "01632 960 983": national numbers abroad begin with 0.
            [3..=5, 3..=6, ..] if not_ratio && digits.starts_with('0') && (10..=11).contains(&digits.len()) && self.spaced() => {
                Some(digits)
            }
            [2, 4, 4] if not_ratio && digits.starts_with('0') => Some(digits),
            // Any other shape is a telephone number only where one is announced.
            [_, _, ..] | [7..=11] if not_ratio && (7..=12).contains(&digits.len()) && !self.is_date() && cued() => Some(digits),
            _ => None,
        }
    }

    /// Whether every group stands after a space or a hyphen.
    fn spaced(&self) -> bool {
        self.separators.iter().all(|s| matches!(*s, " " | "-" | ") "))
    }

    /// "2024-03-14" or "14.03.2024": eight digits with a year at an end.
    fn is_date(&self) -> bool {
        matches!(self.lengths[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4])
    }

    /// The number with its `(` or `+` and its extension.
    fn whole(&self, text: &Text<'_>) -> Span {
        let before = &text.folded()[..self.span.start];
        let opening = usize::from(before.ends_with(['(', '+']));
        let next = text.word_index_at(self.span.end);
        let extended = matches!(text.word(next), "ext" | "extension" | "x" | "extn")
            && text.words().get(next + 1).is_some_and(|word| word.kind == WordKind::Digits && word.start < text.words()[next].end + 4);
        let end = if extended { text.words()[next + 1].end as usize } else { self.span.end };
        Span::new(self.span.start - opening, end)
    }
}

const PHONE_CUES: &[&str] = &[
    "phone",
    "tel",
    "telephone",
    "cell",
    "mobile",
    "call",
    "text",
    "number",
    "fax",
    "f",
    "p",
    "t",
    "whatsapp",
    "registered",
    "landline",
    "dial",
    "ring",
    "voicemail",
    "callback",
    "ph",
    "contact",
    "reach",
];

/// Every run of digit groups of the text.
fn groups<'t>(text: &'t Text<'t>) -> impl Iterator<Item = Group<'t>> {
    let words = text.words();
    let folded = text.folded();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < words.len() {
            let first = at;
            at += 1;
            if words[first].kind != WordKind::Digits {
                continue;
            }
            let mut group = Group { first, span: words[first].span(), lengths: vec![words[first].span().len()], separators: Vec::new() };
            while let Some(next) = words.get(at).filter(|next| next.kind == WordKind::Digits) {
                let between = &folded[group.span.end..next.start as usize];
                if !matches!(between, "-" | "." | " " | "/" | ") " | ")" | ")-" | " (" | "-(" | " - ") {
                    break;
                }
                group.separators.push(between);
                group.lengths.push(next.span().len());
                group.span.end = next.end as usize;
                at += 1;
            }
            return Some(group);
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn numbers_of_many_countries() {
        finds(phone, "(303) 555-7342 ext. 51, 1-303-555-7342, 303.555.7342", &["(303) 555-7342 ext. 51", "1-303-555-7342", "303.555.7342"]);
        finds(
            phone,
            "020 7946 0958, 0412 345 678, 01632 960983, +44 20 7946 0958",
            &["020 7946 0958", "0412 345 678", "01632 960983", "+44 20 7946 0958"],
        );
        finds(phone, "Phone: 0490 75 40 81, call me at 72 128 827", &["0490 75 40 81", "72 128 827"]);
        finds(phone, "☎ 3035557342", &["3035557342"]);
    }

    #[test]
    fn no_numbers_of_a_person() {
        finds(phone, "1-800-232-4636, call 988 or 911, 0800 123 4567", &[]);
        finds(phone, "from 2020-2024, on 2024-03-14 call, 120/80, 10 000 steps", &[]);
    }
}
