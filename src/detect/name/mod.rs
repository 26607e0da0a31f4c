//! Persons by name, told by evidence: what a word can be, how it is written, what stands around it.
//!
//! One pass finds every person of a text; the detectors below hand out those that their rules ask
//! for. `run` finds words that make up a name, `before` and `after` read the words around it,
//! `weigh` adds it up, `again` finds the names that were told before, `quiet` and `figures` know
//! whose names do not matter.

mod after;
mod again;
mod before;
mod figures;
mod person;
mod quiet;
mod run;
mod weigh;
mod words;

use after::{is_thing as ends_a_name, may_be_thing};
pub(crate) use person::Person;
use person::{Role, recognise};

use super::common_words::is_common;
use super::lists::Kinds;
use super::{Detected, Scene};
use crate::span::Span;
use crate::text::Text;

/// What the names of organisations and places end in, and what such a thing is called: "house".
pub(super) fn is_thing(word: &str) -> bool {
    ends_a_name(word) || may_be_thing(word)
}

/// Persons who are named as patients: "patient Jane Roe", "Mrs. Alvarez", "54-year-old male, John Smith".
pub(super) fn by_cue(scene: &Scene<'_>) -> Vec<Detected> {
    let found = scene.people.get_or_init(|| recognise(scene));
    // Words that raise do not make up for weak words: beside care such a person is one of `titled`.
    let detected = |person: &Person| match person.weak {
        false => person.detected(),
        true => Detected::new(person.span, person.what)
            .lowered(Some("only a title, an age or “name is” tells of the person"))
            .lowered(Some("no word beside the name says “patient”")),
    };
    found.iter().filter(|person| person.role == Role::Patient).map(detected).collect()
}

/// Persons with a title, an age or "name is" and no word that says "patient": "Mrs. Alvarez", "Jane Roe, 54".
pub(super) fn titled(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.role == Role::Patient && person.weak)
}

/// Persons who are named as somebody's family: "her son Tyler", "Jenny's mom".
pub(super) fn relatives(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.role == Role::Relative)
}

/// Persons who treat: "Dr. Patel", "nurse Maria Roe".
pub(super) fn clinicians(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.role == Role::Clinician)
}

/// Persons in the field of a form: "Name: Jane Roe", "RE: Roe, Jane".
pub(super) fn in_fields(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.role == Role::Field)
}

/// Names of two words and more that belong to a person.
pub(super) fn full(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.full && person.plain && !matches!(person.role, Role::Patient | Role::Clinician))
}

/// Persons of whom nothing is told but the name.
pub(super) fn others(scene: &Scene<'_>) -> Vec<Detected> {
    people(scene, |person| person.role == Role::Other && !person.faint)
}

/// The same, and words that are names only beside care: "Kevin", "@kevinroe".
pub(super) fn beside_care(scene: &Scene<'_>) -> Vec<Detected> {
    let mut found = people(scene, |person| person.role == Role::Other);
    found.extend(handles(scene));
    found
}

/// Handles made of a given name and a surname.
fn handles(scene: &Scene<'_>) -> impl Iterator<Item = Detected> {
    let text = scene.text;
    let named = |word: &str| {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let split = |at: &usize| {
            letters.is_char_boundary(*at)
                && scene.lists.kinds(&letters[..*at]).is_only(Kinds::GIVEN)
                && scene.lists.kinds(&letters[*at..]).has(Kinds::SURNAME)
        };
        (3..letters.len().saturating_sub(2)).any(|at| split(&at))
    };
    let handle =
        move |at: &usize| text.word(*at - 1) == "@" && text.words()[*at - 1].end == text.words()[*at].start && named(text.word(*at));
    (1..text.words().len()).filter(handle).map(|at| Detected::new(text.words()[at].span(), "a handle made of a name"))
}

fn people(scene: &Scene<'_>, wanted: impl Fn(&Person) -> bool) -> Vec<Detected> {
    let found = scene.people.get_or_init(|| recognise(scene));
    found.iter().filter(|person| wanted(person)).map(|person| person.detected()).collect()
}

/// The name shown on what is being answered, in whole or in part.
pub(super) fn answered(scene: &Scene<'_>) -> Vec<Detected> {
    let Some(replied_to) = scene.replying_to else { return Vec::new() };
    let author = Text::new(&replied_to.author);
    let parts: Vec<&str> =
        (0..author.words().len()).filter(|index| is_name_shown(scene, &author, *index)).map(|index| author.word(index)).collect();
    let text = scene.text;
    let named = |index: &usize| text.is_capitalised(*index) && parts.contains(&stem(text, *index));
    (0..text.words().len())
        .filter(named)
        .map(|index| Detected::new(words_span(text, index, index), "the name of the person you answer"))
        .collect()
}

/// Whether a word of the name shown is a name and no part of a description ("Annoyed in Akron").
fn is_name_shown(scene: &Scene<'_>, author: &Text<'_>, index: usize) -> bool {
    const SHORT: usize = 2;
    let word = author.word(index);
    let listed = scene.lists.is_given_name(word) || scene.lists.is_surname(word);
    let place = index > 0 && matches!(author.word(index - 1), "in" | "from" | "of" | "at");
    word.len() > 2 && !is_common(word) && !place && (listed || author.words().len() <= SHORT)
}

/// A word without the `'s` of possession.
fn stem<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    let word = text.word(at);
    word.strip_suffix("'s").unwrap_or(word)
}

/// What stands between a word and the next.
fn between<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    match (text.words().get(at), text.words().get(at + 1)) {
        (Some(word), Some(next)) => &text.folded()[word.end as usize..next.start as usize],
        _ => "",
    }
}

/// The words of a name, without the `'s` after it, with the full stop of an initial.
fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    let start = text.words()[last].start as usize;
    let end = start + stem(text, last).len();
    let initial = stem(text, last).len() == 1 && text.folded()[end..].starts_with('.');
    Span::new(text.words()[first].start as usize, end + usize::from(initial))
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use super::*;
    use crate::detect::{Lists, Own};
    use crate::ruleset::Profile;

    #[track_caller]
    fn finds(detector: fn(&Scene<'_>) -> Vec<Detected>, typed: &str, expected: &[&str]) {
        let given = "ana\ngrace\njane\njohn\nmaria\nrobert\ntyler\nwill\n";
        let words = "asked\ngarden\ngrace\nperiod\nsafety\nsmith\nthen\nwill\n";
        let lists = Lists::from_sources(&[given, "alvarez\noconnell\nroe\nsafety\nsmith\n", "", words]).expect("plain words");
        let own = Own::new(&Profile { providers: vec!["Dr. Ana Alvarez".into()], ..Profile::default() });
        let (text, people) = (Text::new(typed), OnceCell::new());
        let scene = Scene { text: &text, own: &own, lists: &lists, replying_to: None, people: &people };
        let found: Vec<&str> = detector(&scene).iter().map(|d| text.typed_at(d.span)).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn patients() {
        finds(by_cue, "Patient Jane Roe and Mr. Smith's wife", &["Jane Roe", "Smith"]);
        finds(by_cue, "pt john smith came in", &["john smith"]);
        finds(by_cue, "Señora Ibáñez", &["Ibáñez"]);
        finds(by_cue, "mr alvarez in 412", &[]);
        finds(by_cue, "mr roe in 412, mrs okonjo in 413, mr enterography, dr appt", &["roe", "okonjo"]);
        finds(by_cue, "a man named Robert J. today", &["Robert J."]);
        finds(by_cue, "54-year-old male, John Smith, with a cough", &["John Smith"]);
        finds(by_cue, "Jane Roe, 54, and Tyler Abara (DOB 1/2/1950)", &["Jane Roe", "Tyler Abara"]);
        finds(by_cue, "Patient: Roe, Jane", &["Roe, Jane"]);
        finds(by_cue, "Patient Safety week; patient will be seen; the patient and Ms. Alvarez", &[]);
        finds(by_cue, "Jane Roe, 9 to 5", &[]);
    }

    #[test]
    fn relatives_clinicians_fields() {
        finds(relatives, "Jane's mom and her son tyler; Sister Maria; Mother Jane", &["Jane", "tyler"]);
        finds(clinicians, "Dr. Okafor, nurse Jane Roe and Maria Roe, RN; Dr. Ana Alvarez", &["Okafor", "Jane Roe", "Maria Roe"]);
        finds(in_fields, "Name: Jane Roe\nRE: Roe, Jane\nWhat is your last name? Okafor", &["Jane Roe", "Roe, Jane", "Okafor"]);
    }

    #[test]
    fn full_names() {
        finds(full, "We saw Jane Roe and Robert J. at noon", &["Jane Roe", "Robert J."]);
        finds(
            full,
            "Jane O'Connell, Maria de la Cruz and Jane Zieliński-Roe",
            &["Jane O'Connell", "Maria de la Cruz", "Jane Zieliński-Roe"],
        );
        finds(full, "Ana Alvarez, Florence Nightingale, Senator Jane Roe, Jane Roe Hospital, Jane Garden", &[]);
        finds(full, "Will Smith; jane Roe Street", &[]);
    }

    #[test]
    fn names_beside_care() {
        finds(beside_care, "Tyler came in; saw @janeroe92 and @clinic", &["Tyler", "janeroe92"]);
        finds(beside_care, "Grace came in, in Tyler and Macy's", &[]);
    }

    #[test]
    fn other_names() {
        finds(others, "jane roe came. Jane lives here. Then Jane.", &["Jane"]);
        finds(others, "we told jane smith to wait", &["jane smith"]);
        finds(others, "Grace period. Garden Grace. In Jane, TX", &[]);
    }
}
