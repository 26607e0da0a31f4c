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
        Some(Detected::new(group.with_opening(text), what).lowered(reserved).lowered(short))
    };
    groups(text).filter_map(detected).collect()
}

/// Toll-free and short service numbers belong to organisations.
fn is_service_number(number: &str) -> bool {
    number.len() == 10 && ["800", "833", "844", "855", "866", "877", "888"].iter().any(|code| number.starts_with(code))
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
        let international = text.folded()[..self.span.start].ends_with('+');
        let not_ratio = self.separators.iter().all(|s| *s != "/");
        match self.lengths[..] {
            [3, 3, 4] if not_ratio => Some(digits),
            [1, 3, 3, 4] if not_ratio && digits.starts_with('1') => Some(digits[1..].to_owned()),
            [3, 4] if self.separators[0] == "-" => Some(digits),
            [10] if !digits.starts_with(['0', '1']) && after_cue(text, self.first, PHONE_CUES) => Some(digits),
            _ if international && (10..=15).contains(&digits.len()) => Some(digits),
            _ => None,
        }
    }

    /// The number with its `(` or `+`.
    fn with_opening(&self, text: &Text<'_>) -> Span {
        let before = &text.folded()[..self.span.start];
        let opening = usize::from(before.ends_with(['(', '+']));
        Span::new(self.span.start - opening, self.span.end)
    }
}

const PHONE_CUES: &[&str] = &["phone", "tel", "telephone", "cell", "mobile", "call", "text", "number", "fax", "f", "p", "t", "whatsapp"];

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
