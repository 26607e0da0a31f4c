//! Kind `phrase`: words in a row.

use super::{Candidate, Context, Judge};
use crate::ruleset::{Element, MAX_GAP, Phrase, Rule, Trigger, Vocabulary};
use crate::text::{Text, WordKind};

/// Every place where one of the rule's phrases counts.
pub(crate) fn run(number: u32, rule: &Rule, trigger: &Trigger, context: &Context<'_>) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let candidate = |(first, last, confidence, evidence)| Candidate { span: Some(context.words_span(first, last)), confidence, evidence };
    judge.matches().map(candidate).collect()
}

/// Whether the phrase stands where a literal of its anchor was found, from the start of word `at`
/// to byte `end` of the folded text: its first and last word.
pub(crate) fn match_phrase(phrase: &Phrase, vocabulary: &Vocabulary, text: &Text<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let word = text.words().get(at)?;
    let anchor = &phrase.elements[phrase.anchor];
    let whole = text.folded().get(end..word.end as usize).is_some_and(|rest| rest.is_empty() || rest == "'s");
    if word.kind == WordKind::Link || !(whole || matches!(anchor, Element::Prefix(_))) {
        return None;
    }
    let matcher = Matcher { text, vocabulary, sentence: text.sentence_of(at) };
    let (before, after) = (&phrase.elements[..phrase.anchor], &phrase.elements[phrase.anchor + 1..]);
    matcher.around(anchor, at, |first, last| {
        let last = matcher.forwards(after, last)?;
        Some((matcher.backwards(before, first)?, last))
    })
}

struct Matcher<'t> {
    text: &'t Text<'t>,
    vocabulary: &'t Vocabulary,
    sentence: crate::text::Sentence,
}

impl Matcher<'_> {
    /// Matches `elements` after word `at`; the last word matched.
    fn forwards(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else { return Some(at) };
        if matches!(element, Element::Gap) {
            return (0..=MAX_GAP).find_map(|skipped| self.forwards(rest, at + skipped));
        }
        // A sign is a word of its own for those who ask for it, and passed over for all others.
        let sign = self.next(at, true).filter(|next| self.text.word(*next) == "#");
        let word = self.next(at, false);
        let go_on = |last| self.forwards(rest, last);
        sign.and_then(|first| self.from(element, first, go_on)).or_else(|| self.from(element, word?, go_on))
    }

    /// Matches `elements` before word `at`; the first word matched.
    fn backwards(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_last() else { return Some(at) };
        match element {
            Element::Gap => return (0..=MAX_GAP).find_map(|skipped| self.backwards(rest, at.checked_sub(skipped)?)),
            Element::Start => return (at == self.sentence.first).then_some(at),
            _ => {}
        }
        let sign = self.previous(at, true).filter(|previous| self.text.word(*previous) == "#");
        let word = self.previous(at, false);
        let go_on = |first| self.backwards(rest, first);
        sign.and_then(|last| self.until(element, last, go_on)).or_else(|| self.until(element, word?, go_on))
    }

    /// Tries each way in which the element can stand with its rarest word at `at`, told its first and last word.
    fn around<T>(&self, element: &Element, at: usize, go_on: impl Fn(usize, usize) -> Option<T>) -> Option<T> {
        let word = self.text.word(at);
        let Some(words) = element.alternatives(self.vocabulary) else { return self.is_single(element, word).then(|| go_on(at, at))? };
        let mut ways = words.keyed_by(word).chain(owner(word).into_iter().flat_map(|word| words.keyed_by(word)));
        ways.find_map(|run| {
            let parts: Vec<&str> = run.split(' ').collect();
            let key = parts.iter().position(|part| self.is_word(part, at))?;
            let mut first = at;
            for part in parts[..key].iter().rev() {
                first = self.previous(first, *part == "#").filter(|previous| self.is_word(part, *previous))?;
            }
            let mut last = at;
            for part in &parts[key + 1..] {
                last = self.next(last, *part == "#").filter(|next| self.is_word(part, *next))?;
            }
            go_on(first, last)
        })
    }

    /// Tries each way in which the element can stand from word `first` on, told its last word.
    fn from(&self, element: &Element, first: usize, go_on: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let word = self.text.word(first);
        let Some(words) = element.alternatives(self.vocabulary) else { return self.is_single(element, word).then(|| go_on(first))? };
        let mut ways = words.starting_with(word).chain(owner(word).into_iter().flat_map(|word| words.starting_with(word)));
        ways.find_map(|run| {
            let mut at = first;
            for part in run.split(' ').skip(1) {
                at = self.next(at, part == "#").filter(|next| self.is_word(part, *next))?;
            }
            go_on(at)
        })
    }

    /// Tries each way in which the element can stand up to word `last`, told its first word.
    fn until(&self, element: &Element, last: usize, go_on: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let word = self.text.word(last);
        let Some(words) = element.alternatives(self.vocabulary) else { return self.is_single(element, word).then(|| go_on(last))? };
        let mut ways = words.ending_with(word).chain(owner(word).into_iter().flat_map(|word| words.ending_with(word)));
        ways.find_map(|run| {
            let mut at = last;
            for part in run.rsplit(' ').skip(1) {
                at = self.previous(at, part == "#").filter(|previous| self.is_word(part, *previous))?;
            }
            go_on(at)
        })
    }

    /// The next word; a `#` is passed over unless it is asked for, so that tags read as words.
    fn next(&self, at: usize, sign: bool) -> Option<usize> {
        let next = at + 1;
        let next = if !sign && self.text.word(next) == "#" { next + 1 } else { next };
        (next < self.sentence.end).then_some(next)
    }

    fn previous(&self, at: usize, sign: bool) -> Option<usize> {
        let previous = at.checked_sub(1)?;
        let previous = if !sign && self.text.word(previous) == "#" { previous.checked_sub(1)? } else { previous };
        (previous >= self.sentence.first).then_some(previous)
    }

    fn is_single(&self, element: &Element, word: &str) -> bool {
        match element {
            Element::Prefix(prefix) => word.starts_with(prefix.as_str()),
            Element::Any => word != "#",
            _ => false,
        }
    }

    fn is_word(&self, wanted: &str, at: usize) -> bool {
        let word = self.text.word(at);
        word == wanted || owner(word) == Some(wanted)
    }
}

/// The word without its possessive ending.
fn owner(word: &str) -> Option<&str> {
    word.strip_suffix("'s")
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(phrase: &str, text: &str, expected: Option<&str>) {
        let phrase = Phrase::parse(phrase, Vocabulary::built_in()).expect("a phrase");
        let text = Text::new(text);
        let found = phrase.anchors(Vocabulary::built_in()).into_iter().find_map(|anchor| {
            text.folded()
                .match_indices(anchor)
                .find_map(|(at, _)| match_phrase(&phrase, Vocabulary::built_in(), &text, text.word_starting_at(at)?, at + anchor.len()))
        });
        let words = found.map(|(first, last)| &text.typed()[text.words()[first].start as usize..text.words()[last].end as usize]);
        assert_eq!(words, expected);
    }

    #[test]
    fn words_gaps_and_prefixes() {
        finds("use my code", "Use MY  code, please", Some("Use MY  code"));
        finds("use my code", "Use my. Code", None);
        finds("thanks to ** for sending", "Thanks to Acme Corp for sending it", Some("Thanks to Acme Corp for sending"));
        finds("thanks to ** for sending", "thanks to for sending", Some("thanks to for sending"));
        finds("thanks to ** for sending", "thanks to a b c d e for sending", None);
        finds("cardio*", "a Cardiologist", Some("Cardiologist"));
        finds("~cure * cancer", "it cures all cancer", Some("cures all cancer"));
        finds("fda approved", "our FDA-approved drops", Some("FDA-approved"));
        finds("100% safe", "is 100 % safe!", Some("100 % safe"));
        finds("#ad", "great #ad", Some("#ad"));
        finds("ad", "bad ads", None);
        finds("flu shot", "get #flu #shot", Some("flu #shot"));
        finds("patient", "our patient's chart", Some("patient's"));
        finds("(sugar pills|drops) ~cure", "our sugar-pills cure it", Some("sugar-pills cure"));
        finds("cure ** (the flu|a cold)", "cures? It will cure you of the flu", Some("cure you of the flu"));
        finds("~treat <condition>", "it treats type 2 diabetes", Some("treats type 2 diabetes"));
        finds("^ relieves ** pain", "New! Relieves all pain", Some("Relieves all pain"));
        finds("^ relieves ** pain", "The doctor relieves pain", None);
        finds("the (day after|night before) surgery", "the night before surgery", Some("the night before surgery"));
        finds("<condition>", "with high blood pressure, say", Some("high blood pressure"));
    }
}
