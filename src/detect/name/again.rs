//! Names that are told again, in part.

use std::collections::BTreeMap;

use crate::detect::Scene;
use crate::detect::lists::Kinds;

use super::after::{After, after};
use super::before::{Before, before};
use super::person::{Person, Role};
use super::{stem, words_span};

/// Once somebody is told by a strong cue, each part of the name alone is that person again.
pub(super) fn mentioned(scene: &Scene<'_>, found: &mut Vec<Person>) {
    let text = scene.text;
    let mut known: BTreeMap<&str, (Role, bool)> = BTreeMap::new();
    for person in found.iter().filter(|person| !person.faint && (person.full || person.role != Role::Other)) {
        for index in person.first..=person.last {
            let part = stem(text, index);
            if part.len() > 2 && !scene.lists.kinds(part).has(Kinds::WORD) {
                known.entry(part).or_insert((person.role, person.weak));
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let mut again = Vec::new();
    let mut told = found.iter().peekable();
    for index in 0..text.words().len() {
        while told.next_if(|person| person.last < index).is_some() {}
        if told.peek().is_some_and(|person| person.first <= index) || !text.is_capitalised(index) {
            continue;
        }
        let Some(&(role, weak)) = known.get(stem(text, index)) else { continue };
        let other = matches!(after(text, index), After::Thing | After::State)
            || matches!(before(text, index), Before::Place | Before::Public | Before::Capital);
        if !other {
            let span = words_span(text, index, index);
            again.push(Person {
                first: index,
                last: index,
                span,
                role,
                full: false,
                plain: true,
                faint: false,
                sure: false,
                weak,
                what: "a name told before",
            });
        }
    }
    found.extend(again);
    found.sort_by_key(|person| person.first);
}
