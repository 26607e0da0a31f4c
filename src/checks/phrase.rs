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

/// Whether the phrase stands where its anchor was found at bytes `start..end` of the folded text:
/// its first and last word.
pub(crate) fn match_phrase(phrase: &Phrase, text: &Text<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let index = text.word_index_at(start);
    let word = text.words().get(index).filter(|word| word.start as usize == start)?;
    let whole = text.folded().get(end..word.end as usize).is_some_and(|rest| rest.is_empty() || is_possessive(rest));
    if word.kind == WordKind::Link || !(whole || matches!(phrase.elements[phrase.anchor], Element::Prefix(_))) {
        return None;
    }
    let matcher = Matcher { text, sentence: text.sentence_of(index) };
    let last = matcher.forwards(&phrase.elements[phrase.anchor + 1..], index)?;
    let first = matcher.backwards(&phrase.elements[..phrase.anchor], index)?;
    Some((first, last))
}

fn is_possessive(rest: &str) -> bool {
    rest == "'s"
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
            element => {
                let next = self.next(at, wants_sign(element))?;
                self.matches(element, next).then(|| self.forwards(rest, next))?
            }
        }
    }

    /// Matches `elements` before word `at`; the first word matched.
    fn backwards(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_last() else { return Some(at) };
        match element {
            Element::Gap => (0..=MAX_GAP).find_map(|skipped| self.backwards(rest, at.checked_sub(skipped)?)),
            element => {
                let previous = self.previous(at, wants_sign(element))?;
                self.matches(element, previous).then(|| self.backwards(rest, previous))?
            }
        }
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

    fn matches(&self, element: &Element, index: usize) -> bool {
        let word = self.text.word(index);
        match element {
            Element::Word(words) => words.iter().any(|wanted| wanted == word || word.strip_suffix("'s") == Some(wanted)),
            Element::Prefix(prefix) => word.starts_with(prefix.as_str()),
            Element::Any => true,
            Element::Gap => false,
        }
    }
}

fn wants_sign(element: &Element) -> bool {
    matches!(element, Element::Word(words) if words.iter().any(|word| word == "#"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(phrase: &str, text: &str, expected: Option<&str>) {
        let phrase = Phrase::parse(phrase).expect("a phrase");
        let text = Text::new(text);
        let found = phrase.anchors().iter().find_map(|anchor| {
            text.folded().match_indices(anchor.as_str()).find_map(|(at, _)| match_phrase(&phrase, &text, at, at + anchor.len()))
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
    }
}
