//! Words, symbols, sentences and links of folded text.
//!
//! No Unicode segmentation: rules are written in words a person would type, and this pass must
//! cost microseconds. A word is a run of letters, digits and inner apostrophes; a hyphen
//! separates ("FDA-approved" is two words); `# @ % $ & +` stand alone.

use crate::span::Span;

/// A word or symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte of the folded text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Index of its sentence.
    pub sentence: u32,
    /// What it is.
    pub kind: WordKind,
}

impl Word {
    /// Its range in the folded text.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// The kind of a [`Word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, possibly with digits and apostrophes.
    Letters,
    /// Digits only.
    Digits,
    /// One of `# @ % $ & +`.
    Symbol,
    /// Part of a web link or e-mail address.
    Link,
}

/// A sentence: words `first..end`, and the folded bytes from its first to its last word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Index of the first word.
    pub first: usize,
    /// One past the index of the last word.
    pub end: usize,
    /// Whether it ends in a question mark.
    pub question: bool,
}

#[derive(Debug, Default)]
pub(super) struct Words {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    pub links: Vec<Span>,
}

impl Words {
    pub fn new(folded: &str) -> Self {
        let mut splitter = Splitter { text: folded, out: Self::default(), first: 0 };
        splitter.run();
        splitter.out
    }
}

struct Splitter<'t> {
    text: &'t str,
    out: Words,
    /// First word of the sentence that is open.
    first: usize,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = match bytes[at] {
                b'a'..=b'z' | b'0'..=b'9' | 0x80.. => self.word_or_link(at),
                b'#' | b'@' | b'%' | b'$' | b'&' | b'+' => {
                    self.push(at, at + 1, WordKind::Symbol);
                    at + 1
                }
                b'.' | b'!' | b'?' => self.terminator(at),
                b'\n' | b'\r' => {
                    self.end_sentence(false);
                    at + 1
                }
                _ => at + 1,
            };
        }
        self.end_sentence(false);
    }

    fn word_or_link(&mut self, start: usize) -> usize {
        if let Some(end) = self.link_end(start) {
            self.out.links.push(Span::new(start, end));
            self.push(start, end, WordKind::Link);
            return end;
        }
        let end = word_end(self.text, start);
        if end == start {
            // Some other character: an emoji, a bullet.
            return start + self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
        let word = &self.text.as_bytes()[start..end];
        let kind = if word.iter().all(u8::is_ascii_digit) { WordKind::Digits } else { WordKind::Letters };
        self.push(start, end, kind);
        end
    }

    fn push(&mut self, start: usize, end: usize, kind: WordKind) {
        let sentence = self.out.sentences.len() as u32;
        self.out.words.push(Word { start: start as u32, end: end as u32, sentence, kind });
    }

    fn terminator(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let end = at + bytes[at..].iter().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
        let closes = bytes[end..].iter().find(|b| !matches!(b, b'"' | b'\'' | b')' | b']'));
        let is_end = closes.is_none_or(|b| b.is_ascii_whitespace() || *b >= 0x80);
        if is_end && !(bytes[at] == b'.' && end == at + 1 && self.is_abbreviation(at)) {
            self.end_sentence(bytes[at..end].contains(&b'?'));
        }
        end
    }

    /// Whether the word before the full stop at `at` is an initial or a usual abbreviation.
    fn is_abbreviation(&self, at: usize) -> bool {
        let Some(last) = self.out.words.last().filter(|word| word.end as usize == at) else {
            return false;
        };
        let word = last.span().of(self.text);
        let initial = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic() && word != "i";
        initial
            || matches!(
                word,
                "mr" | "mrs"
                    | "ms"
                    | "dr"
                    | "st"
                    | "ave"
                    | "blvd"
                    | "prof"
                    | "vs"
                    | "eg"
                    | "approx"
                    | "pt"
                    | "no"
                    | "tel"
                    | "ext"
                    | "jan"
                    | "feb"
                    | "mar"
                    | "apr"
                    | "aug"
                    | "sep"
                    | "sept"
                    | "oct"
                    | "nov"
                    | "dec"
            )
    }

    fn end_sentence(&mut self, question: bool) {
        let end = self.out.words.len();
        if end > self.first {
            self.out.sentences.push(Sentence { first: self.first, end, question });
            self.first = end;
        }
    }

    /// The end of a link or e-mail address that starts here, if one does.
    fn link_end(&self, start: usize) -> Option<usize> {
        let rest = &self.text[start..];
        let until_space = || rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>')).unwrap_or(rest.len());
        let is_link = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") || is_bare_address(rest);
        if !is_link {
            return None;
        }
        let trimmed = rest[..until_space()].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        Some(start + trimmed.len())
    }
}

/// The end of the run of word characters that starts at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte >= 0x80 {
            match text[end..].chars().next() {
                Some(c) if c.is_alphanumeric() => end += c.len_utf8(),
                _ => break,
            }
        } else if byte == b'\'' && end > start && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether text starts with a host name under a common top-level domain or with an e-mail
/// address: "clinic.example.org/book", "jane@example.com".
fn is_bare_address(rest: &str) -> bool {
    const TOP_LEVEL: &[&str] = &[
        "com", "org", "net", "gov", "edu", "io", "health", "clinic", "care", "uk", "us", "ca", "au", "eu", "info", "co", "me", "app", "ly",
        "example", "test",
    ];
    let host_len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'@')).count();
    // Cheap answer for the words that make up nearly all of a text.
    let Some(dot) = rest[..host_len].rfind('.') else { return false };
    let host = rest[..host_len].trim_end_matches('.');
    let last = host.rsplit('.').next().unwrap_or("");
    let dot = if host.len() < host_len { host.rfind('.') } else { Some(dot) };
    // After an "@" any top-level domain will do: no prose looks like that.
    let mail = || host.contains('@') && last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    dot.is_some_and(|dot| dot > 0) && (TOP_LEVEL.contains(&last) || mail())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<Vec<&str>> {
        let words = Words::new(text);
        words.sentences.iter().map(|s| words.words[s.first..s.end].iter().map(|w| w.span().of(text)).collect()).collect()
    }

    #[test]
    fn words_and_sentences() {
        assert_eq!(split("don't wait. fda-approved!"), [vec!["don't", "wait"], vec!["fda", "approved"]]);
        assert_eq!(
            split("mrs. alvarez came in\n100% safe #ad"),
            [vec!["mrs", "alvarez", "came", "in"], vec!["100", "%", "safe", "#", "ad"]]
        );
        assert_eq!(split("2.5 mg of x. now"), [vec!["2", "5", "mg", "of", "x", "now"]]);
        assert_eq!(split("🎉 yes"), [vec!["yes"]]);
    }

    #[test]
    fn links_are_one_word() {
        assert_eq!(split("see https://a.example/b?c=d. then"), [vec!["see", "https://a.example/b?c=d"], vec!["then"]]);
        assert_eq!(split("mail jane.roe@example.org now"), [vec!["mail", "jane.roe@example.org", "now"]]);
        assert_eq!(split("mail 'jane@clinic.hu' now"), [vec!["mail", "jane@clinic.hu", "now"]]);
        assert_eq!(split("at clinic.example.com/book today"), [vec!["at", "clinic.example.com/book", "today"]]);
        assert_eq!(split("end.of line"), [vec!["end", "of", "line"]]);
    }

    #[test]
    fn questions_are_known() {
        assert!(Words::new("does it cure? yes").sentences[0].question);
        assert!(!Words::new("it cures. really?").sentences[0].question);
    }
}
