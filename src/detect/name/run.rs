//! Words in a row that can make up a name, and what of them speaks for one.

use crate::detect::common_words::is_common;
use crate::detect::lists::Kinds;
use crate::detect::{Scene, is_in};
use crate::text::{Text, WordKind};

use super::after::{is_thing, may_be_thing};
use super::before::is_title;
use super::{between, stem, words};

/// Most words of a name, particles and parts of double names counted.
const LONGEST: usize = 6;

/// What one word of a name is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// In the lists, and no everyday word.
    Given,
    /// In the lists, and no everyday word.
    Surname,
    /// In both lists of names, and no everyday word.
    Either,
    /// A name and an everyday word, a place or a maker: "Grace", "Austin", "Lilly".
    Ambiguous,
    /// In no list, but with letters or an ending that English words do not have: "Jeknić", "Ivanova".
    Foreign,
    /// A capitalised word that is in no list: most surnames of the world are in none.
    Unknown,
    /// "J" or "J."
    Initial,
    /// "de", "van der", "al".
    Particle,
    /// The second half of "Ji-woo".
    Half,
}

/// How a name may be written where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Capitals,
    /// After a strong cue a name counts in lower case too: "pt john smith".
    Any,
    /// After "mr", a name that no list knows counts too: "mr okonjo in 412".
    Titled,
}

/// Words `first..=last` that can be a name.
pub(super) struct Run {
    pub first: usize,
    pub last: usize,
    parts: Vec<Part>,
}

impl Run {
    /// The longest name that starts at a word.
    pub fn at(scene: &Scene<'_>, first: usize, case: Case) -> Option<Self> {
        let text = scene.text;
        let end = text.sentence_of(first).end;
        let mut parts = vec![part(scene, first, case, false)?];
        let mut last = first;
        while last + 1 < end && parts.len() < LONGEST && joins(text, last) {
            let Some(next) = part(scene, last + 1, case, true) else { break };
            parts.push(next);
            last += 1;
        }
        while parts.last() == Some(&Part::Particle) {
            parts.pop();
            last = last.saturating_sub(1);
        }
        parts.iter().any(|part| !matches!(part, Part::Initial | Part::Particle)).then_some(Self { first, last, parts })
    }

    /// How much the words themselves speak for a name.
    pub fn score(&self) -> i32 {
        let given = self.parts.iter().map(|part| match part {
            Part::Given | Part::Either => 3,
            Part::Ambiguous => 1,
            _ => 0,
        });
        let rest = self.parts.iter().skip(1).map(|part| match part {
            Part::Surname | Part::Either | Part::Foreign => 2,
            Part::Given | Part::Ambiguous | Part::Unknown | Part::Initial => 1,
            Part::Particle | Part::Half => 0,
        });
        let alone = match self.parts[..] {
            [Part::Surname | Part::Foreign | Part::Initial, ..] => 1,
            _ => 0,
        };
        given.max().unwrap_or(0) + rest.max().unwrap_or(0) + alone
    }

    /// Whether there are a given name or initial and a surname. "Ji-woo" is one name.
    pub fn is_full(&self) -> bool {
        self.parts.iter().filter(|part| !matches!(part, Part::Particle | Part::Half)).count() > 1
    }

    /// Whether one of the words is a name and no everyday word.
    pub fn is_listed(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Given | Part::Surname | Part::Either))
    }

    pub fn has_given(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Given | Part::Either))
    }

    /// Whether it is rather the name of a place or an organisation.
    pub fn is_thing(&self, text: &Text<'_>) -> bool {
        let rest = (self.first + 1..=self.last).map(|index| stem(text, index));
        let soft = !matches!(self.parts[0], Part::Given | Part::Either) && may_be_thing(stem(text, self.last));
        self.parts.len() > 1 && (starts_a_place(text.word(self.first)) || soft || rest.into_iter().any(is_thing))
    }

    /// Whether the first word may be no name but the start of the sentence: "Read Rebecca's story".
    pub fn starts_with_a_word(&self) -> bool {
        matches!(self.parts[..], [Part::Ambiguous, Part::Given | Part::Either, ..])
    }

    pub fn starts_with(&self, part: Part) -> bool {
        self.parts.first() == Some(&part)
    }
}

/// What a word can be within a name.
pub(super) fn part(scene: &Scene<'_>, at: usize, case: Case, inside: bool) -> Option<Part> {
    let text = scene.text;
    let word = text.words().get(at)?;
    let stem = stem(text, at);
    if word.kind != WordKind::Letters || stem.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if !inside && is_title(stem) {
        return None;
    }
    if is_calendar(stem) {
        return None;
    }
    let capital = text.is_capitalised(at);
    if stem.len() == 1 {
        let dotted = text.folded()[word.end as usize..].starts_with('.');
        // "A" and "I" are words unless something makes them initials.
        let initial = capital || (case != Case::Capitals && inside && dotted);
        return (initial && (dotted || inside || (!matches!(stem, "a" | "i") && joins(text, at)))).then_some(Part::Initial);
    }
    if is_particle(stem) && (inside || capital || case != Case::Capitals) && joins(text, at) {
        return Some(Part::Particle);
    }
    if inside && !capital && at > 0 && between(text, at - 1) == "-" && names(scene, at - 1) {
        return Some(Part::Half);
    }
    if !capital && case == Case::Capitals {
        return None;
    }
    if is_abbreviation(text, at) {
        return None;
    }
    let kinds = kinds(scene, stem);
    let name = kinds.has(Kinds::GIVEN | Kinds::SURNAME);
    if !name && !capital {
        let titled = case == Case::Titled && !inside && kinds == Kinds::default() && looks_like_a_name(text, at, stem);
        return (titled && has_syllables(stem)).then_some(Part::Unknown);
    }
    let everyday = kinds.has(Kinds::WORD) || is_common(stem);
    match (kinds.has(Kinds::GIVEN), kinds.has(Kinds::SURNAME)) {
        (true, _) | (_, true) if everyday => (capital || inside && !is_common(stem)).then_some(Part::Ambiguous),
        (true, true) => Some(Part::Either),
        (true, false) => Some(Part::Given),
        (false, true) => Some(Part::Surname),
        (false, false) if everyday || !looks_like_a_name(text, at, stem) => None,
        (false, false) if is_foreign(text, at, stem) => Some(Part::Foreign),
        (false, false) => Some(Part::Unknown),
    }
}

/// Whether a word is in the lists of names.
fn names(scene: &Scene<'_>, at: usize) -> bool {
    let kinds = scene.lists.kinds(scene.text.word(at));
    kinds.has(Kinds::GIVEN | Kinds::SURNAME) && !kinds.has(Kinds::WORD)
}

fn kinds(scene: &Scene<'_>, stem: &str) -> Kinds {
    let found = scene.lists.kinds(stem);
    if found == Kinds::default() && stem.contains('\'') {
        // The census writes "oconnell".
        return scene.lists.kinds(&stem.replace('\'', ""));
    }
    found
}

/// Endings of words that no list of everyday words can hold all of: most are medical.
const WORD_ENDINGS: &[&str] = &[
    "tion", "sion", "ment", "ness", "ing", "itis", "osis", "emia", "ology", "opathy", "ectomy", "scopy", "gram", "graphy", "plasty",
    "therapy", "ical", "ible", "able", "ous", "ally", "ative", "mab", "nib", "statin", "pril", "sartan", "olol", "cillin", "mycin",
    "azole", "idine", "amine", "prazole", "gliptin", "flozin", "tide", "phrine", "caine", "zepam", "oxacin", "vir", "terol", "sone",
    "ists", "ers", "ics",
];

/// Whether a word that no list knows is written as a surname may be.
fn looks_like_a_name(text: &Text<'_>, at: usize, stem: &str) -> bool {
    let typed = text.typed_at(text.words()[at].span());
    let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
    // "COPD" and "EEGs" are no names; "MAPLEBY" beside a name can be one.
    let capitals = typed.chars().filter(|c| c.is_uppercase()).count();
    let abbreviation = capitals > 1 && (letters < 5 || capitals < letters) && !is_mixed_name(stem);
    letters > 2 && !abbreviation && !WORD_ENDINGS.iter().any(|ending| stem.ends_with(ending))
}

/// "okonjo", but not "appt".
fn has_syllables(word: &str) -> bool {
    word.bytes().filter(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')).count() > 1
}

/// Endings of surnames in other languages, and of English ones that are places at heart.
const SURNAME_ENDINGS: &[&str] = &[
    "sson", "dottir", "ovic", "evic", "vich", "wicz", "ski", "sky", "ska", "ova", "eva", "enko", "chuk", "nen", "escu", "mann", "stein",
    "berg", "strom", "quist", "sen", "idze", "shvili", "oglu", "pour", "zadeh", "worth", "croft", "leigh", "ford", "field", "wood", "mere",
    "bury", "stone",
];

fn is_foreign(text: &Text<'_>, at: usize, stem: &str) -> bool {
    let typed = text.typed_at(text.words()[at].span());
    let accented = typed.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    accented
        || is_mixed_name(stem) && typed.chars().skip(1).any(char::is_uppercase)
        || SURNAME_ENDINGS.iter().any(|ending| stem.ends_with(ending))
}

/// "McDonald", "O'Hara", "DeLuca", "D'Amato".
fn is_mixed_name(stem: &str) -> bool {
    stem.contains('\'') || ["mc", "mac", "de", "di", "la", "le", "van", "fitz"].iter().any(|prefix| stem.starts_with(prefix))
}

/// Short forms of days and months; the long forms are everyday words.
fn is_calendar(word: &str) -> bool {
    is_in(words::CALENDAR, word)
}

/// "ADA" between words that are not shouted.
fn is_abbreviation(text: &Text<'_>, at: usize) -> bool {
    let shouted = |index: usize| {
        text.words().get(index).is_some_and(|word| word.span().len() > 1 && !text.typed_at(word.span()).contains(char::is_lowercase))
    };
    text.words()[at].span().len() < 5 && shouted(at) && !shouted(at + 1) && !at.checked_sub(1).is_some_and(shouted)
}

/// What the names of places start with: "San Diego", "Fort Worth".
fn starts_a_place(word: &str) -> bool {
    is_in(words::STARTS_A_PLACE, word)
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "da"
            | "di"
            | "du"
            | "del"
            | "della"
            | "dos"
            | "das"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ten"
            | "ter"
            | "zu"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "bint"
            | "abu"
            | "ben"
            | "af"
            | "av"
            | "y"
            | "st"
    )
}

/// Between two parts of a name stands a space or a hyphen, or a full stop after an initial.
pub(super) fn joins(text: &Text<'_>, at: usize) -> bool {
    match between(text, at) {
        " " => true,
        "-" => text.words()[at].span().len() > 1,
        ". " | "." => matches!(text.word(at).len(), 1) || text.word(at) == "st",
        _ => false,
    }
}
