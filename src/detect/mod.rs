//! What patterns cannot do alone: numbers with structure, dates, ages, addresses, names.
//!
//! A detector says what stands where and what about the value itself speaks for or against it.
//! Whether that matters is decided by the rule around it: its cues are data.

mod address;
mod age;
mod common_words;
mod date;
mod lists;
mod name;
mod named;
mod narrative;
mod national;
mod net;
mod number;
mod offered;
mod own;
mod place;
pub(crate) mod validators;

pub use lists::Lists;
pub(crate) use name::Person;
pub(crate) use own::Own;

use std::cell::OnceCell;
use std::cmp::Ordering;

use crate::post::RepliedTo;
use crate::ruleset::Detector;
use crate::span::Span;
use crate::text::Text;

/// What a detector may look at.
pub(crate) struct Scene<'s> {
    pub text: &'s Text<'s>,
    pub own: &'s Own,
    pub lists: &'s Lists,
    pub replying_to: Option<&'s RepliedTo>,
    /// The persons of the text, found when the first rule asks.
    pub people: &'s OnceCell<Vec<Person>>,
}

/// A value found, as bytes of the **folded** text.
pub(crate) struct Detected {
    pub span: Span,
    /// What it looks like, for the explanation.
    pub what: &'static str,
    /// What about the value speaks for it.
    pub raised: Vec<&'static str>,
    /// What about the value speaks against it.
    pub lowered: Vec<&'static str>,
}

impl Detected {
    fn new(span: Span, what: &'static str) -> Self {
        Self { span, what, raised: Vec::new(), lowered: Vec::new() }
    }

    fn lowered(mut self, reason: Option<&'static str>) -> Self {
        self.lowered.extend(reason);
        self
    }

    fn raised(mut self, reason: Option<&'static str>) -> Self {
        self.raised.extend(reason);
        self
    }
}

/// Runs one detector.
pub(crate) fn run(detector: Detector, scene: &Scene<'_>) -> Vec<Detected> {
    match detector {
        Detector::Ssn => number::ssn(scene),
        Detector::Phone => number::phone(scene),
        Detector::Fax => number::fax(scene),
        Detector::Email => net::email(scene),
        Detector::Ip => net::ip(scene),
        Detector::PortalUrl => net::portal_url(scene),
        Detector::CareDate => date::dates(scene),
        Detector::RelativeDate => date::relative(scene),
        Detector::AgeOver89 => age::over_89(scene),
        Detector::NameByCue => name::by_cue(scene),
        Detector::TitledName => name::titled(scene),
        Detector::RelativeName => name::relatives(scene),
        Detector::ClinicianName => name::clinicians(scene),
        Detector::NameInField => name::in_fields(scene),
        Detector::FullName => name::full(scene),
        Detector::OtherName => name::others(scene),
        Detector::NameBesideCare => name::beside_care(scene),
        Detector::AnsweredName => name::answered(scene),
        Detector::OwnRecordNumber => own::record_numbers(scene),
        Detector::Facility => place::facilities(scene),
        Detector::Town => place::towns(scene),
        Detector::Locality => place::localities(scene),
        Detector::Address => address::addresses(scene),
        Detector::GivenAddress => address::given(scene),
        Detector::Age => age::of_one(scene),
        Detector::Narrative => narrative::narratives(scene),
        Detector::ThirdPerson => narrative::third_person(scene),
        Detector::NamedPlace => named::named(scene),
    }
}

/// Whether a sorted list, of words with one space between, holds a word. One text is far smaller in a
/// page than a table of words, and halved as fast.
fn is_in(list: &str, word: &str) -> bool {
    let (mut from, mut to) = (0, list.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = list.as_bytes()[from..middle].iter().rposition(|byte| *byte == b' ').map_or(from, |at| from + at + 1);
        let end = list.as_bytes()[middle..to].iter().position(|byte| *byte == b' ').map_or(to, |at| middle + at);
        match list.as_bytes()[start..end].cmp(word.as_bytes()) {
            Ordering::Equal => return true,
            Ordering::Less => from = end + 1,
            Ordering::Greater => to = start.saturating_sub(1),
        }
    }
    false
}

/// What a detector finds in a text, with no profile and no name lists.
#[cfg(test)]
#[track_caller]
fn finds(detector: fn(&Scene<'_>) -> Vec<Detected>, typed: &str, expected: &[&str]) {
    let text = Text::new(typed);
    let (own, lists) = (Own::default(), Lists::default());
    let found: Vec<&str> = detector(&Scene { text: &text, own: &own, lists: &lists, replying_to: None, people: &Default::default() })
        .iter()
        .map(|d| text.typed_at(d.span))
        .collect();
    assert_eq!(found, expected);
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn words_of_a_list() {
        let list = "a ab abc b de";
        assert!(list.split(' ').all(|word| is_in(list, word)));
        assert!(["", " ", "aa", "c", "d", "e", "ab abc", "z"].iter().all(|word| !is_in(list, word)));
        assert!(is_in("a", "a") && !is_in("", "a"));
    }
}
