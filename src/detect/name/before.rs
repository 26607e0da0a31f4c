//! What the words before a name tell of the person.

use crate::detect::is_in;
use crate::text::{Text, WordKind};

use super::{between, stem, words};

/// The strongest cue before a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Before {
    /// "patient", "54-year-old male,": the words say that it is a patient.
    Patient,
    /// "Mr.", "Señora".
    Courtesy,
    /// "her name is": of anybody, a fish too.
    NameIs,
    /// "her son", "spouse".
    Kin,
    /// "Dr.": any name may follow.
    Doctor,
    /// "nurse", "consultant": a title that is a word as well.
    Clinician,
    /// "Name:", "Subscriber": the field of a form.
    Field {
        colon: bool,
    },
    /// "Dear", "spoke with", "called": a person follows.
    Addressed,
    /// "by", "with", "for", "and": a person may follow.
    Soft,
    /// "President", "volunteer": somebody in public or of the house.
    Public,
    /// "in", "at", "the", a house number: rather a place or a thing.
    Place,
    /// A capitalised word that is no name: rather the name of something else.
    Capital,
    Nothing,
}

/// Reads what stands before word `first`.
pub(super) fn before(text: &Text<'_>, first: usize) -> Before {
    let Some(at) = first.checked_sub(1) else { return Before::Nothing };
    let gap = between(text, at).trim_matches([' ', '\t']);
    let word = text.word(at);
    let same_sentence = text.words()[at].sentence == text.words()[first].sentence;
    let asked = gap.starts_with('?') && matches!(word, "name" | "surname");
    if !same_sentence && !gap.contains(':') && !asked {
        return Before::Nothing;
    }
    let two = |second: &str| at > 0 && text.word(at - 1) == second;
    let title = matches!(gap, "" | ".");
    let apposed = matches!(gap, "" | "," | ":" | "-" | "(" | "." | ", (" | "\"");
    match word {
        "dr" | "doctor" | "drs" if title => return Before::Doctor,
        "mr" | "mrs" | "ms" | "miss" | "mx" | "senor" | "senora" | "srta" | "sra" | "herr" | "frau" | "monsieur" | "madame" | "mme"
            if title =>
        {
            return Before::Courtesy;
        }
        "patient" | "pt" | "client" | "inpatient" | "outpatient" | "resident" if apposed => return Before::Patient,
        "named" | "called" if gap.is_empty() => {
            let person = at > 0 && (is_person(text.word(at - 1)) || is_age_or_sex(text, at - 1) || text.word(at - 1) == "patient");
            return if person && word == "named" { Before::Patient } else { Before::Addressed };
        }
        "is" if gap.is_empty() && two("name") => return Before::NameIs,
        _ if apposed && (is_age_or_sex(text, at) || (is_person(word) && gap == ",")) => return Before::Patient,
        // "Sister Maureen", "Father Michael": nuns, nurses and priests.
        "sister" | "brother" | "father" | "mother" if gap.is_empty() && text.is_capitalised(at) => return Before::Public,
        // "Two doctors and sister Agnes": a nun or a nurse.
        "sister" if gap.is_empty() && at > 0 && text.word(at - 1) == "and" => return Before::Public,
        _ if apposed && is_kin(word) => return Before::Kin,
        _ => {}
    }
    let colon = gap.starts_with(':') || asked;
    if (colon || gap.is_empty()) && is_field(word) {
        return Before::Field { colon };
    }
    if is_clinician(word) && (gap.is_empty() || colon) {
        return Before::Clinician;
    }
    if matches!(gap, "" | "," | ".") && is_public(word) {
        return Before::Public;
    }
    if colon || gap == "-" && text.word(at) == "re" {
        return Before::Addressed;
    }
    if !gap.is_empty() {
        return Before::Nothing;
    }
    match word {
        "dear" | "hi" | "hello" | "hey" | "regards" | "sincerely" | "signed" | "contact" | "ask" | "asked" | "told" | "met" | "spoke"
        | "treated" | "saw" | "seeing" | "cardholder" | "ms'" => Before::Addressed,
        "with" if at > 0 && is_meeting(text.word(at - 1)) => Before::Addressed,
        "by" | "to" if at > 0 && text.word(at - 1).ends_with("ed") || two("seen") => Before::Addressed,
        "by" | "with" | "for" | "from" | "and" | "to" | "about" | "of" | "given" | "that" | "when" | "while" | "but" | "because" | "is"
        | "was" | "or" | "if" | "like" | "me" | "not" | "who" => Before::Soft,
        "the" | "a" | "an" | "in" | "at" | "near" | "our" | "this" | "these" | "new" => Before::Place,
        _ if text.words()[at].kind == WordKind::Digits => Before::Place,
        _ if is_job(word) => Before::Addressed,
        _ if text.is_capitalised(at) && at > 0 && text.words()[at - 1].sentence == text.words()[at].sentence => Before::Capital,
        _ if text.words()[at].kind == WordKind::Symbol && matches!(word, "#" | "@" | "&") => Before::Capital,
        _ => Before::Nothing,
    }
}

/// Whether a word is a title or a part that a name follows, and so not the start of one.
pub(super) fn is_title(word: &str) -> bool {
    is_in(words::TITLE, word) || is_kin(word) || is_clinician(word) || is_field(word) || is_public(word)
}

/// Whether word `at` ends "54-year-old male", "62yo F", "a woman,".
fn is_age_or_sex(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let counted = |back: usize| at.checked_sub(back).is_some_and(|index| text.word(index).starts_with(|c: char| c.is_ascii_digit()));
    match word {
        "male" | "female" | "man" | "woman" | "boy" | "girl" | "gentleman" | "lady" => {
            (1..=4).any(|back| at >= back && is_age(text.word(at - back))) || matches!(word, "male" | "female")
        }
        // "At 6 a.m. Jane"
        "m" if at > 0 && matches!(text.word(at - 1), "a" | "p") => false,
        "m" | "f" | "yof" | "yom" => counted(1) || counted(2) || counted(3),
        "old" => at > 0 && is_age(text.word(at - 1)) || counted(1),
        // "Nurses week: Jane" counts nothing.
        _ => is_age(word) && (word.starts_with(|c: char| c.is_ascii_digit()) || counted(1)) && !matches!(word, "year" | "years"),
    }
}

/// "yo", "54yo", "62yom", "year".
fn is_age(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(unit, "yo" | "y" | "yr" | "yrs" | "year" | "years" | "old" | "month" | "months" | "week" | "weeks" | "day" | "yom" | "yof")
        && (unit.len() < word.len() || unit.len() > 1)
}

/// Words for a person that a name may follow after a comma.
fn is_person(word: &str) -> bool {
    matches!(
        word,
        "man" | "woman" | "boy" | "girl" | "child" | "toddler" | "infant" | "newborn" | "teen" | "teenager" | "adult" | "veteran"
    )
}

/// Words for a member of the family.
pub(super) fn is_kin(word: &str) -> bool {
    is_in(words::KIN, word)
}

/// The names of fields that hold a person.
fn is_field(word: &str) -> bool {
    is_in(words::FIELD, word)
}

/// Titles of those who treat.
fn is_clinician(word: &str) -> bool {
    is_in(words::CLINICIAN, word) || word.ends_with("ologist") || word.ends_with("therapist")
}

/// Offices and parts that people have in public, and those who work for the house.
fn is_public(word: &str) -> bool {
    is_in(words::PUBLIC, word)
}

/// What people do for a living, as far as it says nothing about care.
fn is_job(word: &str) -> bool {
    is_in(words::JOB, word)
}

/// What one does with a person: "spoke with", "follow up with".
fn is_meeting(word: &str) -> bool {
    matches!(
        word,
        "spoke"
            | "speak"
            | "speaking"
            | "up"
            | "appointment"
            | "met"
            | "meet"
            | "meeting"
            | "talked"
            | "visit"
            | "consulted"
            | "discussed"
            | "visited"
            | "lives"
            | "seen"
    )
}

/// Whether a name stands alone on its line, as in an address or a signature.
pub(super) fn owns_line(text: &Text<'_>, first: usize, last: usize) -> bool {
    let sentence = text.sentence_of(first);
    let end = text.words()[last].start as usize + stem(text, last).len();
    sentence.first == first
        && sentence.end == last + 1
        && text.folded()[end..].trim_start_matches([' ', ',', '.']).starts_with(['\n', '\r'])
}
