//! Where the rules' phrases and pattern literals stand in one text.

use crate::ruleset::Role;
use crate::text::Text;

/// A phrase some rule asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhraseHit {
    pub rule: u32,
    pub role: Role,
    pub sentence: u32,
    /// First and last word.
    pub first: u32,
    pub last: u32,
}

/// A place where a pattern may match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PatternHit {
    pub rule: u32,
    pub pattern: u32,
    /// The literal's bytes in the folded text.
    pub at: usize,
    pub end: usize,
    /// The pattern can only match right here.
    pub leading: bool,
}

/// All hits, sorted so that a rule finds its own by binary search.
#[derive(Default)]
pub(crate) struct Hits {
    phrases: Vec<PhraseHit>,
    patterns: Vec<PatternHit>,
}

impl Hits {
    pub fn add_phrase(&mut self, owners: &[(u32, Role)], (first, last): (usize, usize), text: &Text<'_>) {
        let sentence = text.words()[first].sentence;
        let hit = |&(rule, role)| PhraseHit { rule, role, sentence, first: first as u32, last: last as u32 };
        self.phrases.extend(owners.iter().map(hit));
    }

    pub fn add_pattern(&mut self, hit: PatternHit) {
        self.patterns.push(hit);
    }

    pub fn sort(&mut self) {
        self.phrases.sort_unstable_by_key(|hit| (hit.rule, hit.role, hit.sentence, hit.first, hit.last));
        self.phrases.dedup();
        self.patterns.sort_unstable();
        self.patterns.dedup();
    }

    /// Rules whose own words or pattern literals stand in the text.
    pub fn rules_hit(&self) -> impl Iterator<Item = u32> {
        let phrases = self.phrases.iter().filter(|hit| matches!(hit.role, Role::Any | Role::Signal(_))).map(|hit| hit.rule);
        phrases.chain(self.patterns.iter().map(|hit| hit.rule))
    }

    /// Rules that look for what is being answered and find it in this text.
    pub fn rules_answering(&self) -> impl Iterator<Item = u32> {
        self.phrases.iter().filter(|hit| hit.role == Role::Answering).map(|hit| hit.rule)
    }

    /// A rule's phrases in one role, in text order within each sentence.
    pub fn phrases(&self, rule: u32, role: Role) -> &[PhraseHit] {
        let start = self.phrases.partition_point(|hit| (hit.rule, hit.role) < (rule, role));
        let end = self.phrases.partition_point(|hit| (hit.rule, hit.role) <= (rule, role));
        &self.phrases[start..end]
    }

    /// The first of a rule's phrases in one role that stands in a sentence.
    pub fn in_sentence(&self, rule: u32, role: Role, sentence: u32) -> Option<PhraseHit> {
        let of_rule = self.phrases(rule, role);
        let at = of_rule.partition_point(|hit| hit.sentence < sentence);
        of_rule.get(at).copied().filter(|hit| hit.sentence == sentence)
    }

    /// Where a rule's patterns may match.
    pub fn patterns(&self, rule: u32) -> &[PatternHit] {
        let start = self.patterns.partition_point(|hit| hit.rule < rule);
        let end = self.patterns.partition_point(|hit| hit.rule <= rule);
        &self.patterns[start..end]
    }
}
