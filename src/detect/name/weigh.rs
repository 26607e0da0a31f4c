//! Weighs what stands around a name.

use crate::text::Text;

use super::after::After;
use super::before::{Before, owns_line};
use super::between;
use super::person::Role;
use super::run::{Part, Run};

/// How much evidence makes a name plain without any role.
pub(super) const PLAIN: i32 = 4;
/// How much makes it possible.
pub(super) const POSSIBLE: i32 = 3;

/// A name and what stands around it.
pub(super) struct Around<'a> {
    pub text: &'a Text<'a>,
    pub run: &'a Run,
    /// The last word of the name; the run's, or the one after "Roe, Jane".
    pub last: usize,
    pub lead: Before,
    pub tail: After,
    /// Whether more than one name is told.
    pub full: bool,
}

impl Around<'_> {
    /// Who it is; `None` if what stands around says that it is nobody this is about.
    pub fn role(&self, score: i32) -> Option<Role> {
        let Self { text, run, lead, tail, full, .. } = *self;
        let capital = text.is_capitalised(run.first);
        let listed = run.is_listed();
        if tail == After::Credential && !matches!(lead, Before::Courtesy | Before::Doctor) {
            return (listed || full).then_some(Role::Clinician);
        }
        if tail == After::State {
            return None;
        }
        match lead {
            Before::Courtesy => return Some(Role::Patient),
            Before::Doctor => return Some(Role::Clinician),
            Before::Patient | Before::NameIs if capital && (score >= 2 || full) && !is_heading(text, run) => return Some(Role::Patient),
            Before::Patient | Before::NameIs if !capital && listed && full => return Some(Role::Patient),
            Before::Kin if capital && (listed || full) => return Some(Role::Relative),
            Before::Kin if capital && is_pronoun(text, run.first) && !run.starts_with(Part::Unknown) => return Some(Role::Relative),
            Before::Kin if !capital && run.has_given() && is_pronoun(text, run.first) => return Some(Role::Relative),
            Before::Field { colon } if capital && (full && (listed || colon) || colon && run.has_given()) => {
                return Some(Role::Field);
            }
            Before::Field { colon: true } if !capital && listed && full => return Some(Role::Field),
            Before::Clinician if capital && (listed || full) => return Some(Role::Clinician),
            Before::Field { colon: true } if capital && is_name_field(text, run.first) => return Some(Role::Field),
            Before::Public => return None,
            _ => {}
        }
        if !capital {
            return (run.has_given() && full).then_some(Role::Other);
        }
        if tail == After::Kin && listed {
            return Some(Role::Relative);
        }
        if tail == After::Record && (score >= 3 && listed || full) {
            return Some(Role::Patient);
        }
        Some(Role::Other)
    }

    /// Whether a title, "her name is" or an age is all that makes it a patient: neighbours, staff and
    /// cats have them too.
    pub fn is_weak(&self) -> bool {
        let Self { text, last, lead, tail, .. } = *self;
        match lead {
            Before::Courtesy | Before::NameIs => tail != After::Record || is_aged(text, last),
            Before::Patient => false,
            _ => tail == After::Record && is_aged(text, last),
        }
    }

    /// What stands around a name without a role, as points for and against.
    pub fn weight(&self) -> i32 {
        let Self { text, run, last, lead, tail, .. } = *self;
        let lead = match lead {
            Before::Addressed | Before::Patient | Before::NameIs | Before::Kin | Before::Field { .. } => 2,
            Before::Soft => 1,
            Before::Place => -2,
            Before::Capital => -3,
            _ => 0,
        };
        let tail = match tail {
            After::Living => 3,
            After::Care | After::Record => 2,
            After::Verb | After::Possessive | After::Spoken => 1,
            After::Thing | After::State => -3,
            _ => 0,
        };
        let shouted = is_shouted(text, run.first) && text.sentence_of(run.first).first == run.first;
        let line = owns_line(text, run.first, last);
        // The next word is capitalised too and no part of the name: the whole is a title.
        let heading = text.is_capitalised(last + 1) && matches!(between(text, last), " " | "-") && !is_shouted(text, last);
        // Words that can be both are names where nothing else asks for a capital.
        let inside = run.is_full() && !run.is_listed() && text.sentence_of(run.first).first != run.first;
        lead + tail + i32::from(inside) - 2 * i32::from(shouted) + i32::from(line) - 2 * i32::from(heading)
    }

    /// Whether something around the name says that it is a person's.
    pub fn is_cue(&self) -> bool {
        !matches!(self.lead, Before::Nothing | Before::Soft | Before::Place | Before::Capital) || self.tail != After::Nothing
    }
}

/// Whether a number follows that is an age, and no date of birth or record number: "Jane Roe, 81".
fn is_aged(text: &Text<'_>, last: usize) -> bool {
    text.word(last + 1).starts_with(|c: char| c.is_ascii_digit()) || matches!(text.word(last + 1), "a" | "is" | "was" | "age" | "aged")
}

/// "Patient Safety Week": all words that follow are capitalised.
fn is_heading(text: &Text<'_>, run: &Run) -> bool {
    !run.is_listed() && text.is_capitalised(run.last + 1) && between(text, run.last) == " "
}

/// "Name:", "What is your last name?"
fn is_name_field(text: &Text<'_>, first: usize) -> bool {
    first > 0 && matches!(text.word(first - 1), "name" | "names" | "surname")
}

/// Whether "her", "my" or the like stands before the word for a relative.
fn is_pronoun(text: &Text<'_>, first: usize) -> bool {
    first > 1 && matches!(text.word(first - 2), "my" | "her" | "his" | "their" | "our" | "your" | "little" | "old" | "older" | "younger")
}

fn is_shouted(text: &Text<'_>, at: usize) -> bool {
    text.words().get(at).is_some_and(|word| {
        let typed = text.typed_at(word.span());
        typed.chars().count() > 2 && !typed.contains(char::is_lowercase)
    })
}
