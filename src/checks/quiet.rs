//! Ways of speaking in which words claim nothing: denied, asked, reported.

mod reported;

use crate::ruleset::QuietWhen;
use crate::text::Text;

/// How many words before a match may deny it: "there is no good evidence at all that garlic cures".
const NEGATION_REACH: usize = 10;

/// How far behind a match "is not true" may begin.
const DENIAL_AFTER: usize = 4;

/// Whether words `first..=last` are spoken in one of these ways.
pub(super) fn is_quiet(ways: &[QuietWhen], text: &Text<'_>, first: usize, last: usize) -> bool {
    ways.iter().any(|way| match way {
        QuietWhen::Negated => is_negated(text, first, last),
        QuietWhen::Question => is_asked(text, first),
        QuietWhen::Reported => reported::is_reported(text, first),
    })
}

/// A denial shortly before the match in the same clause, within it, or "is not …" right after it.
/// A match that begins with "no" says just that ("no side effects"), so its first word denies nothing.
fn is_negated(text: &Text<'_>, first: usize, last: usize) -> bool {
    let sentence = text.sentence_of(first);
    let from = first.saturating_sub(NEGATION_REACH).max(clause_start(text, sentence.first, first));
    let until = (last + 1 + DENIAL_AFTER).min(sentence.end).min(clause_end(text, last, sentence.end));
    (from..first).any(|index| denies(text, index, first))
        || (first + 1..=last).any(|index| is_negation(text.word(index)) && text.word(index) != "without")
        || (last + 1..until).any(|index| is_plain_not(text, index))
}

/// Whether the word at `index` denies what starts at word `first`.
fn denies(text: &Text<'_>, index: usize, first: usize) -> bool {
    match text.word(index) {
        // "Without surgery we cure" denies the surgery, not the cure.
        "without" => index + 2 >= first,
        // "Not only", "no doubt", "no wonder" and "why not" assert.
        "not" | "no" => {
            !matches!(text.word(index + 1), "only" | "just" | "doubt" | "wonder" | "matter" | "joke" | "longer")
                && !follows_why(text, index)
        }
        "can't" => text.word(index + 1) != "wait",
        word => is_negation(word),
    }
}

fn follows_why(text: &Text<'_>, index: usize) -> bool {
    index > 0 && text.word(index - 1) == "why"
}

/// The first word of the clause that holds word `at`: after a semicolon, a dash or "but".
fn clause_start(text: &Text<'_>, sentence_first: usize, at: usize) -> usize {
    (sentence_first + 1..=at).rev().find(|&index| breaks_clause(text, index)).unwrap_or(sentence_first)
}

fn clause_end(text: &Text<'_>, last: usize, sentence_end: usize) -> usize {
    (last + 1..sentence_end).find(|&index| breaks_clause(text, index)).unwrap_or(sentence_end)
}

/// Whether a new clause begins at word `index`.
fn breaks_clause(text: &Text<'_>, index: usize) -> bool {
    if matches!(text.word(index), "but" | "because" | "instead") {
        return true;
    }
    let words = text.words();
    let between = &text.folded()[words[index - 1].end as usize..words[index].start as usize];
    between.contains([';', '\u{2026}', '|']) || between.contains(" - ") || between.contains("...")
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
                | "didnt"
                | "isnt"
                | "arent"
                | "wasnt"
                | "shouldnt"
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
                | "little"
                | "lack"
                | "lacks"
                | "insufficient"
                | "hardly"
                | "rarely"
                | "fails"
                | "failed"
                | "unable"
                | "whether"
        )
}

/// Words right after the match that deny it: "is not true", "… is a myth".
fn is_plain_not(text: &Text<'_>, index: usize) -> bool {
    match text.word(index) {
        "not" => !matches!(text.word(index + 1), "only" | "just"),
        "cannot" | "never" | "isn't" | "doesn't" | "false" | "untrue" | "myth" | "unproven" | "nonsense" | "wrong" | "nothing"
        | "baseless" => true,
        _ => false,
    }
}

/// Whether the sentence asks. A seller's question asserts what it asks: "Want to cure your
/// diabetes?", "Did you know that tea cures cancer?"
fn is_asked(text: &Text<'_>, at: usize) -> bool {
    let sentence = text.sentence_of(at);
    sentence.question && !is_sales_question(text, sentence.first, at)
}

fn is_sales_question(text: &Text<'_>, first: usize, at: usize) -> bool {
    let wants = |index| {
        matches!(
            text.word(index),
            "want" | "wanna" | "ready" | "looking" | "tired" | "need" | "suffering" | "struggling" | "wish" | "interested"
        )
    };
    let did_you_know = (first..at).any(|index| matches!(text.word(index), "know" | "knew") && index > 0 && text.word(index - 1) == "you");
    did_you_know
        || (first..at.min(first + 5)).any(wants)
        || (text.word(first) == "why" && matches!(text.word(first + 1), "not" | "suffer" | "pay" | "wait"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text's words "cures …" up to the word "cancer" are the match.
    fn quiet(way: QuietWhen, typed: &str) -> bool {
        let text = Text::new(typed);
        let find = |wanted: &[&str]| (0..text.words().len()).find(|&index| wanted.contains(&text.word(index)));
        let first = find(&["cure", "cures", "no", "zero"].as_slice()[..2]).expect("a verb");
        let last = find(&["cancer"]).expect("an illness");
        is_quiet(&[way], &text, first, last)
    }

    #[test]
    fn denials_in_the_same_clause_count() {
        for text in [
            "Garlic does not cure cancer",
            "There is no good evidence at all that garlic or onion cures cancer",
            "Garlic can't cure cancer",
            "Nothing cures all cancer",
            "It cures neither cancer nor colds",
            "Garlic cures cancer? Not true",
            "That garlic cures cancer is not true",
            "No tea, spice or oil will cure cancer",
            "Scientists do not know whether it cures cancer",
        ] {
            assert!(quiet(QuietWhen::Negated, text) || quiet(QuietWhen::Question, text), "{text}");
        }
    }

    #[test]
    fn denials_of_something_else_do_not_count() {
        for text in [
            "Israel has no deaths; tea can cure cancer",
            "Without surgery our drops cure cancer",
            "It is not expensive, but it cures cancer",
            "Not only does it taste good, it cures cancer",
            "No wonder it cures cancer",
            "It cures cancer without side effects",
            "I can't wait to tell you: it cures cancer",
            "It cures cancer; do not wait",
        ] {
            assert!(!quiet(QuietWhen::Negated, text), "{text}");
        }
    }

    #[test]
    fn a_sellers_question_is_no_doubt() {
        assert!(quiet(QuietWhen::Question, "Does garlic cure cancer? Ask us."));
        assert!(quiet(QuietWhen::Question, "Why do people think garlic can cure cancer?"));
        assert!(!quiet(QuietWhen::Question, "Want to cure cancer? Call us"));
        assert!(!quiet(QuietWhen::Question, "Did you know that garlic cures cancer?"));
        assert!(!quiet(QuietWhen::Question, "Why suffer when our tea cures cancer?"));
        assert!(!quiet(QuietWhen::Question, "Garlic cures cancer. Really?"));
    }
}
