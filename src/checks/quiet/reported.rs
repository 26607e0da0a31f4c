//! Somebody else's words, and corrections of them: fact checks, warnings, news of a hoax.

use crate::text::{Sentence, Text};

/// How long a heading may be that frames the whole post ("Fact check: five myths about diabetes").
const HEADING_WORDS: usize = 14;

/// How long a sentence may be that takes back the one before it ("That's a myth.").
const RETRACTION_WORDS: usize = 9;

/// Whether the words at `first` are reported or corrected, not said: by a frame in their sentence,
/// by the sentence before or after, or by the post's heading.
pub(super) fn is_reported(text: &Text<'_>, first: usize) -> bool {
    let index = text.words()[first].sentence as usize;
    let sentences = text.sentences();
    let own = sentences[index];
    if frames(text, own) || attributes(text, own) {
        return true;
    }
    // "Myth: … Fact: …": the second half is the writer's own.
    if matches!(text.word(own.first), "fact" | "facts" | "truth" | "reality") {
        return false;
    }
    let before = index.checked_sub(1).map(|at| sentences[at]);
    before.is_some_and(|before| frames(text, before) || attributes(text, before))
        || sentences.get(index + 1).is_some_and(|after| retracts(text, *after))
        || is_heading(text, sentences[0])
}

/// A sentence that says that something is false, or warns of it.
fn frames(text: &Text<'_>, sentence: Sentence) -> bool {
    (sentence.first..sentence.end).any(|index| is_frame(text.word(index)) || starts_frame(text, index))
}

fn is_frame(word: &str) -> bool {
    matches!(
        word,
        "myth"
            | "myths"
            | "mythbusters"
            | "rumor"
            | "rumors"
            | "rumour"
            | "rumours"
            | "hoax"
            | "hoaxes"
            | "false"
            | "falsely"
            | "falsehood"
            | "falsehoods"
            | "fake"
            | "fraud"
            | "frauds"
            | "fraudulent"
            | "scam"
            | "scams"
            | "scammers"
            | "debunk"
            | "debunks"
            | "debunked"
            | "debunking"
            | "misinformation"
            | "disinformation"
            | "misinformed"
            | "misconception"
            | "misconceptions"
            | "misleading"
            | "mislead"
            | "unproven"
            | "unfounded"
            | "unsubstantiated"
            | "unsupported"
            | "baseless"
            | "bogus"
            | "untrue"
            | "inaccurate"
            | "incorrect"
            | "factcheck"
            | "factchecked"
            | "fiction"
            | "pseudoscience"
            | "quack"
            | "quackery"
            | "quacks"
            | "conspiracy"
            | "conspiracies"
            | "warns"
            | "warned"
            | "warn"
            | "warning"
            | "cautions"
            | "cautioned"
            | "skeptical"
            | "wary"
            | "viral"
            | "nonsense"
            | "disproved"
            | "disproven"
            | "refuted"
            | "busted"
            | "banned"
            | "sued"
            | "lawsuit"
            | "recalled"
            | "arrested"
            | "fined"
    )
}

/// Frames of several words.
fn starts_frame(text: &Text<'_>, index: usize) -> bool {
    let next = text.word(index + 1);
    match text.word(index) {
        "fact" => matches!(next, "check" | "checks" | "checked" | "checker" | "checkers" | "checking"),
        "contrary" => next == "to",
        "no" => {
            matches!(next, "evidence" | "proof" | "truth")
                || matches!(
                    (next, text.word(index + 2)),
                    ("scientific" | "good" | "reliable" | "credible" | "clinical" | "medical", "evidence" | "proof" | "basis")
                )
        }
        "not" => matches!(next, "true" | "proven" | "supported"),
        "red" => matches!(next, "flag" | "flags"),
        "too" => next == "good" && matches!(text.word(index + 2), "to"),
        "watch" => next == "out",
        "steer" => next == "clear",
        "careful" => matches!(next, "of" | "with" | "about"),
        _ => false,
    }
}

/// A sentence that gives the words to somebody else. "We claim" and "we believe" are the writer's.
fn attributes(text: &Text<'_>, sentence: Sentence) -> bool {
    (sentence.first..sentence.end).any(|index| {
        let before = if index > sentence.first { text.word(index - 1) } else { "" };
        match text.word(index) {
            "claim" | "claims" | "claimed" | "claiming" | "believe" | "believed" | "believes" | "promise" | "promises" | "promised"
            | "promising" => !matches!(before, "we" | "i"),
            "alleged" | "allegedly" | "alleges" | "supposed" | "supposedly" | "purported" | "purportedly" | "whether" => true,
            "heard" | "told" => matches!(before, "have" | "you've" | "you" | "i've" | "been" | "may" | "often"),
            "say" | "think" | "swear" => {
                matches!(before, "people" | "some" | "they" | "many" | "others" | "influencers" | "folks" | "friends")
            }
            _ => false,
        }
    })
}

/// A short sentence that takes back what stands before it: "False.", "That is not true.", "Nope!"
fn retracts(text: &Text<'_>, sentence: Sentence) -> bool {
    if sentence.end - sentence.first > RETRACTION_WORDS || sentence.question {
        return false;
    }
    let opens = matches!(
        text.word(sentence.first),
        "no" | "nope" | "false" | "wrong" | "myth" | "fiction" | "nah" | "fake" | "incorrect" | "busted" | "debunked"
    );
    opens && sentence.end - sentence.first <= 2
        || matches!(
            text.word(sentence.first),
            "that's" | "that" | "this" | "it's" | "it" | "these" | "all" | "both" | "fact" | "the" | "a" | "false"
        ) && (frames(text, sentence)
            || (sentence.first..sentence.end)
                .any(|index| matches!(text.word(index), "wrong" | "dangerous" | "isn't" | "doesn't" | "don't")))
}

/// A first sentence that says what the whole post does: take myths apart.
fn is_heading(text: &Text<'_>, sentence: Sentence) -> bool {
    sentence.end - sentence.first <= HEADING_WORDS
        && (sentence.first..sentence.end).any(|index| {
            matches!(
                text.word(index),
                "myth"
                    | "myths"
                    | "mythbusters"
                    | "misinformation"
                    | "disinformation"
                    | "misconceptions"
                    | "debunking"
                    | "debunked"
                    | "factcheck"
                    | "hoaxes"
                    | "rumors"
            ) || text.word(index) == "fact" && matches!(text.word(index + 1), "check" | "checking" | "checked" | "or")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(typed: &str) -> bool {
        let text = Text::new(typed);
        let at = (0..text.words().len()).find(|&index| text.word(index).starts_with("cure")).expect("a verb");
        is_reported(&text, at)
    }

    #[test]
    fn corrections_and_reports() {
        for text in [
            "FALSE: garlic cures cancer",
            "Fact check: garlic cures cancer",
            "Myth vs fact\nGarlic cures cancer\nThe truth is different",
            "5 myths about diabetes:\n1. Cinnamon cures it\n2. Only adults get it",
            "There is no evidence that garlic cures cancer",
            "Experts warn of sellers who say that garlic cures cancer",
            "Contrary to what you read, garlic cures nothing",
            "Garlic cures cancer. That's a myth.",
            "“Garlic cures cancer.” False!",
            "Garlic cures cancer. This is simply not true.",
            "The company claimed its tea cures cancer",
            "You may have heard that garlic cures cancer.",
            "Some people say garlic cures cancer.",
            "Be skeptical of anything that cures everything",
            "Myth: garlic cures cancer. Fact: it does not.",
        ] {
            assert!(reported(text), "{text}");
        }
    }

    #[test]
    fn the_writers_own_words() {
        for text in [
            "Our tea cures cancer.",
            "We believe our tea cures cancer.",
            "Myth: you need drugs. Fact: our tea cures cancer.",
            "Our tea cures cancer. No prescription needed.",
            "Our tea cures cancer. It's that simple.",
            "Clients say it best. Book today. Our tea cures cancer.",
        ] {
            assert!(!reported(text), "{text}");
        }
    }
}
