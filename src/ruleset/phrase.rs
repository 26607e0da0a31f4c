//! Phrases: how rule authors write words in a row.
//!
//! | written | matches |
//! |---|---|
//! | `use my code` | these words, whatever their case, apostrophes and hyphens |
//! | `*` | any one word |
//! | `**` | up to four words, or none |
//! | `cardio*` | a word that starts so |
//! | `~cure` | cure, cures, cured, curing |
//! | `(pills|sugar pills)` | one of several, each a word or words in a row |
//! | `^` at its start | the phrase begins a sentence or a line |
//! | `<condition>` | a word of one of Scrubline's own lists, see [`vocabulary`](super::vocabulary) |

use std::fmt;

use serde::{Deserialize, Serialize};

use super::alternatives::{Alternatives, key, worth};
use super::vocabulary::{Vocabulary, WordList};
use crate::text::{Folded, Text};

/// The most words a `**` stands for.
pub(crate) const MAX_GAP: usize = 4;

/// A phrase, ready to be matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    pub(crate) elements: Vec<Element>,
    /// Index of the element that is looked for first.
    pub(crate) anchor: usize,
}

/// One part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Element {
    /// One of these folded words (usually a single one) or runs of words.
    Word(Alternatives),
    /// A word of one of our lists.
    List(WordList),
    /// A word that starts so.
    Prefix(String),
    /// Any one word.
    Any,
    /// None to [`MAX_GAP`] words.
    Gap,
    /// The start of a sentence.
    Start,
}

impl Element {
    /// The runs of words it stands for, if it stands for some.
    pub fn alternatives<'a>(&'a self, vocabulary: &'a Vocabulary) -> Option<&'a Alternatives> {
        match self {
            Self::Word(words) => Some(words),
            Self::List(list) => vocabulary.words(*list),
            Self::Prefix(_) | Self::Any | Self::Gap | Self::Start => None,
        }
    }
}

/// Why a text is no phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseError {
    /// Nothing but placeholders.
    NoWord,
    /// `*` or `**` at its start or end, where it would match anything.
    LooseEnd,
    /// A parenthesis that is not closed.
    OpenParenthesis,
    /// A form was asked for of several words.
    SeveralWords,
    /// `<name>` with a name we have no list for.
    UnknownList,
    /// A `^` that is not at the start.
    StartInside,
}

impl fmt::Display for PhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWord => "needs at least one word besides '*'",
            Self::LooseEnd => "cannot start or end with '*' or '**'",
            Self::OpenParenthesis => "has a '(' without its ')'",
            Self::SeveralWords => "has a '~' before several words; write their forms out",
            Self::StartInside => "has a '^' that is not at its start",
            Self::UnknownList => "names a word list that is not there; docs/rule-sets.md has them all",
        })
    }
}

impl Phrase {
    /// Reads a phrase as rule authors write it.
    ///
    /// # Errors
    /// If it has no word, a loose `*` at an end, or an unclosed parenthesis.
    pub fn parse(written: &str, vocabulary: &Vocabulary) -> Result<Self, PhraseError> {
        let mut elements = Vec::new();
        for part in split_parts(written)? {
            match part.as_str() {
                "*" => elements.push(Element::Any),
                "**" => elements.push(Element::Gap),
                "^" if elements.is_empty() => elements.push(Element::Start),
                "^" => return Err(PhraseError::StartInside),
                part => read_part(part, vocabulary, &mut elements)?,
            }
        }
        let loose = |element: Option<&Element>| matches!(element, Some(Element::Any | Element::Gap));
        let first = elements.iter().find(|element| !matches!(element, Element::Start));
        if loose(first) || loose(elements.last()) {
            return Err(PhraseError::LooseEnd);
        }
        let anchor = (0..elements.len()).max_by_key(|&i| (anchor_worth(&elements[i]), usize::MAX - i)).ok_or(PhraseError::NoWord)?;
        let phrase = Self { elements, anchor };
        let anchors = phrase.anchors(vocabulary);
        if anchors.iter().any(|anchor| anchor.is_empty()) || anchors.is_empty() {
            return Err(PhraseError::NoWord);
        }
        Ok(phrase)
    }

    /// The literals one of which stands in every text the phrase matches: of several words the rarest.
    pub(crate) fn anchors<'a>(&'a self, vocabulary: &'a Vocabulary) -> Vec<&'a str> {
        let mut anchors: Vec<&str> = match &self.elements[self.anchor] {
            Element::Prefix(prefix) => vec![prefix],
            element => element.alternatives(vocabulary).map_or_else(Vec::new, |words| words.runs().iter().map(|run| key(run)).collect()),
        };
        anchors.sort_unstable();
        anchors.dedup();
        anchors
    }
}

fn split_parts(written: &str) -> Result<Vec<String>, PhraseError> {
    let mut parts = vec![String::new()];
    let mut inside = false;
    for character in written.chars() {
        match character {
            '(' => inside = true,
            ')' => inside = false,
            c if c.is_whitespace() && !inside => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts.retain(|part| !part.is_empty());
    if inside { Err(PhraseError::OpenParenthesis) } else { Ok(parts) }
}

/// Reads one part, which may be several words to the matcher ("FDA-approved", "100%").
fn read_part(part: &str, vocabulary: &Vocabulary, elements: &mut Vec<Element>) -> Result<(), PhraseError> {
    if let Some(alternatives) = part.strip_prefix('(').and_then(|p| p.strip_suffix(')')) {
        let mut words = Vec::new();
        for word in alternatives.split('|') {
            match list_name(word.trim()) {
                Some(name) => words.extend_from_slice(vocabulary.entries(name).ok_or(PhraseError::UnknownList)?),
                None => words.extend(word_forms(word)?),
            }
        }
        elements.push(Element::Word(Alternatives::new(words)));
    } else if let Some(name) = list_name(part) {
        elements.push(Element::List(vocabulary.named(name).ok_or(PhraseError::UnknownList)?));
    } else if part.starts_with('~') {
        elements.push(Element::Word(Alternatives::new(word_forms(part)?)));
    } else if let Some(prefix) = part.strip_suffix('*') {
        elements.push(Element::Prefix(fold(prefix)));
    } else {
        let text = Text::new(part);
        elements.extend((0..text.words().len()).map(|i| Element::Word(Alternatives::new(vec![text.word(i).to_owned()]))));
    }
    Ok(())
}

fn list_name(part: &str) -> Option<&str> {
    part.strip_prefix('<')?.strip_suffix('>')
}

/// Words in a row with single spaces between, or all forms of one word if it starts with `~`.
pub(crate) fn word_forms(written: &str) -> Result<Vec<String>, PhraseError> {
    let written = written.trim();
    let text = Text::new(written.trim_start_matches('~'));
    let words: Vec<&str> = (0..text.words().len()).map(|index| text.word(index)).collect();
    match (words.as_slice(), written.starts_with('~')) {
        ([], _) => Err(PhraseError::NoWord),
        ([only], true) => Ok(inflections(only)),
        (_, true) => Err(PhraseError::SeveralWords),
        (words, false) => Ok(vec![words.join(" ")]),
    }
}

fn fold(word: &str) -> String {
    Folded::new(word).text().to_owned()
}

/// Rarer is better: the longest shortest literal. Symbols alone are everywhere.
fn anchor_worth(element: &Element) -> usize {
    match element {
        Element::Word(words) => words.runs().iter().map(|run| worth(key(run))).min().unwrap_or(0),
        // Each of its words leads here, which is still less often than "a" or "the" does.
        Element::List(_) => 5,
        // A prefix cannot be checked against the word's end, so an equally long word is better.
        Element::Prefix(prefix) => (prefix.len() * 2).saturating_sub(1),
        Element::Any | Element::Gap | Element::Start => 0,
    }
}

/// The regular English inflections of a verb or noun.
fn inflections(stem: &str) -> Vec<String> {
    let mut forms = vec![stem.to_owned()];
    let consonant_before_y = stem.len() > 1 && stem.ends_with('y') && !stem[..stem.len() - 1].ends_with(['a', 'e', 'o', 'u']);
    if consonant_before_y {
        let base = &stem[..stem.len() - 1];
        forms.extend([format!("{base}ies"), format!("{base}ied"), format!("{stem}ing")]);
    } else if let Some(base) = stem.strip_suffix('e') {
        forms.extend([format!("{stem}s"), format!("{stem}d"), format!("{base}ing")]);
    } else {
        let sibilant = stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh");
        forms.push(format!("{stem}{}", if sibilant { "es" } else { "s" }));
        forms.extend([format!("{stem}ed"), format!("{stem}ing")]);
        if let Some(last) = doubles_final_consonant(stem) {
            forms.extend([format!("{stem}{last}ed"), format!("{stem}{last}ing")]);
        }
    }
    forms
}

/// "stop" → "stopped": a consonant after a single vowel after a consonant.
fn doubles_final_consonant(stem: &str) -> Option<char> {
    let mut ends = stem.chars().rev();
    let (last, vowel, before) = (ends.next()?, ends.next()?, ends.next()?);
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    (!is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(vowel) && !is_vowel(before)).then_some(last)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;

    fn parse(written: &str) -> Result<Phrase, PhraseError> {
        Phrase::parse(written, Vocabulary::built_in())
    }

    #[test]
    fn parts() {
        let phrase = parse("thanks to ** for ~send #ad (pill|tablet) cardio*").expect("a phrase");
        assert_eq!(phrase.elements.len(), 9);
        assert_eq!(phrase.anchors(Vocabulary::built_in()), ["cardio"]);
        assert_eq!(parse("* cure"), Err(PhraseError::LooseEnd));
        assert_eq!(parse(" ! "), Err(PhraseError::NoWord));
        assert_eq!(parse("(a b"), Err(PhraseError::OpenParenthesis));
        assert_eq!(parse("(~all of|all) safe"), Err(PhraseError::SeveralWords));
        assert_eq!(parse("<nothing> safe"), Err(PhraseError::UnknownList));
        assert_eq!(parse("relieves ^ pain"), Err(PhraseError::StartInside));
        assert_eq!(parse("^ * pain"), Err(PhraseError::LooseEnd));
        assert_eq!(parse("^"), Err(PhraseError::NoWord));
    }

    #[test]
    fn regular_inflections() {
        assert_eq!(inflections("cure"), ["cure", "cures", "cured", "curing"]);
        assert!(inflections("remedy").contains(&"remedies".to_owned()));
        assert!(inflections("stop").contains(&"stopping".to_owned()));
        assert!(inflections("fix").contains(&"fixes".to_owned()));
    }
}
