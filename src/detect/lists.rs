//! Lists of names, as compact automata in a data file of their own.

use std::sync::Arc;

use fst::Set;

use crate::ruleset::{RuleSetError, RuleSetErrorKind};

/// Given names and surnames: they say only that a word *can* be a name.
///
/// Sources are in `rules/lists/`; the stored form is the length of the first automaton (4 bytes,
/// little-endian) and the two automata.
#[derive(Clone, Default)]
pub struct Lists {
    given: Option<Names>,
    surnames: Option<Names>,
}

type Names = Set<Arc<[u8]>>;

impl Lists {
    /// Builds the lists from their sources: one lower-case name a line, sorted; `#` starts a comment.
    ///
    /// # Errors
    /// If a list is not sorted.
    pub fn from_sources(given: &str, surnames: &str) -> Result<Self, RuleSetError> {
        let build = |source: &str| {
            let names = source.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            Set::from_iter(names).and_then(|set| set.map_data(Arc::from)).map(Some).map_err(|_| damaged("a name list is not sorted"))
        };
        Ok(Self { given: build(given)?, surnames: build(surnames)? })
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// If the bytes are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RuleSetError> {
        let wrong = || damaged("the name lists are damaged; build them again");
        let (length, rest) = bytes.split_first_chunk::<4>().ok_or_else(wrong)?;
        let (given, surnames) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(wrong)?;
        let read = |part: &[u8]| Set::new(Arc::from(part)).map(Some).map_err(|_| wrong());
        Ok(Self { given: read(given)?, surnames: read(surnames)? })
    }

    /// Writes the stored form.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = |set: &Option<Names>| set.as_ref().map_or_else(Vec::new, |set| set.as_fst().as_bytes().to_vec());
        let (given, surnames) = (bytes(&self.given), bytes(&self.surnames));
        [(given.len() as u32).to_le_bytes().as_slice(), &given, &surnames].concat()
    }

    /// Whether a folded word can be a given name.
    #[must_use]
    pub fn is_given_name(&self, word: &str) -> bool {
        self.given.as_ref().is_some_and(|set| set.contains(word))
    }

    /// Whether a folded word can be a surname.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.as_ref().is_some_and(|set| set.contains(word))
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
        let lists = Lists::from_sources("# origin\nana\njane\n", "roe\nruiz\n").expect("sorted");
        let again = Lists::from_bytes(&lists.to_bytes()).expect("whole");
        assert!(again.is_given_name("jane") && again.is_surname("roe") && !again.is_surname("jane"));
        assert!(Lists::from_bytes(&[9, 9, 9, 9, 1]).is_err());
        assert!(Lists::from_sources("b\na\n", "").is_err());
    }
}
