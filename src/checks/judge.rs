//! Whether a match counts, and how strong it is: the conditions around it.

use super::{Context, quiet};
use crate::hits::Hits;
use crate::report::Confidence;
use crate::ruleset::{Role, Rule, Trigger};

/// One rule's conditions on one post.
pub(crate) struct Judge<'c> {
    number: u32,
    trigger: &'c Trigger,
    context: &'c Context<'c>,
    base: Confidence,
}

impl<'c> Judge<'c> {
    /// Prepares the judgement; `None` if the post as a whole keeps the rule quiet.
    pub fn new(number: u32, rule: &Rule, trigger: &'c Trigger, context: &'c Context<'c>) -> Option<Self> {
        let hits = context.hits;
        let lacks = |wanted: &[String], hits: &Hits, role| !wanted.is_empty() && hits.phrases(number, role).is_empty();
        let quiet = !hits.phrases(number, Role::Unless).is_empty()
            || lacks(&trigger.with, hits, Role::With)
            || lacks(&trigger.near, hits, Role::Near)
            || lacks(&trigger.answering, context.answered, Role::Answering)
            || !context.answered.phrases(number, Role::UnlessAnswering).is_empty();
        (!quiet).then_some(Self { number, trigger, context, base: rule.confidence })
    }

    /// Judges a match of words `first..=last`: how strong it is and why; `None` if it does not count.
    pub fn words(&self, first: usize, last: usize) -> Option<(Confidence, Vec<String>)> {
        let Context { text, hits, .. } = self.context;
        let sentence = text.words().get(first)?.sentence;
        let found = |role| hits.in_sentence(self.number, role, sentence);
        if found(Role::UnlessNear).is_some() || (!self.trigger.near.is_empty() && found(Role::Near).is_none()) {
            return None;
        }
        let around = found(Role::Around).or_else(|| {
            let neighbours = [sentence.checked_sub(1), sentence.checked_add(1)];
            neighbours.into_iter().flatten().find_map(|sentence| hits.in_sentence(self.number, Role::Around, sentence))
        });
        if !self.trigger.around.is_empty() && around.is_none() {
            return None;
        }
        if quiet::is_quiet(&self.trigger.quiet_when, text, first, last) {
            return None;
        }
        let mut confidence = self.base;
        let mut evidence = Vec::new();
        if let Some(hit) = found(Role::Near) {
            evidence.push(format!("stands near “{}”", self.typed(hit.first, hit.last)));
        }
        if let Some(hit) = around {
            evidence.push(format!("stands around “{}”", self.typed(hit.first, hit.last)));
        }
        if let Some(hit) = found(Role::RaiseNear) {
            confidence = confidence.raised();
            evidence.push(format!("more certain because of “{}”", self.typed(hit.first, hit.last)));
        }
        if let Some(hit) = found(Role::LowerNear) {
            confidence = confidence.lowered();
            evidence.push(format!("less certain because of “{}”", self.typed(hit.first, hit.last)));
        }
        Some((confidence, evidence))
    }

    /// The rule's own phrases that count, as words `first..=last` with their judgement.
    pub fn matches(&self) -> impl Iterator<Item = (usize, usize, Confidence, Vec<String>)> {
        self.context.hits.phrases(self.number, Role::Any).iter().filter_map(|hit| {
            let (first, last) = (hit.first as usize, hit.last as usize);
            let (confidence, mut evidence) = self.words(first, last)?;
            evidence.insert(0, format!("the words “{}”", self.typed(hit.first, hit.last)));
            Some((first, last, confidence, evidence))
        })
    }

    fn typed(&self, first: u32, last: u32) -> &'c str {
        self.context.typed_words(first as usize, last as usize)
    }
}

impl<'c> Context<'c> {
    /// The typed text of words `first..=last`.
    pub fn typed_words(&self, first: usize, last: usize) -> &'c str {
        self.words_span(first, last).of(self.text.typed())
    }

    /// The confidence of a rule's finding where the post says that somebody agreed.
    pub fn consented(&self, number: u32, confidence: Confidence, evidence: &mut Vec<String>) -> Confidence {
        let Some(consent) = self.hits.phrases(number, Role::Consent).first() else { return confidence };
        // A spoken OK is no authorization: it may take a hold back, it never silences.
        let words = self.typed_words(consent.first as usize, consent.last as usize);
        evidence.push(format!("“{words}” is no written authorization"));
        confidence.min(Confidence::Medium)
    }

    /// Where words `first..=last` stand in the typed text.
    pub fn words_span(&self, first: usize, last: usize) -> crate::Span {
        let words = self.text.words();
        self.text.original(crate::Span::new(words[first].start as usize, words[last].end as usize))
    }
}
