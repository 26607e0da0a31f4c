//! One file per rule kind, and what they share.

pub(crate) mod attachment;
pub(crate) mod count;
mod fix;
pub(crate) mod history;
pub(crate) mod identifier;
mod judge;
pub(crate) mod learned;
pub(crate) mod pattern;
pub(crate) mod phrase;
mod quiet;
pub(crate) mod ratio;
pub(crate) mod requires;
pub(crate) mod story;

pub(crate) use judge::Judge;
pub(crate) use phrase::match_phrase;

use std::cell::OnceCell;

use crate::detect::{Lists, Own, Person};
use crate::hits::Hits;
use crate::learned::{Judged, Models};
use crate::post::Post;
use crate::report::{Confidence, Finding};
use crate::ruleset::{CompiledRule, Profile};
use crate::span::Span;
use crate::text::{Measures, Text};

/// All that a rule may look at.
pub(crate) struct Context<'c> {
    pub post: &'c Post,
    pub text: &'c Text<'c>,
    pub hits: &'c Hits,
    /// What stands in the text that is being answered.
    pub answered: &'c Hits,
    pub measures: Measures,
    /// The share of the latest posts that may sell, where the organisation says one.
    pub promotion_target: Option<f64>,
    pub own: &'c Own,
    pub profile: &'c Profile,
    pub lists: &'c Lists,
    /// The persons of the text, found when the first rule asks.
    pub people: OnceCell<Vec<Person>>,
    pub models: &'c Models,
    /// What the models found, once the first rule asks.
    pub judged: OnceCell<Judged>,
}

/// What a rule found, before it becomes a finding.
pub(crate) struct Candidate {
    /// Bytes of the typed text; `None` for the whole post.
    pub span: Option<Span>,
    pub confidence: Confidence,
    pub evidence: Vec<String>,
}

impl Candidate {
    /// A finding about the whole post.
    pub fn whole_post(confidence: Confidence, evidence: Vec<String>) -> Self {
        Self { span: None, confidence, evidence }
    }
}

/// Severity is policy, confidence is evidence: the finding carries what both allow.
pub(crate) fn finding(compiled: &CompiledRule, candidate: Candidate, context: &Context<'_>) -> Finding {
    let rule = &compiled.rule;
    Finding {
        rule: rule.id.clone(),
        category: rule.category,
        identifier: rule.identifier,
        severity: rule.severity.min(candidate.confidence.limit()),
        confidence: candidate.confidence,
        span: candidate.span,
        message: rule.message.clone(),
        why: rule.why.clone(),
        instead: rule.instead.clone(),
        source: rule.source.clone(),
        evidence: candidate.evidence,
        fixes: fix::offer(&rule.fixes, candidate.span, context),
    }
}
