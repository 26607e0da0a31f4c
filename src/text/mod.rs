//! One pass over the text: folded form, words, sentences, tags, mentions, links and emoji.
//!
//! Everything else works on this; nothing walks the raw text again. Offsets inside this module
//! are bytes of the **folded** text; [`Text::original`] maps them back.

mod fold;
mod measure;
pub(crate) mod readability;
mod words;

pub use fold::Folded;
pub use measure::Measures;
pub use words::{Sentence, Word, WordKind};

use crate::span::Span;
use words::Words;

/// A text, read once.
pub struct Text<'t> {
    original: &'t str,
    folded: Folded,
    words: Words,
}

impl<'t> Text<'t> {
    /// Folds and splits `original`.
    #[must_use]
    pub fn new(original: &'t str) -> Self {
        let folded = Folded::new(original);
        let words = Words::new(folded.text());
        Self { original, folded, words }
    }

    /// The text as it was typed.
    #[must_use]
    pub fn typed(&self) -> &'t str {
        self.original
    }

    /// The folded text.
    #[must_use]
    pub fn folded(&self) -> &str {
        self.folded.text()
    }

    /// Where a range of the folded text stands in the typed text.
    #[must_use]
    pub fn original(&self, folded: Span) -> Span {
        self.folded.to_original(folded)
    }

    /// The typed form of a range of the folded text.
    #[must_use]
    pub fn typed_at(&self, folded: Span) -> &'t str {
        self.original(folded).of(self.original)
    }

    /// All words and symbols, in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words.words
    }

    /// The folded form of one word.
    #[must_use]
    pub fn word(&self, index: usize) -> &str {
        self.words.words.get(index).map_or("", |word| word.span().of(self.folded.text()))
    }

    /// Whether a word was typed with a capital first; `false` past the end.
    #[must_use]
    pub fn is_capitalised(&self, index: usize) -> bool {
        self.words.words.get(index).is_some_and(|word| self.typed_at(word.span()).starts_with(char::is_uppercase))
    }

    /// The word that covers this byte of the folded text, or the first after it.
    #[must_use]
    pub fn word_index_at(&self, byte: usize) -> usize {
        self.words.words.partition_point(|word| word.end as usize <= byte)
    }

    /// The word that starts at a byte of the folded text.
    #[must_use]
    pub fn word_starting_at(&self, byte: usize) -> Option<usize> {
        let index = self.word_index_at(byte);
        self.words.words.get(index).is_some_and(|word| word.start as usize == byte).then_some(index)
    }

    /// All sentences, in order; a line break ends a sentence.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.words.sentences
    }

    /// The sentence a word belongs to.
    #[must_use]
    pub fn sentence_of(&self, word: usize) -> Sentence {
        let index = self.words.words.get(word).map_or(0, |word| word.sentence as usize);
        self.words.sentences.get(index).copied().unwrap_or_default()
    }

    /// Web links, as ranges of the folded text.
    #[must_use]
    pub fn links(&self) -> &[Span] {
        &self.words.links
    }

    /// What is counted over the whole post.
    #[must_use]
    pub fn measures(&self) -> Measures {
        Measures::new(self)
    }
}
