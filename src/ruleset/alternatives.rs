//! One of several runs of words, found by their first, last or rarest word: lists hold hundreds of
//! them, and every word of a post may be asked for.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

/// Runs of folded words, each with single spaces between.
///
/// One text and one table, taken over as they are stored: a post asks for thousands of runs before
/// its first answer, and making a string of each would be most of what loading costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Alternatives {
    /// By first word, of equals the longest first.
    text: String,
    /// A row a run: where it ends in the text, as four bytes; then, in two bytes, the run that is here in the
    /// order of last words, the longest first; then the run that is here in the order of rarest words, and the
    /// place and length of that word in it.
    #[serde(with = "serde_bytes")]
    rows: Vec<u8>,
}

/// Bytes of a row.
const ROW: usize = 10;

impl Alternatives {
    pub fn new(runs: Vec<String>) -> Self {
        let mut runs: Vec<String> = ordered(runs.iter().map(|run| first(run)), &runs).into_iter().map(|at| runs[at].clone()).collect();
        runs.dedup();
        let by_end = ordered(runs.iter().map(|run| last(run)), &runs);
        let by_key = ordered(runs.iter().map(|run| key(run)), &runs);
        let mut rows = Vec::with_capacity(runs.len() * ROW);
        let mut end: u32 = 0;
        for (run, (by_end, by_key)) in runs.iter().zip(by_end.into_iter().zip(by_key)) {
            end += run.len() as u32;
            let (keyed, start, length) = place_of_key(by_key as u16, &runs[by_key]);
            rows.extend(end.to_le_bytes());
            rows.extend((by_end as u16).to_le_bytes());
            rows.extend(keyed.to_le_bytes());
            rows.extend([start, length]);
        }
        Self { text: runs.concat(), rows }
    }

    /// All of them.
    pub fn runs(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.run(at))
    }

    /// Those whose first word this is.
    pub fn starting_with(&self, word: &str) -> impl Iterator<Item = &str> {
        let from = self.first_that(|at| first_word_against(self.run(at), word).is_ge());
        (from..self.len()).map(|at| self.run(at)).take_while(move |run| first_word_against(run, word).is_eq())
    }

    /// Those whose rarest word this is.
    pub fn keyed_by(&self, word: &str) -> impl Iterator<Item = &str> {
        let from = self.first_that(|at| self.keyed(at).1 >= word);
        (from..self.len()).map(|at| self.keyed(at)).take_while(move |(_, key)| *key == word).map(|(run, _)| run)
    }

    /// Those whose last word this is.
    pub fn ending_with(&self, word: &str) -> impl Iterator<Item = &str> {
        let run = |at: usize| self.run(usize::from(u16::from_le_bytes(self.bytes(at, 4))));
        let from = self.first_that(|at| last(run(at)) >= word);
        (from..self.len()).map(run).take_while(move |run| last(run) == word)
    }

    fn len(&self) -> usize {
        self.rows.len() / ROW
    }

    /// Bytes of a row from its `offset`; zeros if there is no such row.
    fn bytes<const N: usize>(&self, row: usize, offset: usize) -> [u8; N] {
        let start = row * ROW + offset;
        self.rows.get(start..start + N).and_then(|bytes| bytes.try_into().ok()).unwrap_or([0; N])
    }

    fn run(&self, at: usize) -> &str {
        let end = |at: usize| u32::from_le_bytes(self.bytes(at, 0)) as usize;
        self.text.get(at.checked_sub(1).map_or(0, end)..end(at)).unwrap_or_default()
    }

    /// In the order of rarest words: the run and that word of it.
    fn keyed(&self, at: usize) -> (&str, &str) {
        let run = self.run(usize::from(u16::from_le_bytes(self.bytes(at, 6))));
        let [start, length] = self.bytes(at, 8).map(usize::from);
        (run, run.get(start..start + length).unwrap_or_default())
    }

    /// The first row from which on `reached` holds.
    fn first_that(&self, reached: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if reached(middle) { high = middle } else { low = middle + 1 }
        }
        low
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
