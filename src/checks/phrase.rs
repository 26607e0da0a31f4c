//! Kind `phrase`: words in a row.

use super::{Candidate, Context, Judge};
use crate::ruleset::{Element, MAX_GAP, Phrase, Rule, Trigger};
use crate::text::{Text, WordKind};

/// Every place where one of the rule's phrases counts.
pub(crate) fn run(number: u32, rule: &Rule, trigger: &Trigger, context: &Context<'_>) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let candidate = |(first, last, confidence, evidence)| Candidate { span: Some(context.words_span(first, last)), confidence, evidence };
    judge.matches().map(candidate).collect()
}

/// Whether the phrase stands where a literal of its anchor was found at bytes `start..end` of the
/// folded text: its first and last word.
pub(crate) fn match_phrase(phrase: &Phrase, text: &Text<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let at = text.word_index_at(start);
    let word = text.words().get(at).filter(|word| word.start as usize == start)?;
    let anchor = &phrase.elements[phrase.anchor];
    let whole = text.folded().get(end..word.end as usize).is_some_and(|rest| rest.is_empty() || rest == "'s");
    if word.kind == WordKind::Link || !(whole || matches!(anchor, Element::Prefix(_))) {
        return None;
    }
    let matcher = Matcher { text, sentence: text.sentence_of(at) };
    let (before, after) = (&phrase.elements[..phrase.anchor], &phrase.elements[phrase.anchor + 1..]);
    let last = matcher.try_each(anchor, |words| matcher.forwards(after, matcher.run_from(words, at)?))?;
    Some((matcher.backwards(before, at)?, last))
}

/// One way in which an element can be written.
#[derive(Clone, Copy)]
enum Way<'e> {
    /// Words in a row, with single spaces between.
    Words(&'e str),
    Prefix(&'e str),
    Any,
}

struct Matcher<'t> {
    text: &'t Text<'t>,
    sentence: crate::text::Sentence,
}

impl Matcher<'_> {
    /// Matches `elements` after word `at`; the last word matched.
    fn forwards(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else { return Some(at) };
        match element {
            Element::Gap => (0..=MAX_GAP).find_map(|skipped| self.forwards(rest, at + skipped)),
            element => self.try_each(element, |way| {
                let first = self.next(at, way.wants_sign())?;
                self.forwards(rest, self.run_from(way, first)?)
            }),
        }
    }

    /// Matches `elements` before word `at`; the first word matched.
    fn backwards(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_last() else { return Some(at) };
        match element {
            Element::Gap => (0..=MAX_GAP).find_map(|skipped| self.backwards(rest, at.checked_sub(skipped)?)),
            Element::Start => (at == self.sentence.first).then_some(at),
            element => self.try_each(element, |way| self.backwards(rest, self.run_before(way, at)?)),
        }
    }

    fn try_each<'e>(&self, element: &'e Element, go_on: impl Fn(Way<'e>) -> Option<usize>) -> Option<usize> {
        match element {
            Element::Word(words) => words.iter().find_map(|words| go_on(Way::Words(words))),
            Element::List(list) => list.words().iter().find_map(|words| go_on(Way::Words(words))),
            Element::Prefix(prefix) => go_on(Way::Prefix(prefix)),
            Element::Any => go_on(Way::Any),
            Element::Gap | Element::Start => None,
        }
    }

    /// The last word of a run that starts with word `first`.
    fn run_from(&self, way: Way<'_>, first: usize) -> Option<usize> {
        let Way::Words(words) = way else { return self.is(way, first).then_some(first) };
        let mut parts = words.split(' ');
        let mut at = first;
        self.is_word(parts.next()?, at).then_some(())?;
        for part in parts {
            at = self.next(at, part == "#")?;
            self.is_word(part, at).then_some(())?;
        }
        Some(at)
    }

    /// The first word of a run that ends right before word `at`.
    fn run_before(&self, way: Way<'_>, mut at: usize) -> Option<usize> {
        let Way::Words(words) = way else {
            let previous = self.previous(at, false)?;
            return self.is(way, previous).then_some(previous);
        };
        for part in words.rsplit(' ') {
            at = self.previous(at, part == "#")?;
            self.is_word(part, at).then_some(())?;
        }
        Some(at)
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

    fn is(&self, way: Way<'_>, at: usize) -> bool {
        match way {
            Way::Words(word) => self.is_word(word, at),
            Way::Prefix(prefix) => self.text.word(at).starts_with(prefix),
            Way::Any => true,
        }
    }

    fn is_word(&self, wanted: &str, at: usize) -> bool {
        let word = self.text.word(at);
        word == wanted || word.strip_suffix("'s") == Some(wanted)
    }
}

impl Way<'_> {
    fn wants_sign(self) -> bool {
        matches!(self, Way::Words(words) if words.starts_with('#'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(phrase: &str, text: &str, expected: Option<&str>) {
        let phrase = Phrase::parse(phrase).expect("a phrase");
        let text = Text::new(text);
        let found = phrase
            .anchors()
            .into_iter()
            .find_map(|anchor| text.folded().match_indices(anchor).find_map(|(at, _)| match_phrase(&phrase, &text, at, at + anchor.len())));
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
        finds("<condition>", "with high blood pressure, say", Some("high blood pressure"));
    }
}
