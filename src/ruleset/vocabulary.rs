//! Scrubline's own word lists: `<condition>` in a phrase stands for any word of that list.
//!
//! The lists are data in `rules/words/`: one entry a line, lower case, of one or more words; `~`
//! before a single word stands for its forms; `#` starts a comment.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::alternatives::Alternatives;
use super::phrase::word_forms;

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordList(u16);

macro_rules! lists {
    ($($name:literal),* $(,)?) => {
        /// The names of all lists.
        pub const NAMES: &[&str] = &[$($name),*];
        const SOURCES: &[&str] = &[$(include_str!(concat!("../../rules/words/", $name, ".txt"))),*];
    };
}

lists!(
    "ailment",
    "body",
    "body-part",
    "care-event",
    "care-hint",
    "care-place",
    "complaint",
    "condition",
    "emergency-help",
    "event",
    "injury",
    "kin",
    "medicine",
    "occupation",
    "patient-event",
    "person",
    "photo-part",
    "product",
    "professional",
    "record",
    "remedy",
    "reward",
    "short-age",
    "somebody",
    "taken-medicine",
    "therapy",
    "treatment",
    "vaccine",
    "visit",
);

/// The entries of a list, as they are matched; `None` if there is no such list.
#[must_use]
pub fn entries(name: &str) -> Option<&'static [String]> {
    WordList::named(name).map(|list| list.words().runs())
}

impl WordList {
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().position(|known| *known == name).map(|index| Self(index as u16))
    }

    /// Its entries in folded form, read once.
    pub fn words(self) -> &'static Alternatives {
        static WORDS: [OnceLock<Alternatives>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
        // A number from damaged rules reads as the first list.
        let index = if usize::from(self.0) < NAMES.len() { usize::from(self.0) } else { 0 };
        WORDS[index].get_or_init(|| read(SOURCES[index]))
    }
}

fn read(source: &str) -> Alternatives {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Alternatives::new(lines.flat_map(|line| word_forms(line).unwrap_or_default()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_read() {
        for (name, source) in NAMES.iter().zip(SOURCES) {
            for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
                assert!(word_forms(line).is_ok(), "{name}: {line}");
                assert_eq!(line, line.to_lowercase(), "{name}");
            }
            assert!(!entries(name).expect("a list").is_empty(), "{name}");
        }
    }
}
