//! One of several runs of words, found by their first, last or rarest word: lists hold hundreds of
//! them, and every word of a post may be asked for.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

/// Runs of folded words, each with single spaces between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Alternatives {
    /// By first word, the longest first.
    runs: Vec<String>,
    /// Indices of the runs by last word, the longest first.
    by_end: Vec<u16>,
    /// Each run's rarest word, as bytes of the run, by that word.
    by_key: Vec<(u16, u8, u8)>,
}

impl Alternatives {
    pub fn new(runs: Vec<String>) -> Self {
        let mut runs: Vec<String> = ordered(runs.iter().map(|run| first(run)), &runs).into_iter().map(|at| runs[at].clone()).collect();
        runs.dedup();
        let index = |at: usize| at as u16;
        let by_end = ordered(runs.iter().map(|run| last(run)), &runs).into_iter().map(index).collect();
        let keyed = ordered(runs.iter().map(|run| key(run)), &runs);
        let by_key = keyed.into_iter().map(|at| place_of_key(index(at), &runs[at])).collect();
        Self { runs, by_end, by_key }
    }

    /// All of them.
    pub fn runs(&self) -> &[String] {
        &self.runs
    }

    /// Those whose first word this is.
    pub fn starting_with(&self, word: &str) -> impl Iterator<Item = &str> {
        let from = self.runs.partition_point(|run| first_word_against(run, word).is_lt());
        self.runs[from..].iter().map(String::as_str).take_while(move |run| first_word_against(run, word).is_eq())
    }

    /// Those whose rarest word this is.
    pub fn keyed_by(&self, word: &str) -> impl Iterator<Item = &str> {
        let from = self.by_key.partition_point(|place| key_at(&self.runs, place) < word);
        let keyed = self.by_key[from..].iter().take_while(move |place| key_at(&self.runs, place) == word);
        keyed.map(|place| self.runs[usize::from(place.0)].as_str())
    }

    /// Those whose last word this is.
    pub fn ending_with(&self, word: &str) -> impl Iterator<Item = &str> {
        let run = |index: &u16| self.runs[usize::from(*index)].as_str();
        let from = self.by_end.partition_point(|index| last(run(index)) < word);
        self.by_end[from..].iter().map(run).take_while(move |run| last(run) == word)
    }
}

/// The places of runs in the order of a word of each, of equals the longest run first.
fn ordered<'r>(words: impl Iterator<Item = &'r str>, runs: &'r [String]) -> Vec<usize> {
    let mut order: Vec<(&str, Reverse<usize>, &str, usize)> =
        words.zip(runs).enumerate().map(|(at, (word, run))| (word, Reverse(run.len()), run.as_str(), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(.., at)| at).collect()
}

/// The word of a run by which it is looked for: the one that is worth most, of equals the first.
pub(crate) fn key(run: &str) -> &str {
    run.split(' ').rev().max_by_key(|word| worth(word)).unwrap_or_default()
}

/// A run's number with the bytes of its rarest word.
fn place_of_key(index: u16, run: &str) -> (u16, u8, u8) {
    let key = key(run);
    let start = run.find(key).unwrap_or_default();
    // Phrases are far shorter than this; what is not could not be looked for.
    (index, u8::try_from(start).unwrap_or_default(), u8::try_from(key.len()).unwrap_or_default())
}

fn key_at<'r>(runs: &'r [String], &(index, start, length): &(u16, u8, u8)) -> &'r str {
    let start = usize::from(start);
    runs.get(usize::from(index)).and_then(|run| run.get(start..start + usize::from(length))).unwrap_or_default()
}

/// How rare a word probably is: the longer the rarer, and the words that every sentence is made of
/// not at all.
pub(crate) fn worth(word: &str) -> usize {
    if EVERYWHERE.binary_search(&word).is_ok() { 1 } else { word.len() * 2 }
}

/// Words that hardly a sentence does without.
#[rustfmt::skip]
const EVERYWHERE: &[&str] = &[
    "#", "%", "'", "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "back", "be", "because", "been",
    "before", "being", "both", "but", "by", "came", "can", "come", "could", "day", "did", "do", "does", "down", "each", "even", "every",
    "first", "for", "from", "gave", "get", "getting", "give", "go", "going", "good", "got", "great", "had", "has", "have", "having",
    "he", "her", "here", "hi", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "keep", "know", "last", "let",
    "like", "little", "made", "make", "many", "may", "me", "more", "most", "much", "my", "need", "new", "next", "no", "not", "now",
    "of", "off", "on", "one", "only", "or", "other", "our", "out", "over", "own", "people", "please", "really", "right", "said", "see",
    "she", "should", "since", "so", "some", "still", "such", "take", "team", "than", "thank", "thanks", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "time", "to", "today", "too", "two", "under", "until", "up", "us", "very",
    "want", "was", "way", "we", "week", "well", "were", "what", "when", "where", "which", "while", "who", "will", "with", "work",
    "would", "year", "years", "you", "your",
];

fn first(run: &str) -> &str {
    run.split(' ').next().unwrap_or_default()
}

/// How a run's first word stands to a word. A space comes before all that a word can hold, so
/// bytes need not be cut into words first.
fn first_word_against(run: &str, word: &str) -> Ordering {
    let (run, word) = (run.as_bytes(), word.as_bytes());
    let shared = run.len().min(word.len());
    run[..shared].cmp(&word[..shared]).then_with(|| match run.get(shared) {
        None if shared == word.len() => Ordering::Equal,
        None => Ordering::Less,
        Some(b' ') => Ordering::Equal,
        Some(_) => Ordering::Greater,
    })
}

fn last(run: &str) -> &str {
    run.rsplit(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted() {
        assert!(EVERYWHERE.is_sorted());
        assert_eq!((key("the day after"), key("in her"), key("her flu shot")), ("the", "in", "shot"));
    }

    #[test]
    fn by_either_end() {
        let runs = ["high", "high blood pressure", "blood clot", "blood pressure", "highly strung"].map(str::to_owned);
        let alternatives = Alternatives::new(runs.to_vec());
        assert_eq!(alternatives.starting_with("high").collect::<Vec<_>>(), ["high blood pressure", "high"]);
        assert_eq!(alternatives.ending_with("pressure").collect::<Vec<_>>(), ["high blood pressure", "blood pressure"]);
        assert_eq!(alternatives.keyed_by("pressure").collect::<Vec<_>>(), ["high blood pressure", "blood pressure"]);
        assert_eq!(alternatives.starting_with("hi").count() + alternatives.ending_with("clots").count(), 0);
    }
}
