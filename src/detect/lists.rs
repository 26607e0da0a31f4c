//! Lists of names, places and everyday words, as one compact table in a data file of its own.

mod table;

use std::collections::BTreeMap;
use std::ops::BitOr;

use crate::ruleset::{RuleSetError, RuleSetErrorKind};
use table::Table;

/// Given names, surnames, towns and everyday words: they say only what words *can* be.
///
/// Sources are in `rules/lists/`. All lists are one table, so that a word is looked up once.
#[derive(Clone, Default)]
pub struct Lists(Table);

/// What a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub const GIVEN: Self = Self(1);
    pub const SURNAME: Self = Self(2);
    /// A town.
    pub const PLACE: Self = Self(4);
    /// A word of everyday English.
    pub const WORD: Self = Self(8);

    /// Whether it can be of this kind, and is no everyday word.
    pub fn is_only(self, kind: Self) -> bool {
        self.has(kind) && !self.has(Self::WORD)
    }

    /// Whether it is an everyday word and nothing else.
    pub fn is_plain_word(self) -> bool {
        self == Self::WORD
    }

    pub fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

impl BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Lists {
    /// The files of `rules/lists/`, in the order they are given.
    pub const FILES: [&str; 4] = ["given-names.txt", "surnames.txt", "places.txt", "words.txt"];
    const KINDS: [Kinds; 4] = [Kinds::GIVEN, Kinds::SURNAME, Kinds::PLACE, Kinds::WORD];

    /// Builds the lists from the sources of [`Lists::FILES`]: one lower-case entry a line; `#` starts a
    /// comment. Lists that are not given are empty.
    ///
    /// # Errors
    /// If a list holds something else than plain lower-case words.
    pub fn from_sources(sources: &[impl AsRef<str>]) -> Result<Self, RuleSetError> {
        let mut kinds: BTreeMap<&str, u8> = BTreeMap::new();
        for (source, kind) in sources.iter().zip(Self::KINDS) {
            for entry in source.as_ref().lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                if !entry.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b' ')) {
                    return Err(damaged(&format!("“{entry}” in a list is not in plain lower-case letters")));
                }
                *kinds.entry(entry).or_default() |= kind.0;
            }
        }
        Ok(Self(Table::build(&kinds)))
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// If the bytes are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RuleSetError> {
        Table::read(bytes).map(Self).ok_or_else(|| damaged("the name lists are damaged; build them again"))
    }

    /// Writes the stored form.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.bytes().to_vec()
    }

    /// Whether a folded word can be a given name.
    #[must_use]
    pub fn is_given_name(&self, word: &str) -> bool {
        self.kinds(word).has(Kinds::GIVEN)
    }

    /// Whether a folded word can be a surname.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.kinds(word).has(Kinds::SURNAME)
    }

    /// Whether folded words, joined by spaces, can be a town.
    #[must_use]
    pub fn is_place(&self, words: &str) -> bool {
        self.kinds(words).has(Kinds::PLACE)
    }

    /// What a folded word can be.
    pub(crate) fn kinds(&self, word: &str) -> Kinds {
        Kinds(self.0.get(word))
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
        let built = Lists::from_sources(&["# origin\nana\njane\nrose\n", "roe\nrose\n", "salt lake city\n", "rose\n"]).expect("plain");
        let again = Lists::from_bytes(&built.to_bytes()).expect("whole");
        assert!(again.is_given_name("jane") && again.is_surname("roe") && !again.is_surname("jane"));
        assert!(again.is_place("salt lake city") && !again.is_place("salt lake"));
        assert_eq!(again.kinds("rose"), Kinds::GIVEN | Kinds::SURNAME | Kinds::WORD);
        assert_eq!(again.kinds("ros"), Kinds::default());
        assert!(Lists::from_bytes(b"plain text").is_err());
        assert!(Lists::from_sources(&["José\n"]).is_err());
        assert!(Lists::from_bytes(&Lists::default().to_bytes()).is_ok());
    }
}
