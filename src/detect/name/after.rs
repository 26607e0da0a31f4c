//! What the words after a name tell of the person, or that it is none.

use crate::text::{Text, WordKind};

use super::before::is_kin;
use super::{between, stem, words};
use crate::detect::date::is_month;
use crate::detect::is_in;

/// The strongest cue after a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum After {
    /// "Hospital", "disease", "Street": not a person.
    Thing,
    /// ", RN"
    Credential,
    /// ", 54,", "(DOB 1/2/1950)", "is a 92-year-old": the words of a record.
    Record,
    /// "was admitted", "'s MRI": something about care.
    Care,
    /// "'s mom": the name of a relative.
    Kin,
    /// "lives": only people do.
    Living,
    /// "said": people do.
    Verb,
    /// "'s"
    Possessive,
    /// ", can you": somebody is spoken to.
    Spoken,
    /// ", TX": a town.
    State,
    Nothing,
}

/// Reads what stands after word `last`.
pub(super) fn after(text: &Text<'_>, last: usize) -> After {
    let at = last + 1;
    let digits = text.words().get(at).is_some_and(|word| word.kind == WordKind::Digits);
    if digits && (is_month(text.word(last)) || text.word(last) == "jan") {
        return After::Thing;
    }
    let possessive = text.word(last).ends_with("'s") && stem(text, last).len() > 1;
    let same_sentence = text.words().get(at).is_some_and(|word| word.sentence == text.words()[last].sentence);
    if !same_sentence {
        return if possessive { After::Possessive } else { After::Nothing };
    }
    let gap = between(text, last).trim_matches([' ', '\t']);
    let word = text.word(at);
    let near = gap.is_empty() || gap == "-";
    if near && (is_thing(word) || may_be_thing(word) || is_medical_thing(word)) {
        return After::Thing;
    }
    if possessive {
        return match word {
            _ if is_kin(word) || is_kin(text.word(at + 1)) => After::Kin,
            _ if is_care_noun(word) || is_care_noun(text.word(at + 1)) => After::Care,
            _ => After::Possessive,
        };
    }
    let comma = matches!(gap, "," | "(" | ", (" | "-" | " - ");
    // "Jane Roe, RN", "Jane Roe, physical therapist".
    let titled = |index: usize| {
        text.words().get(index).is_some_and(|w| w.sentence == text.words()[last].sentence) && is_credential(text.word(index))
    };
    let degree = gap.is_empty()
        && matches!(
            text.typed_at(text.words()[at].span()),
            "RN" | "MD" | "DO" | "NP" | "CNA" | "LPN" | "DDS" | "DMD" | "PhD" | "PharmD" | "DPT" | "FNP" | "BSN" | "MSN"
        );
    if degree || comma && (titled(at) || !is_record_word(text, at) && word != "who" && (titled(at + 1) || titled(at + 2))) {
        return After::Credential;
    }
    if gap == "," && is_state(text, at) {
        return After::State;
    }
    if (comma || gap == "." || gap == ";" || gap == "<") && is_record_word(text, at) {
        return After::Record;
    }
    if gap.starts_with(',') && is_spoken_to(word) {
        return After::Spoken;
    }
    let verb_at = if matches!(word, "who" | "was" | "is" | "has" | "had" | "were") && (gap.is_empty() || gap == ",") { at + 1 } else { at };
    let verb = text.word(verb_at);
    if (gap.is_empty() || gap == ",") && is_care_verb(verb) {
        return After::Care;
    }
    if matches!(word, "is" | "was") && (is_age(text, verb_at) || matches!(verb, "a" | "an") && is_age(text, verb_at + 1)) {
        return After::Record;
    }
    if gap.is_empty() && matches!(word, "lives" | "lived" | "cried" | "smiled" | "laughed" | "woke" | "married" | "died" | "graduated") {
        return After::Living;
    }
    if gap.is_empty() && is_persons_verb(word) || matches!(gap, "" | ",") && word == "who" {
        return After::Verb;
    }
    After::Nothing
}

/// Ages, dates of birth and record numbers: "54", "76 y/o", "DOB", "age 54".
fn is_record_word(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let article = matches!(word, "a" | "an") && is_age(text, at + 1);
    is_age(text, at)
        || article
        || matches!(
            word,
            "dob" | "mrn" | "ssn" | "mr" | "age" | "aged" | "born" | "date" | "record" | "chart" | "birth" | "id" | "account" | "member"
        )
        || text.words()[at].kind == WordKind::Link
}

/// "54,", "76 y/o", "33yo", "12 months".
fn is_age(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if number.is_empty()
        || number.parse::<u8>().is_ok_and(|age| age > 115)
        || number.len() > 3
        || !number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return false;
    }
    if number.len() < word.len() {
        return matches!(&word[number.len()..], "y" | "yo" | "yr" | "yrs" | "m" | "f" | "yom" | "yof");
    }
    let gap = between(text, at).trim_end_matches(' ');
    matches!(gap, "," | ")" | "-") && !text.words().get(at + 1).is_some_and(|next| next.kind == WordKind::Digits)
        || matches!(
            text.word(at + 1),
            "y" | "yo" | "yr" | "yrs" | "year" | "years" | "months" | "weeks" | "days" | "m" | "f" | "male" | "female"
        )
}

/// What stands behind the name of somebody of the house: degrees and jobs.
fn is_credential(word: &str) -> bool {
    is_in(words::CREDENTIAL, word) || word.ends_with("ologist") || word.ends_with("trician") || word.ends_with("therapist")
}

/// What the names of organisations, places, prizes and programs end in.
pub(super) fn is_thing(word: &str) -> bool {
    is_in(words::THING, word)
}

/// The same, of words that are surnames as well: "Mercy Hall", but "Robert Hall".
pub(super) fn may_be_thing(word: &str) -> bool {
    is_in(words::MAYBE_THING, word)
}

/// What is named after the people who described it.
fn is_medical_thing(word: &str) -> bool {
    is_in(words::MEDICAL_THING, word)
}

/// What a patient has: "Smith's labs".
fn is_care_noun(word: &str) -> bool {
    is_in(words::CARE_NOUN, word)
}

/// What happens to patients.
fn is_care_verb(word: &str) -> bool {
    is_in(words::CARE_VERB, word)
}

/// What people do.
fn is_persons_verb(word: &str) -> bool {
    is_in(words::PERSONS_VERB, word)
}

/// What follows the name of somebody who is spoken to.
fn is_spoken_to(word: &str) -> bool {
    is_in(words::SPOKEN_TO, word)
}

/// The postal code of a state, in capitals.
fn is_state(text: &Text<'_>, at: usize) -> bool {
    let typed = text.typed_at(text.words()[at].span());
    typed.len() == 2
        && typed.bytes().all(|byte| byte.is_ascii_uppercase())
        && !matches!(typed, "MD" | "DO" | "RN" | "NP" | "PA" | "OD" | "DC" | "PT" | "OT" | "RD")
}
