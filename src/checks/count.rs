//! Kind `count`: too many of something.

use super::{Candidate, Context};
use crate::ruleset::{CountMeasure, Rule};
use crate::text::readability;

/// One finding about the post if there are more than `more_than`.
pub(crate) fn run(rule: &Rule, measure: CountMeasure, more_than: u32, context: &Context<'_>) -> Vec<Candidate> {
    let measures = context.measures;
    let (count, what) = match measure {
        CountMeasure::Hashtags => (measures.hashtags, "hashtags"),
        CountMeasure::UnreadableHashtags => (measures.unreadable_hashtags, "long hashtags in one case"),
        CountMeasure::EmojiRun => (measures.longest_emoji_run, "emoji in a row"),
        CountMeasure::Mentions => (measures.mentions, "mentions"),
        CountMeasure::Emoji => (measures.emoji, "emoji"),
        CountMeasure::StyledLetters => (measures.styled_letters, "letters made of symbols"),
        CountMeasure::SymbolRun => (measures.longest_symbol_run, "drawing characters in a row"),
        CountMeasure::ReadingGrade => (readability::grade(context.text), "years of school to read it easily (Flesch–Kincaid)"),
        CountMeasure::LongestSentence => (readability::longest_sentence(context.text), "words in one sentence"),
    };
    if count <= more_than {
        return Vec::new();
    }
    vec![Candidate::whole_post(rule.confidence, vec![format!("{count} {what}")])]
}
