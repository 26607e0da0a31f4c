//! One pass over a text that finds its persons.

use crate::detect::lists::Kinds;
use crate::detect::{Detected, Scene};
use crate::span::Span;

use super::after::{After, after};
use super::again;
use super::before::{Before, before, is_kin};
use super::quiet::{is_brand, is_known};
use super::run::{Case, Part, Run};
use super::weigh::{Around, PLAIN, POSSIBLE};
use super::{between, words_span};

/// Who a person is, as far as the words around the name tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Patient,
    Relative,
    Clinician,
    /// The person a form is about.
    Field,
    /// Anybody.
    Other,
}

/// A person found by name.
#[derive(Debug)]
pub(crate) struct Person {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) span: Span,
    pub(super) role: Role,
    /// Whether more than one name is told.
    pub(super) full: bool,
    /// Whether the name needs no cue to be one.
    pub(super) plain: bool,
    /// Whether it takes words about care to make it a person: "Kevin".
    pub(super) faint: bool,
    /// Whether the lists know a name of a patient told in full.
    pub(super) sure: bool,
    /// Whether it takes words about care around it to make the person a patient: "Mrs. Roe".
    pub(super) weak: bool,
    pub(super) what: &'static str,
}

impl Person {
    pub(super) fn detected(&self) -> Detected {
        Detected::new(self.span, self.what).raised(self.sure.then_some("the lists of names know it"))
    }
}

/// Every person of a text, in order.
pub(super) fn recognise(scene: &Scene<'_>) -> Vec<Person> {
    let text = scene.text;
    let mut found: Vec<Person> = Vec::new();
    let mut at = 0;
    // In a text without any capital, names have none either.
    let small = !text.typed().contains(char::is_uppercase);
    while at < text.words().len() {
        let run = case(scene, at, small).and_then(|case| Run::at(scene, at, case));
        let Some(run) = run else {
            at += 1;
            continue;
        };
        let known = is_known(scene, run.first, run.last) || is_brand(text, run.first, run.last);
        let person = if known { None } else { person(scene, &run) };
        // The rest of a name that is nobody's here is nobody's either.
        at = person.as_ref().map_or(if known { run.last } else { at }, |person| person.last) + 1;
        found.extend(person);
    }
    again::mentioned(scene, &mut found);
    found
}

fn person(scene: &Scene<'_>, run: &Run) -> Option<Person> {
    let text = scene.text;
    let first = run.first;
    let lead = before(text, first);
    let titled = matches!(lead, Before::Patient | Before::NameIs | Before::Courtesy | Before::Doctor);
    let begins = text.sentence_of(first).first == first;
    if run.starts_with_a_word() && begins || run.is_thing(text) && !titled {
        return None;
    }
    let (mut last, mut full, mut score) = (run.last, run.is_full(), run.score());
    let given = given_after_comma(scene, run, lead);
    if let Some(end) = given {
        (last, full, score) = (end, true, score + 3);
    }
    let tail = after(text, last);
    if tail == After::Thing && !titled || lead == Before::Soft && !full && text.word(first - 1) == "from" {
        return None;
    }
    let around = Around { text, run, last, lead, tail, full };
    let role = around.role(score)?;
    let weight = score + around.weight();
    let plain = weight >= PLAIN && (weight > PLAIN || run.has_given() || given.is_some() || around.is_cue());
    let enough = match role {
        Role::Patient | Role::Relative | Role::Clinician | Role::Field => true,
        Role::Other if full => plain || weight >= POSSIBLE && (run.is_listed() || around.is_cue()),
        Role::Other => tail == After::Living && weight >= POSSIBLE || run.has_given() && weight >= PLAIN,
    };
    let faint = !enough;
    if faint && !(run.has_given() && score + around.weight().min(0) >= POSSIBLE) {
        return None;
    }
    let what = match role {
        Role::Patient => "the name of a patient",
        Role::Relative => "the name of a relative",
        Role::Clinician => "the name of somebody who treats",
        Role::Field => "a name in a form",
        Role::Other if full => "a given name and a surname",
        Role::Other => "a given name",
    };
    let sure = role == Role::Patient && full && run.is_listed();
    let weak = role == Role::Patient && around.is_weak();
    Some(Person { first, last, span: words_span(text, first, last), role, full, plain, faint, sure, weak, what })
}

/// How a name may be written at a word; `None` if none can start there. Words in lower case are
/// looked at only after a cue, so that most are passed in one comparison.
fn case(scene: &Scene<'_>, first: usize, small: bool) -> Option<Case> {
    let text = scene.text;
    if text.is_capitalised(first) {
        return Some(Case::Capitals);
    }
    let cue = first.checked_sub(1).map_or("", |before| text.word(before));
    if matches!(cue, "mr" | "mrs" | "dr" | "senor" | "senora") && matches!(before(text, first), Before::Courtesy | Before::Doctor) {
        return Some(Case::Titled);
    }
    let told = (matches!(cue, "patient" | "pt" | "named" | "ms" | "name" | "is" | "client" | "nurse") || is_kin(cue))
        && matches!(before(text, first), Before::Patient | Before::NameIs | Before::Courtesy | Before::Kin | Before::Field { .. });
    let given = || {
        let kinds = scene.lists.kinds(text.word(first));
        kinds.has(Kinds::GIVEN) && !kinds.has(Kinds::WORD)
    };
    (told || small && given()).then_some(Case::Any)
}

/// "Roe, Jane": the given name after a comma, where a person is expected.
fn given_after_comma(scene: &Scene<'_>, run: &Run, lead: Before) -> Option<usize> {
    let text = scene.text;
    let expected = matches!(
        lead,
        Before::Patient | Before::NameIs | Before::Field { .. } | Before::Addressed | Before::Clinician | Before::Soft | Before::Kin
    ) || text.sentence_of(run.first).first == run.first;
    let strong = matches!(lead, Before::Patient | Before::NameIs | Before::Field { .. } | Before::Clinician | Before::Kin);
    if !expected || between(text, run.last) != ", " || run.starts_with(Part::Given) || run.has_given() && !strong {
        return None;
    }
    let next = Run::at(scene, run.last + 1, Case::Capitals).filter(Run::has_given)?;
    // A list of names goes on: "Roe, Jane, Ann".
    let goes_on = between(text, next.last).starts_with(',') && Run::at(scene, next.last + 1, Case::Capitals).is_some() && !strong;
    (!goes_on).then_some(next.last)
}
