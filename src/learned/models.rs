//! Models as data: weights of features, made by `cargo xtask train`, kept as text in `rules/models/`.

use serde::{Deserialize, Serialize};

use crate::ruleset::Numbers;

/// All models of the built-in rules, in one table: a feature is looked up once for all of them.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Models {
    /// Names of the models, with what each adds to every sum.
    models: Vec<(String, i32)>,
    /// Names of the word lists that stand for their words.
    lists: Vec<String>,
    /// Hashes of listed words, and the places of their lists.
    words: Hashes,
    words_lists: Numbers,
    /// Hashes of features, and where the weights of each end.
    features: Hashes,
    ends: Numbers,
    /// Model and weight, two bytes each.
    #[serde(with = "serde_bytes")]
    weights: Vec<u8>,
}

/// Sorted hashes. Where those of each start that begin with the same bits is known, so that hardly any search is left.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Hashes {
    all: Numbers,
    starts: Numbers,
}

impl Hashes {
    /// How many bits of a hash are looked up.
    const BITS: u32 = 12;

    /// The places of a hash.
    fn places(&self, hash: u32) -> impl Iterator<Item = usize> {
        let from = self.starts.get((hash >> (u32::BITS - Self::BITS)) as usize).map_or(self.all.len(), |start| start as usize);
        let rest = (from..self.all.len()).map_while(move |at| Some((at, self.all.get(at)?)));
        rest.skip_while(move |(_, known)| *known < hash).take_while(move |(_, known)| *known == hash).map(|(at, _)| at)
    }
}

/// One of the models, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Model(u8);

impl Models {
    /// A model by its name.
    pub fn named(&self, name: &str) -> Option<Model> {
        self.models.iter().position(|(known, _)| known == name).map(|at| Model(at as u8))
    }

    /// What each model says before it has seen anything.
    pub fn biases(&self) -> Vec<i32> {
        self.models.iter().map(|(_, bias)| *bias).collect()
    }

    /// The lists a folded word stands in, as `<name>`.
    pub fn lists_of(&self, word: &str) -> impl Iterator<Item = &str> {
        let places = self.words.places(hash(&[word]));
        places.filter_map(|at| self.lists.get(self.words_lists.get(at)? as usize).map(String::as_str))
    }

    /// The weights of a feature, by its place in the table.
    pub fn weights(&self, feature: u32) -> impl Iterator<Item = (Model, i32)> {
        let end = |at: u32| self.ends.get(at as usize).unwrap_or_default() as usize;
        let start = feature.checked_sub(1).map_or(0, end);
        self.weights
            .get(2 * start..2 * end(feature))
            .unwrap_or_default()
            .chunks_exact(2)
            .map(|pair| (Model(pair[0]), i32::from(pair[1].cast_signed())))
    }

    /// The place of a feature in the table.
    pub fn find(&self, parts: &[&str]) -> Option<u32> {
        self.features.places(hash(parts)).next().map(|at| at as u32)
    }
}

impl Model {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// FNV-1a over the parts with a space between: 32 bits tell some ten thousand features apart.
fn hash(parts: &[&str]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut byte = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            byte(b' ');
        }
        part.bytes().for_each(&mut byte);
    }
    hash
}

#[cfg(feature = "toml")]
mod source {
    use std::collections::BTreeMap;

    use super::{Hashes, Models, hash};

    impl Hashes {
        fn new(sorted: Vec<u32>) -> Self {
            let start = |bits: u32| sorted.partition_point(|hash| hash >> (u32::BITS - Self::BITS) < bits) as u32;
            let starts = (0..1 << Self::BITS).map(start).collect();
            Self { starts, all: sorted.into_iter().collect() }
        }
    }

    impl Models {
        /// Reads models from their text: `bias<TAB>number`, then `weight<TAB>feature` a line; `#` starts a comment.
        /// `lists` are word lists with their single words.
        ///
        /// # Errors
        /// The first line that is none of these, as "name:line".
        pub fn read<'a>(
            sources: impl IntoIterator<Item = (&'a str, &'a str)>,
            lists: impl IntoIterator<Item = (&'a str, &'a Vec<String>)>,
        ) -> Result<Self, String> {
            let mut models = Self::default();
            let mut words: Vec<(u32, u32)> = Vec::new();
            for (name, entries) in lists {
                let list = models.lists.len() as u32;
                models.lists.push(format!("<{name}>"));
                words.extend(entries.iter().map(|word| (hash(&[word]), list)));
            }
            words.sort_unstable();
            words.dedup();
            models.words = Hashes::new(words.iter().map(|(word, _)| *word).collect());
            models.words_lists = words.iter().map(|(_, list)| *list).collect();
            let mut features: BTreeMap<u32, Vec<(u8, i8)>> = BTreeMap::new();
            for (number, (name, source)) in (0u8..).zip(sources) {
                let mut bias = 0;
                for (line, text) in (1..).zip(source.lines()).filter(|(_, text)| !text.is_empty() && !text.starts_with("# ")) {
                    let wrong = || format!("{name}:{line}");
                    let (left, right) = text.split_once('\t').ok_or_else(wrong)?;
                    if left == "bias" {
                        bias = right.parse().map_err(|_| wrong())?;
                    } else {
                        features.entry(hash(&[right])).or_default().push((number, left.parse().map_err(|_| wrong())?));
                    }
                }
                models.models.push((name.to_owned(), bias));
            }
            let mut end = 0;
            models.features = Hashes::new(features.keys().copied().collect());
            models.ends = features
                .values()
                .map(|weights| {
                    end += weights.len() as u32;
                    end
                })
                .collect();
            models.weights = features.values().flatten().flat_map(|(model, weight)| [*model, weight.cast_unsigned()]).collect();
            Ok(models)
        }
    }
}
