//! Ways of speaking in which words claim nothing: denied, asked, reported.

use crate::ruleset::QuietWhen;
use crate::text::Text;

/// How many words before a match may deny it.
const NEGATION_REACH: usize = 6;

/// Whether words `first..=last` are spoken in one of these ways.
pub(super) fn is_quiet(ways: &[QuietWhen], text: &Text<'_>, first: usize, last: usize) -> bool {
    ways.iter().any(|way| match way {
        QuietWhen::Negated => is_negated(text, first, last),
        QuietWhen::Question => text.sentence_of(first).question,
        QuietWhen::Reported => is_reported(text, first),
    })
}

/// A denial shortly before the match, within it, or "is not …" right after it.
fn is_negated(text: &Text<'_>, first: usize, last: usize) -> bool {
    let sentence = text.sentence_of(first);
    let from = first.saturating_sub(NEGATION_REACH).max(sentence.first);
    let until = (last + 4).min(sentence.end);
    (from..=last).any(|index| is_negation(text.word(index))) || (last + 1..until).any(|index| is_plain_not(text.word(index)))
}

fn is_negation(word: &str) -> bool {
    word.ends_with("n't")
        || matches!(
            word,
            "not"
                | "no"
                | "never"
                | "cannot"
                | "cant"
                | "dont"
                | "wont"
                | "doesnt"
                | "without"
                | "neither"
                | "nor"
                | "none"
                | "nothing"
                | "nobody"
                | "unlikely"
                | "unproven"
                | "stop"
                | "avoid"
                | "beware"
                | "isnt"
                | "arent"
        )
}

/// Words that deny what stands before them ("results are not guaranteed" is found above).
fn is_plain_not(word: &str) -> bool {
    matches!(word, "not" | "cannot" | "never" | "isn't" | "doesn't" | "false" | "myth" | "unproven")
}

/// Somebody else's words, in this sentence or the one before, or a myth being corrected.
fn is_reported(text: &Text<'_>, first: usize) -> bool {
    let index = text.words()[first].sentence as usize;
    let sentences = &text.sentences()[index.saturating_sub(1)..=index];
    sentences.iter().any(|sentence| (sentence.first..sentence.end).any(|word| is_reporting(text.word(word))))
}

fn is_reporting(word: &str) -> bool {
    matches!(
        word,
        "myth"
            | "myths"
            | "rumor"
            | "rumors"
            | "rumour"
            | "rumours"
            | "hoax"
            | "hoaxes"
            | "false"
            | "falsely"
            | "fake"
            | "fraud"
            | "fraudulent"
            | "scam"
            | "scams"
            | "debunk"
            | "debunked"
            | "debunking"
            | "misinformation"
            | "disinformation"
            | "misleading"
            | "claim"
            | "claims"
            | "claimed"
            | "claiming"
            | "alleged"
            | "allegedly"
            | "supposed"
            | "supposedly"
            | "believe"
            | "believed"
            | "unproven"
            | "factcheck"
            | "fiction"
    )
}
