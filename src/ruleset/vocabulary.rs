//! Scrubline's own word lists: `<condition>` in a phrase stands for any word of that list.
//!
//! The lists are data in `rules/words/`: one entry a line, lower case, of one or more words; `~`
//! before a single word stands for its forms; `#` starts a comment. Compiled rules carry them
//! sorted, so that the engine in a page neither holds their sources nor sorts them.

use serde::{Deserialize, Serialize};

use super::alternatives::Alternatives;
use super::packed::Packed;
use crate::learned::Models;

/// The word lists that phrases may name.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    names: Vec<String>,
    lists: Packed<Alternatives>,
    models: Models,
}

/// One of the lists, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordList(u16);

impl Vocabulary {
    /// A list by its name.
    pub(crate) fn named(&self, name: &str) -> Option<WordList> {
        self.names.iter().position(|known| known == name).map(|index| WordList(index as u16))
    }

    /// The entries of a list; `None` if the stored form is damaged.
    pub(crate) fn words(&self, list: WordList) -> Option<&Alternatives> {
        self.lists.get(u32::from(list.0))
    }

    /// What rules of kind `learned` may ask.
    pub(crate) fn models(&self) -> &Models {
        &self.models
    }

    /// The names of all lists.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The entries of a list, as they are matched; `None` if there is no such list.
    #[must_use]
    pub fn entries(&self, name: &str) -> Option<&[String]> {
        self.words(self.named(name)?).map(Alternatives::runs)
    }
}

#[cfg(feature = "toml")]
pub use built_in::model_features;

#[cfg(feature = "toml")]
mod built_in {
    use std::collections::BTreeSet;
    use std::sync::OnceLock;

    use super::{Alternatives, Models, Packed, Vocabulary};
    use crate::post::Post;
    use crate::ruleset::phrase::word_forms;

    macro_rules! lists {
        ($($name:literal),* $(,)?) => {
            const SOURCES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../rules/words/", $name, ".txt")))),*];
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

    macro_rules! models {
        ($($name:literal),* $(,)?) => {
            const MODELS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../rules/models/", $name, ".txt")))),*];
        };
    }

    models!(
        "ad-disclosure",
        "ai-disclosure",
        "contempt",
        "crisis",
        "drug-risk",
        "emergency",
        "individual-advice",
        "inducement",
        "not-medical-advice",
        "own-clinic",
        "patient-consent",
        "personal-attributes",
        "protected-care",
        "replies",
        "results-vary",
        "reviews",
        "soliciting",
        "stories",
        "supplement-disclaimer",
        "tagging",
        "telehealth-scope",
        "trial-recruitment",
    );

    /// What models look at in a post, for those who train them.
    #[must_use]
    pub fn model_features(post: &Post) -> BTreeSet<String> {
        crate::learned::features(post, Vocabulary::built_in().models())
    }

    impl Vocabulary {
        /// The lists of `rules/words/`, read once.
        #[must_use]
        pub fn built_in() -> &'static Self {
            static BUILT_IN: OnceLock<Vocabulary> = OnceLock::new();
            BUILT_IN.get_or_init(|| {
                let names = SOURCES.iter().map(|(name, _)| (*name).to_owned()).collect();
                let lists: Vec<Alternatives> = SOURCES.iter().map(|(_, source)| read(source)).collect();
                let single = |list: &'_ Alternatives| list.runs().iter().filter(|run| !run.contains(' ')).cloned().collect();
                let words: Vec<(&str, Vec<String>)> = SOURCES.iter().zip(&lists).map(|((name, _), list)| (*name, single(list))).collect();
                let models = Models::read(MODELS.iter().copied(), words.iter().map(|(name, words)| (*name, words))).unwrap_or_default();
                Self { names, lists: Packed::new(lists), models }
            })
        }
    }

    fn read(source: &str) -> Alternatives {
        Alternatives::new(lines(source).flat_map(|line| word_forms(line).unwrap_or_default()).collect())
    }

    fn lines(source: &str) -> impl Iterator<Item = &str> {
        source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_line_of_every_list_is_read() {
            for (name, source) in SOURCES {
                for line in lines(source) {
                    assert!(word_forms(line).is_ok(), "{name}: {line}");
                    assert_eq!(line, line.to_lowercase(), "{name}");
                }
                assert!(!Vocabulary::built_in().entries(name).expect("a list").is_empty(), "{name}");
            }
        }
    }
}
