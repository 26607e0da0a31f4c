//! Folding: the one normalisation every rule is matched on.
//!
//! Lower case; typographic quotes and dashes become ASCII; no-break and other spaces become a
//! space; zero-width characters vanish; full-width, mathematical and accented letters become the
//! plain letter; Greek and Cyrillic look-alikes become Latin inside a word that also has Latin
//! letters (so that Russian text stays Russian). Only Rust folds: TypeScript sends raw text.

use crate::span::Span;

/// Folded text that remembers where each part stood in the original.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// Empty when folding changed no length, so that offsets are the same.
    runs: Vec<Run>,
}

/// A stretch of folded text. Within a linear run offsets advance together; any other run is one
/// character whose length changed.
#[derive(Debug, Clone, Copy)]
struct Run {
    folded: usize,
    original: usize,
    original_end: usize,
    linear: bool,
}

impl Folded {
    /// Folds `original`.
    #[must_use]
    pub fn new(original: &str) -> Self {
        if original.is_ascii() {
            return Self { text: original.to_ascii_lowercase(), runs: Vec::new() };
        }
        let mut folder = Folder { text: String::with_capacity(original.len()), runs: Vec::new() };
        let mut word_has_latin = WordScript::new(original);
        for (at, character) in original.char_indices() {
            let latin = word_has_latin.at(at, character);
            folder.push(at, character, latin);
        }
        Self { text: folder.text, runs: folder.runs }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the original of a range of the folded text.
    #[must_use]
    pub fn to_original(&self, folded: Span) -> Span {
        if self.runs.is_empty() {
            return folded;
        }
        let start = self.original_start(folded.start);
        let end = if folded.is_empty() { start } else { self.original_end(folded.end) };
        Span::new(start, end.max(start))
    }

    fn run_at(&self, folded: usize) -> Run {
        let after = self.runs.partition_point(|run| run.folded <= folded);
        self.runs[after.saturating_sub(1)]
    }

    fn original_start(&self, folded: usize) -> usize {
        if folded >= self.text.len() {
            return self.runs.last().map_or(folded, |run| run.original_end);
        }
        let run = self.run_at(folded);
        if run.linear { run.original + (folded - run.folded) } else { run.original }
    }

    fn original_end(&self, folded_end: usize) -> usize {
        // The end belongs to the character before it: what was dropped after that is not part of it.
        let run = self.run_at(folded_end - 1);
        if run.linear { run.original + (folded_end - run.folded) } else { run.original_end }
    }
}

struct Folder {
    text: String,
    runs: Vec<Run>,
}

impl Folder {
    fn push(&mut self, at: usize, character: char, word_has_latin: bool) {
        let folded = self.text.len();
        let original_end = at + character.len_utf8();
        match fold_char(character, word_has_latin) {
            FoldedChar::Dropped => return,
            FoldedChar::One(to) => self.text.push(to),
            FoldedChar::Several(to) => self.text.push_str(to),
        }
        let linear = self.text.len() - folded == character.len_utf8();
        if let Some(last) = self.runs.last_mut()
            && linear
            && last.linear
            && last.original_end == at
        {
            last.original_end = original_end;
            return;
        }
        self.runs.push(Run { folded, original: at, original_end, linear });
    }
}

enum FoldedChar {
    Dropped,
    One(char),
    Several(&'static str),
}

fn fold_char(character: char, word_has_latin: bool) -> FoldedChar {
    use FoldedChar::{Dropped, One, Several};
    if character.is_ascii() {
        return One(character.to_ascii_lowercase());
    }
    match character {
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{AD}'
        | '\u{FE00}'..='\u{FE0F}' => Dropped,
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '´' | '＇' => One('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => One('"'),
        '‐'..='―' | '−' | '﹣' => One('-'),
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => One(' '),
        '\u{2028}' | '\u{2029}' | '\u{85}' => One('\n'),
        '…' => Several("..."),
        '№' => Several("no"),
        'ß' => Several("ss"),
        'æ' | 'Æ' => Several("ae"),
        'œ' | 'Œ' => Several("oe"),
        '！'..='～' => One(ascii_of(character as u32 - 0xFF01 + 0x21).to_ascii_lowercase()),
        '𝐀'..='𝚣' => One(ascii_of(mathematical_letter(character as u32 - 0x1D400))),
        '𝟎'..='𝟿' => One(ascii_of(u32::from(b'0') + (character as u32 - 0x1D7CE) % 10)),
        'Ⓐ'..='Ⓩ' => One(ascii_of(u32::from(b'a') + character as u32 - 0x24B6)),
        'ⓐ'..='ⓩ' => One(ascii_of(u32::from(b'a') + character as u32 - 0x24D0)),
        'À'..='ſ' => One(plain_latin(character)),
        'Α'..='ӿ' if word_has_latin => One(look_alike(character).unwrap_or_else(|| lower(character))),
        _ => One(lower(character)),
    }
}

/// The lower-case form where it is a single character, else the character itself.
fn lower(character: char) -> char {
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => character,
    }
}

fn ascii_of(code: u32) -> char {
    char::from_u32(code).unwrap_or('\u{FFFD}')
}

/// Mathematical alphabets repeat A–Z a–z every 52 code points.
fn mathematical_letter(offset: u32) -> u32 {
    u32::from(b'a') + offset % 52 % 26
}

/// Letters of Latin-1 and Latin Extended-A without their accents.
fn plain_latin(character: char) -> char {
    match lower(character) {
        'à'..='å' | 'ā'..='ą' => 'a',
        'ç' | 'ć'..='č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē'..='ě' => 'e',
        'ĝ'..='ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ'..='ı' => 'i',
        'ĵ' => 'j',
        'ķ' | 'ĸ' => 'k',
        'ĺ'..='ł' => 'l',
        'ñ' | 'ń'..='ŋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō'..='ő' => 'o',
        'ŕ'..='ř' => 'r',
        'ś'..='š' | 'ſ' => 's',
        'ţ'..='ŧ' => 't',
        'ù'..='ü' | 'ũ'..='ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź'..='ž' => 'z',
        other => other,
    }
}

/// Greek and Cyrillic letters that look like a Latin one.
fn look_alike(character: char) -> Option<char> {
    Some(match lower(character) {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | 'ё' => 'e',
        'н' => 'h',
        'і' | 'ι' | 'ї' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'о' | 'ο' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' => 'v',
        'х' | 'χ' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

/// Tells, character by character, whether the word it stands in has an ASCII letter.
struct WordScript<'t> {
    text: &'t str,
    word_end: usize,
    has_latin: bool,
}

impl<'t> WordScript<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, word_end: 0, has_latin: false }
    }

    fn at(&mut self, at: usize, character: char) -> bool {
        if character.is_ascii() {
            return false;
        }
        if at >= self.word_end {
            let is_word = |c: &char| c.is_alphanumeric();
            // An ASCII start of the word was skipped above, so look back as well.
            let before = self.text[..at].chars().rev().take_while(is_word);
            let from_here = self.text[at..].chars().take_while(is_word);
            self.has_latin = before.chain(from_here.clone()).any(|c| c.is_ascii_alphabetic());
            self.word_end = at + from_here.map(char::len_utf8).sum::<usize>().max(character.len_utf8());
        }
        self.has_latin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn folds(original: &str, expected: &str) {
        assert_eq!(Folded::new(original).text(), expected);
    }

    #[test]
    fn tricks_fold_to_plain_text() {
        folds("Don’t “CURE” — José…", "don't \"cure\" - jose...");
        folds("ｆｕｌｌ　ＷＩＤＴＨ", "full width");
        folds("𝗕𝗼𝗹𝗱 𝟭𝟬𝟬% Ⓖⓞ", "bold 100% go");
        folds("c\u{200B}u\u{AD}re", "cure");
        folds("\u{0441}ure", "cure");
        folds("Москва", "москва");
        folds("ΑΣΘΜΑ", "ασθμα");
        folds("🎉 Ⅳ ŁÓDŹ Straße", "🎉 ⅳ lodz strasse");
    }

    #[test]
    fn offsets_map_back() {
        let original = "🎉 José’s c\u{200B}ure… now";
        let folded = Folded::new(original);
        for word in ["jose's", "cure", "...", "now"] {
            let start = folded.text().find(word).expect(word);
            let back = folded.to_original(Span::new(start, start + word.len())).of(original);
            assert_eq!(Folded::new(back).text(), word);
        }
        let all = folded.to_original(Span::new(0, folded.text().len()));
        assert_eq!(all, Span::new(0, original.len()));
    }
}
