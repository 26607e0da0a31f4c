//! Lists of names and places, as compact automata in a data file of their own.

use std::sync::Arc;

use fst::Set;

use crate::ruleset::{RuleSetError, RuleSetErrorKind};

/// Given names, surnames and towns: they say only that words *can* be a name or a place.
///
/// Sources are in `rules/lists/`; the stored form is each automaton after its length (4 bytes,
/// little-endian), in the order of [`Lists::FILES`].
#[derive(Clone, Default)]
pub struct Lists {
    sets: [Option<Words>; Lists::FILES.len()],
}

type Words = Set<Arc<[u8]>>;

const GIVEN: usize = 0;
const SURNAMES: usize = 1;
const PLACES: usize = 2;

impl Lists {
    /// The files of `rules/lists/`, in the order the lists are given and stored.
    pub const FILES: [&str; 3] = ["given-names.txt", "surnames.txt", "places.txt"];

    /// Builds the lists from the sources of [`Lists::FILES`]: one lower-case entry a line, sorted; `#` starts
    /// a comment. Lists that are not given are empty.
    ///
    /// # Errors
    /// If a list is not sorted.
    pub fn from_sources(sources: &[impl AsRef<str>]) -> Result<Self, RuleSetError> {
        let mut lists = Self::default();
        for (set, source) in lists.sets.iter_mut().zip(sources) {
            let entries = source.as_ref().lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            *set =
                Set::from_iter(entries).and_then(|set| set.map_data(Arc::from)).map(Some).map_err(|_| damaged("a list is not sorted"))?;
        }
        Ok(lists)
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// If the bytes are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RuleSetError> {
        let wrong = || damaged("the lists of names are damaged; build them again");
        let mut lists = Self::default();
        let mut rest = bytes;
        for set in &mut lists.sets {
            let (length, after) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
            let (entries, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(wrong)?;
            *set = if entries.is_empty() { None } else { Some(Set::new(Arc::from(entries)).map_err(|_| wrong())?) };
            rest = after;
        }
        if rest.is_empty() { Ok(lists) } else { Err(wrong()) }
    }

    /// Writes the stored form.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for set in &self.sets {
            let stored = set.as_ref().map_or(&[][..], |set| set.as_fst().as_bytes());
            bytes.extend((stored.len() as u32).to_le_bytes());
            bytes.extend(stored);
        }
        bytes
    }

    /// Whether a folded word can be a given name.
    #[must_use]
    pub fn is_given_name(&self, word: &str) -> bool {
        self.has(GIVEN, word)
    }

    /// Whether a folded word can be a surname.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.has(SURNAMES, word)
    }

    /// Whether folded words, joined by spaces, can be a town.
    #[must_use]
    pub fn is_place(&self, words: &str) -> bool {
        self.has(PLACES, words)
    }

    fn has(&self, list: usize, entry: &str) -> bool {
        self.sets[list].as_ref().is_some_and(|set| set.contains(entry))
    }
}

fn damaged(words: &str) -> RuleSetError {
    RuleSetError { file: String::new(), line: 0, span: None, rule: None, kind: RuleSetErrorKind::Compiled(words.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_form_reads_back() {
        let lists = Lists::from_sources(&["# origin\nana\njane\n", "roe\nruiz\n", "salt lake city\n"]).expect("sorted");
        let again = Lists::from_bytes(&lists.to_bytes()).expect("whole");
        assert!(again.is_given_name("jane") && again.is_surname("roe") && !again.is_surname("jane"));
        assert!(again.is_place("salt lake city") && !again.is_place("jane"));
        assert!(Lists::from_bytes(&[9, 9, 9, 9, 1]).is_err());
        assert!(Lists::from_sources(&["b\na\n"]).is_err());
        assert!(Lists::from_bytes(&Lists::default().to_bytes()).is_ok());
    }
}
