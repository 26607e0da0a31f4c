//! What is counted over the whole post: tags, capitals, emoji.

use super::{Text, WordKind};

/// Counts over one text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measures {
    /// Hashtags.
    pub hashtags: u32,
    /// Hashtags of several words written without capitals, as far as that can be told: more than
    /// 18 letters in a single case.
    pub unreadable_hashtags: u32,
    /// Mentions of accounts.
    pub mentions: u32,
    /// The longest row of emoji with nothing but spaces between.
    pub longest_emoji_run: u32,
    /// Emoji, parts of one counted once.
    pub emoji: u32,
    /// Letters and digits made of mathematical or enclosed symbols, as font generators write them.
    pub styled_letters: u32,
    /// The longest row of one drawing character or another: "=====", "╔══╗".
    pub longest_symbol_run: u32,
    /// Letters that have a case.
    pub letters: u32,
    /// Capital letters.
    pub capitals: u32,
    /// Sentences.
    pub sentences: u32,
    /// Words, without symbols and links.
    pub words: u32,
}

impl Measures {
    pub(super) fn new(text: &Text) -> Self {
        let mut measures = Self { sentences: text.sentences().len() as u32, ..Self::default() };
        measures.count_words(text);
        measures.count_characters(text);
        measures
    }

    fn count_words(&mut self, text: &Text) {
        let words = text.words();
        for (index, word) in words.iter().enumerate() {
            match word.kind {
                WordKind::Letters | WordKind::Digits => self.words += 1,
                WordKind::Link => {}
                WordKind::Symbol => {
                    let Some(next) = words.get(index + 1).filter(|next| next.start == word.end) else { continue };
                    match text.word(index) {
                        "#" if next.kind == WordKind::Letters => {
                            self.hashtags += 1;
                            let tag = text.typed_at(next.span());
                            let one_case = !tag.chars().skip(1).any(char::is_uppercase) || !tag.chars().any(char::is_lowercase);
                            self.unreadable_hashtags += u32::from(tag.chars().filter(|c| c.is_alphabetic()).count() > 18 && one_case);
                        }
                        "@" => self.mentions += 1,
                        _ => {}
                    }
                }
            }
        }
    }

    fn count_characters(&mut self, text: &Text) {
        if text.typed().is_ascii() && text.links().is_empty() {
            // The same counts without looking at each character's properties.
            self.longest_symbol_run = longest_run(text.typed().chars());
            self.capitals = text.typed().bytes().filter(u8::is_ascii_uppercase).count() as u32;
            self.letters = text.typed().bytes().filter(u8::is_ascii_alphabetic).count() as u32;
            return;
        }
        self.longest_symbol_run = longest_run(text.typed().chars());
        let mut run = 0;
        let mut in_link = text.links().iter().map(|link| text.original(*link)).peekable();
        for (at, character) in text.typed().char_indices() {
            while in_link.next_if(|link| link.end <= at).is_some() {}
            if in_link.peek().is_some_and(|link| link.start <= at) {
                run = 0;
                continue;
            }
            match character {
                c if is_emoji(c) => {
                    run += 1;
                    self.emoji += 1;
                    self.longest_emoji_run = self.longest_emoji_run.max(run);
                }
                // Parts of one emoji, or the space between two.
                '\u{200D}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | ' ' => {}
                c => {
                    run = 0;
                    self.styled_letters += u32::from(is_styled_letter(c));
                    self.letters += u32::from(c.is_uppercase() || c.is_lowercase());
                    self.capitals += u32::from(c.is_uppercase());
                }
            }
        }
    }
}

/// The longest row of characters that only draw.
fn longest_run(characters: impl Iterator<Item = char>) -> u32 {
    let (mut run, mut longest) = (0, 0);
    for character in characters {
        run = if is_drawing(character) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

fn is_drawing(character: char) -> bool {
    matches!(character, '-' | '_' | '=' | '~' | '*' | '/' | '\\' | '|' | '<' | '>' | '^' | '+' | '\u{2014}' | '\u{2500}'..='\u{25FF}')
}

/// Mathematical alphanumeric symbols, full-width forms, and letters in circles and boxes.
fn is_styled_letter(character: char) -> bool {
    matches!(character, '\u{1D400}'..='\u{1D7FF}' | '\u{24B6}'..='\u{24E9}' | '\u{FF21}'..='\u{FF5A}' | '\u{1F110}'..='\u{1F189}')
}

/// Whether a character is shown as a picture. Skin tones count as part of the one before.
fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1F300}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}' | '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_and_fonts() {
        let m = Text::new("𝓫𝓸𝓵𝓭 words\n=====\n╔══╗").measures();
        assert_eq!((m.styled_letters, m.longest_symbol_run), (4, 5));
    }

    #[test]
    fn counts() {
        let m = Text::new("NEW #FluShots #breastcancerawareness @clinic 🎉🎉 🎉\nGO").measures();
        assert_eq!((m.hashtags, m.unreadable_hashtags, m.mentions, m.longest_emoji_run), (2, 1, 1, 3));
        assert_eq!(m.capitals, 7);
        assert_eq!(Text::new("https://EXAMPLE.org/AAAA").measures().capitals, 0);
    }
}
