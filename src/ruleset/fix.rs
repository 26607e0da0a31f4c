//! Repairs as rules offer them.

use serde::{Deserialize, Serialize};

use crate::report::named;

named! {
    /// How a safe reply sounds.
    ReplyTone {
        /// Thanks, and nothing about who wrote.
        Thankful = "thankful",
        /// Sorry to read it, and an offer to talk.
        Apologetic = "apologetic",
        /// Why nothing can be said here, and where to turn.
        Neutral = "neutral",
    }
}

impl ReplyTone {
    /// What its button says before the reply.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Thankful => "Thankful reply",
            Self::Apologetic => "Apologetic reply",
            Self::Neutral => "Neutral reply",
        }
    }
}

/// A repair a rule offers. None asserts a fact for the writer: consent, licence and results are
/// gaps to fill or boxes to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum FixSpec {
    /// Replace the words found.
    Replace(String),
    /// Replace the whole post by one of the safe replies in this tone, which the profile holds.
    SafeReply(ReplyTone),
    /// Replace the words found if they are these.
    ReplaceWord {
        /// The words, in lower case.
        word: String,
        /// What stands there afterwards.
        with: String,
    },
    /// Insert at the start.
    InsertStart(String),
    /// Insert at the end.
    InsertEnd(String),
    /// Insert at the end, with a gap `[ ]` to fill.
    Blank(String),
    /// Confirm this sentence; nothing is inserted.
    Attest(String),
}

impl FixSpec {
    /// What it does, as people are told, and its words.
    #[must_use]
    pub fn told(&self) -> (&'static str, &str) {
        match self {
            Self::Replace(text) if text.is_empty() => ("take the words out", text),
            Self::Replace(text) | Self::ReplaceWord { with: text, .. } => ("replace by", text),
            Self::InsertStart(text) => ("start with", text),
            Self::InsertEnd(text) => ("end with", text),
            Self::Blank(text) => ("add, to fill", text),
            Self::Attest(text) => ("confirm", text),
            Self::SafeReply(tone) => ("replace the post by a safe reply", tone.name()),
        }
    }
}
