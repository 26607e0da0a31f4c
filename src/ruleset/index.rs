//! What the automaton looks for, and where each of its values leads.

use std::collections::BTreeMap;

use super::compile::{CompiledPattern, CompiledPhrase, CompiledRule, Role, Target};
use super::phrase::Phrase;
use super::rule::{Body, Trigger};
use super::{Vocabulary, literal};

/// Built rule by rule.
pub(super) struct Index<'v> {
    vocabulary: &'v Vocabulary,
    by_text: BTreeMap<String, u32>,
    /// Every phrase once, with those who want to know about it.
    pub phrases: Vec<CompiledPhrase>,
    pub patterns: Vec<CompiledPattern>,
    /// The automaton's value of each literal.
    pub literals: BTreeMap<String, u32>,
    /// What to try, by value.
    pub targets: Vec<Vec<Target>>,
}

impl<'v> Index<'v> {
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            by_text: BTreeMap::new(),
            phrases: Vec::new(),
            patterns: Vec::new(),
            literals: BTreeMap::new(),
            targets: Vec::new(),
        }
    }

    pub fn add_rule(&mut self, number: u32, compiled: &mut CompiledRule) {
        if let Body::Requires { one_of, .. } = &compiled.rule.body {
            self.add_phrases(number, Role::OneOf, one_of);
        }
        if let Body::Story { signals, .. } = &compiled.rule.body {
            for (index, signal) in (0u16..).zip(signals) {
                self.add_phrases(number, Role::Signal(index), &signal.phrases);
                self.add_phrases(number, Role::SignalUnlessNear(index), &signal.unless_near);
            }
        }
        if let Some(trigger) = compiled.rule.body.trigger() {
            for (role, phrases) in parts(trigger) {
                self.add_phrases(number, role, phrases);
            }
        }
        if let Body::Pattern { patterns, .. } = &compiled.rule.body {
            for source in patterns {
                let Ok(required) = literal::required(source) else { continue };
                let pattern = self.patterns.len() as u32;
                // A leading pattern is tried at its literal only.
                let source = if required.leading { format!(r"\A(?:{source})") } else { source.clone() };
                self.patterns.push(CompiledPattern { rule: number, source, leading: required.leading });
                compiled.patterns.push(pattern);
                for literal in required.literals {
                    self.target(literal, Target::Pattern(pattern));
                }
            }
        }
    }

    fn add_phrases(&mut self, rule: u32, role: Role, written: &[String]) {
        for text in written {
            let Ok(phrase) = Phrase::parse(text, self.vocabulary) else { continue };
            let known = self.by_text.get(text).copied();
            let number = known.unwrap_or_else(|| {
                let number = self.phrases.len() as u32;
                for literal in phrase.anchors(self.vocabulary) {
                    self.target(literal.to_owned(), Target::Phrase(number));
                }
                self.phrases.push(CompiledPhrase { phrase, owners: Vec::new() });
                self.by_text.insert(text.clone(), number);
                number
            });
            self.phrases[number as usize].owners.push((rule, role));
        }
    }

    fn target(&mut self, literal: String, target: Target) {
        let next = self.targets.len() as u32;
        let value = *self.literals.entry(literal).or_insert(next);
        if value == next {
            self.targets.push(Vec::new());
        }
        let targets = &mut self.targets[value as usize];
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
}

/// A trigger's phrases with the role each plays.
fn parts(trigger: &Trigger) -> [(Role, &[String]); 11] {
    [
        (Role::Any, &trigger.any),
        (Role::Near, &trigger.near),
        (Role::UnlessNear, &trigger.unless_near),
        (Role::With, &trigger.with),
        (Role::Unless, &trigger.unless),
        (Role::RaiseNear, &trigger.raise_near),
        (Role::LowerNear, &trigger.lower_near),
        (Role::Consent, &trigger.consent),
        (Role::Around, &trigger.around),
        (Role::Answering, &trigger.answering),
        (Role::UnlessAnswering, &trigger.unless_answering),
    ]
}
