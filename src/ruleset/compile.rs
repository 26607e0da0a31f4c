//! Compiled form: rules, phrases and one literal automaton over everything they need.
//!
//! Made by xtask for the bundled sets and by the extension's background for others; stored as
//! postcard with a format number, rebuilt when stale.

use std::collections::BTreeMap;

use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use regex::bytes::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::error::{RuleSetError, RuleSetErrorKind as Kind};
use super::index::Index;
use super::numbers::Numbers;
use super::packed::Packed;
use super::phrase::Phrase;
use super::rule::{Body, Rule};
use super::{Audience, Profile, RuleSet, SetSwitch, Vocabulary};
use crate::date::Date;

/// Raised whenever the stored form changes.
const FORMAT: u32 = 28;
/// Most bytes of one compiled pattern.
const REGEX_SIZE: usize = 1 << 20;

/// Rule sets, merged and ready to load.
#[derive(Clone, Serialize, Deserialize)]
pub struct Compiled {
    format: u32,
    /// The sets it was made from.
    pub sets: Vec<SetInfo>,
    /// What all their profiles know together.
    pub profile: Profile,
    pub(crate) switches: Vec<SetSwitch>,
    /// The word lists its phrases name.
    pub(crate) vocabulary: Vocabulary,
    pub(crate) rules: Packed<CompiledRule>,
    /// Rules that no literal can announce: detectors, counts, shares of capitals, attachments.
    pub(crate) always: Vec<u32>,
    /// Rules that ask a model, after all others.
    pub(crate) learned: Vec<u32>,
    pub(crate) phrases: Packed<CompiledPhrase>,
    pub(crate) patterns: Packed<CompiledPattern>,
    /// What to try where a literal stands, in the order of the automaton's values.
    targets: Numbers,
    /// Where each value's targets end.
    target_ends: Numbers,
    #[serde(with = "serde_bytes")]
    automaton: Vec<u8>,
}

/// A set's header, for display.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetInfo {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its name for people.
    pub title: String,
    /// What it looks for.
    pub description: String,
    /// The day of this version.
    pub updated: Date,
    /// For whom it is on when nobody says otherwise.
    pub audience: Audience,
    /// Whether it is on: by its audience and the profile, or because somebody said so.
    pub on: bool,
    /// How many of its rules are active.
    pub rules: u32,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct CompiledRule {
    /// Index into [`Compiled::sets`].
    pub set: u32,
    /// The rule; its examples are left out.
    pub rule: Rule,
    /// Indices of its patterns.
    pub patterns: Vec<u32>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct CompiledPhrase {
    pub phrase: Phrase,
    /// Who wants to know about it, and what for.
    pub owners: Vec<(u32, Role)>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct CompiledPattern {
    pub rule: u32,
    pub source: String,
    /// Every match starts with one of its literals, at the start of a word.
    pub leading: bool,
}

/// What a phrase means to the rule that lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Role {
    Any,
    Near,
    UnlessNear,
    With,
    Unless,
    RaiseNear,
    LowerNear,
    /// Says that the person agreed: takes the evidence back to medium.
    Consent,
    Around,
    /// Stands in what is being answered.
    Answering,
    /// May not stand in what is being answered.
    UnlessAnswering,
    OneOf,
    /// Says the story rule's signal of this number.
    Signal(u16),
    /// Keeps that signal quiet in its sentence.
    SignalUnlessNear(u16),
}

/// What a literal leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Phrase(u32),
    Pattern(u32),
}

impl Target {
    /// Phrases are even, patterns odd.
    fn number(self) -> u32 {
        match self {
            Self::Phrase(number) => number << 1,
            Self::Pattern(number) => number << 1 | 1,
        }
    }

    fn from_number(number: u32) -> Self {
        if number & 1 == 0 { Self::Phrase(number >> 1) } else { Self::Pattern(number >> 1) }
    }
}

impl Compiled {
    /// Compiles rule sets, lowest layer first; later ones may override rules of earlier ones.
    ///
    /// # Errors
    /// Every problem of every set. Examples are not run: [`check`](super::check()) does that.
    #[cfg(feature = "toml")]
    pub fn new(sets: &[RuleSet]) -> Result<Self, Vec<RuleSetError>> {
        Self::with_vocabulary(sets, Vocabulary::built_in())
    }

    /// The same, with word lists of the caller.
    ///
    /// # Errors
    /// Every problem of every set.
    pub fn with_vocabulary(sets: &[RuleSet], vocabulary: &Vocabulary) -> Result<Self, Vec<RuleSetError>> {
        let mut builder = Builder::default();
        for set in sets {
            builder.add(set, vocabulary);
        }
        builder.finish(vocabulary)
    }

    /// Reads what [`Compiled::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are damaged or were written by an engine of another format.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RuleSetError> {
        let problem = |words: &str| single(Kind::Compiled(words.to_owned()));
        // The format number comes first, so it can be read before the rest is understood.
        match postcard::take_from_bytes::<u32>(bytes) {
            Ok((FORMAT, _)) => {}
            Ok(_) => return Err(problem("the compiled rules are of another format; build them again")),
            Err(_) => return Err(problem("the compiled rules are empty")),
        }
        postcard::from_bytes(bytes).map_err(|_| problem("the compiled rules are damaged; build them again"))
    }

    /// Writes the compiled form; equal input gives equal bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The sets it was made from, without their examples.
    pub(crate) fn into_sets(self) -> Vec<RuleSet> {
        let mut sets: Vec<RuleSet> = self
            .sets
            .into_iter()
            .map(|info| RuleSet {
                id: info.id,
                version: info.version,
                title: info.title,
                description: info.description,
                updated: info.updated,
                audience: info.audience,
                profile: Profile::default(),
                switches: Vec::new(),
                overrides: Vec::new(),
                rules: Vec::new(),
            })
            .collect();
        for compiled in self.rules.iter() {
            if let Some(set) = sets.get_mut(compiled.set as usize) {
                set.rules.push(compiled.rule);
            }
        }
        if let Some(first) = sets.first_mut() {
            first.profile = self.profile;
            first.switches = self.switches;
        }
        sets
    }

    /// Decides which sets are on, once the whole profile is known; the last switch of a set wins.
    pub(crate) fn decide_sets(&mut self) {
        for info in &mut self.sets {
            let switched = self.switches.iter().rev().find(|switch| switch.set == info.id);
            info.on = switched.map_or_else(|| info.audience.includes(&self.profile), |switch| switch.on);
        }
    }

    /// What to try where the automaton found this value.
    pub(crate) fn targets(&self, value: u32) -> impl Iterator<Item = Target> {
        let end = |index: u32| self.target_ends.get(index as usize).map_or(0, |end| end as usize);
        let start = value.checked_sub(1).map_or(0, end);
        (start..end(value)).filter_map(|at| self.targets.get(at).map(Target::from_number))
    }

    pub(crate) fn automaton(&self) -> Result<DoubleArrayAhoCorasick<u32>, RuleSetError> {
        DoubleArrayAhoCorasick::deserialize(&self.automaton)
            .map(|(automaton, _)| automaton)
            .map_err(|_| single(Kind::Compiled("the compiled rules are damaged; build them again".into())))
    }
}

/// Compiles one pattern for folded text: ASCII classes, bounded size.
pub(crate) fn build_regex(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).unicode(false).size_limit(REGEX_SIZE).dfa_size_limit(REGEX_SIZE).build()
}

fn runs_always(body: &Body) -> bool {
    match body {
        Body::Identifier { .. } | Body::Count { .. } => true,
        Body::Attachment { trigger, .. } | Body::Ratio { trigger, .. } | Body::History { trigger, .. } => trigger.any.is_empty(),
        Body::Phrase { .. } | Body::Pattern { .. } | Body::Requires { .. } | Body::Story { .. } | Body::Learned { .. } => false,
    }
}

fn single(kind: Kind) -> RuleSetError {
    RuleSetError { file: String::new(), line: 0, span: None, rule: None, kind }
}

#[derive(Default)]
struct Builder {
    sets: Vec<SetInfo>,
    profile: Profile,
    switches: Vec<SetSwitch>,
    rules: Vec<CompiledRule>,
    /// Every id in use, with its set.
    ids: BTreeMap<String, u32>,
    errors: Vec<RuleSetError>,
}

impl Builder {
    fn add(&mut self, set: &RuleSet, vocabulary: &Vocabulary) {
        for problem in super::validate::validate(set, vocabulary) {
            // Bundled sets arrive without examples; those are judged where the source is.
            if !matches!(problem.kind, Kind::TooFewExamples { .. }) {
                let rule = problem.rule.map(|index| set.rules[index].id.clone());
                self.errors.push(RuleSetError { file: set.id.clone(), line: 0, span: None, rule, kind: problem.kind });
            }
        }
        for change in &set.overrides {
            match self.rules.iter().position(|known| known.rule.id == change.rule) {
                Some(index) if change.off => {
                    self.rules.remove(index);
                }
                Some(index) => {
                    let severity = &mut self.rules[index].rule.severity;
                    *severity = change.severity.unwrap_or(*severity);
                }
                None => {
                    let kind = Kind::UnknownRule { id: change.rule.clone() };
                    self.errors.push(RuleSetError { file: set.id.clone(), line: 0, span: None, rule: None, kind });
                }
            }
        }
        let index = self.sets.len() as u32;
        for rule in &set.rules {
            if self.ids.insert(rule.id.clone(), index).is_some_and(|set| set != index) {
                let kind = Kind::DuplicateId { id: rule.id.clone(), first_line: 0 };
                self.errors.push(RuleSetError { file: set.id.clone(), line: 0, span: None, rule: Some(rule.id.clone()), kind });
            }
            let rule = Rule { flags: Vec::new(), allows: Vec::new(), ..rule.clone() };
            self.rules.push(CompiledRule { set: index, rule, patterns: Vec::new() });
        }
        self.profile.extend(set.profile.clone());
        for switch in &set.switches {
            if !self.sets.iter().any(|known| known.id == switch.set) {
                let kind = Kind::UnknownSet { id: switch.set.clone() };
                self.errors.push(RuleSetError { file: set.id.clone(), line: 0, span: None, rule: None, kind });
            }
        }
        self.switches.extend(set.switches.iter().cloned());
        self.sets.push(SetInfo {
            id: set.id.clone(),
            version: set.version,
            title: set.title.clone(),
            description: set.description.clone(),
            updated: set.updated,
            audience: set.audience.clone(),
            on: true,
            rules: 0,
        });
    }

    fn finish(mut self, vocabulary: &Vocabulary) -> Result<Compiled, Vec<RuleSetError>> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let mut index = Index::new(vocabulary);
        for (number, compiled) in self.rules.iter_mut().enumerate() {
            self.sets[compiled.set as usize].rules += 1;
            index.add_rule(number as u32, compiled);
        }
        let values = index.literals.iter().map(|(literal, value)| (literal.as_str(), *value));
        let automaton = if index.literals.is_empty() {
            // An automaton needs a pattern; this one occurs in no folded text.
            DoubleArrayAhoCorasick::with_values([("\u{0}", 0)])
        } else {
            // The stored prefilter is 64 KiB and posts are short.
            DoubleArrayAhoCorasickBuilder::new().use_prefilter(false).build_with_values(values)
        };
        let automaton = automaton.map_err(|error| vec![single(Kind::Compiled(format!("the rules cannot be indexed: {error}")))])?;
        let target_ends = index.targets.iter().scan(0, |end, targets| {
            *end += targets.len() as u32;
            Some(*end)
        });
        Ok(Compiled {
            format: FORMAT,
            sets: self.sets,
            profile: self.profile,
            switches: self.switches,
            always: (0u32..).zip(&self.rules).filter(|(_, compiled)| runs_always(&compiled.rule.body)).map(|(index, _)| index).collect(),
            learned: (0u32..)
                .zip(&self.rules)
                .filter(|(_, compiled)| matches!(compiled.rule.body, Body::Learned { .. }))
                .map(|(index, _)| index)
                .collect(),
            vocabulary: vocabulary.clone(),
            rules: Packed::new(self.rules),
            phrases: Packed::new(index.phrases),
            patterns: Packed::new(index.patterns),
            target_ends: target_ends.collect(),
            targets: index.targets.into_iter().flatten().map(Target::number).collect(),
            automaton: automaton.serialize(),
        })
    }
}
