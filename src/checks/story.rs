//! Kind `story`: a patient whom no single word gives away, but several together do.
//!
//! Signals are summed over neighbouring sentences, one of each name; what speaks against a story
//! (own health, a staff portrait, a made-up case) counts wherever in the post it stands.

use std::collections::BTreeMap;

use super::{Candidate, Context, Judge, quiet};
use crate::detect::{self, Scene};
use crate::ruleset::{Role, Rule, Signal, Trigger};

/// From which sums on a story is told, and how far apart its signals may stand.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub at_least: u32,
    pub sure_from: Option<u32>,
    pub within: u32,
}

/// A signal that stands at words `first..=last`.
struct Hit<'s> {
    sentence: u32,
    first: usize,
    last: usize,
    signal: &'s Signal,
}

/// The heaviest signal of each name in one stretch of the post.
type ByName<'h, 's> = BTreeMap<&'s str, &'h Hit<'s>>;

/// One finding about the post if some stretch of it holds all that is needed and weighs enough.
pub(crate) fn run(
    number: u32,
    rule: &Rule,
    signals: &[Signal],
    needs: &[Vec<String>],
    limits: Limits,
    trigger: &Trigger,
    context: &Context<'_>,
) -> Vec<Candidate> {
    if Judge::new(number, rule, trigger, context).is_none() {
        return Vec::new();
    }
    let mut hits: Vec<Hit<'_>> = (0u16..).zip(signals).flat_map(|(index, signal)| hits_of(number, index, signal, context)).collect();
    hits.sort_by_key(|hit| (hit.sentence, hit.first, hit.last));
    let (against, speaking): (Vec<Hit<'_>>, Vec<Hit<'_>>) = hits.into_iter().partition(|hit| hit.signal.weight < 0);
    let against = heaviest(&against);
    let Some((sum, told)) = best_stretch(&speaking, needs, limits.within) else { return Vec::new() };
    let sum = sum + against.values().map(|hit| hit.signal.weight).sum::<i32>();
    if sum < limits.at_least.cast_signed() {
        return Vec::new();
    }
    let sure = limits.sure_from.is_some_and(|sure| sum >= sure.cast_signed());
    let mut confidence = if sure { rule.confidence.raised() } else { rule.confidence };
    let words = |hit: &Hit<'_>| context.typed_words(hit.first, hit.last);
    let mut evidence: Vec<String> = in_order(&told).map(|hit| format!("{}: “{}”", hit.signal.name, words(hit))).collect();
    evidence.extend(in_order(&against).map(|hit| format!("less likely because of {}: “{}”", hit.signal.name, words(hit))));
    confidence = context.consented(number, confidence, &mut evidence);
    vec![Candidate::whole_post(confidence, evidence)]
}

/// Where a signal's words, or what its detector finds, stand and count.
fn hits_of<'s>(number: u32, index: u16, signal: &'s Signal, context: &Context<'_>) -> Vec<Hit<'s>> {
    let Context { text, hits, .. } = context;
    let phrases = hits.phrases(number, Role::Signal(index)).iter().map(|hit| (hit.first as usize, hit.last as usize));
    let detected = signal.detector.map(|detector| {
        let scene =
            Scene { text, own: context.own, lists: context.lists, replying_to: context.post.replying_to.as_ref(), people: &context.people };
        detect::run(detector, &scene)
    });
    let detected = detected.iter().flatten().map(|found| {
        let first = text.word_index_at(found.span.start);
        (first, text.word_index_at(found.span.end.saturating_sub(1)).max(first))
    });
    let hit = |(first, last): (usize, usize)| {
        let sentence = text.words().get(last).and(text.words().get(first))?.sentence;
        let silenced = hits.in_sentence(number, Role::SignalUnlessNear(index), sentence).is_some()
            || quiet::is_quiet(&signal.quiet_when, text, first, last);
        (!silenced).then_some(Hit { sentence, first, last, signal })
    };
    phrases.chain(detected).filter_map(hit).collect()
}

/// The stretch of `within` sentences that weighs most among those that hold what is needed.
fn best_stretch<'h, 's>(hits: &'h [Hit<'s>], needs: &[Vec<String>], within: u32) -> Option<(i32, ByName<'h, 's>)> {
    let mut best: Option<(i32, ByName<'h, 's>)> = None;
    let mut start = 0;
    while let Some(first) = hits.get(start) {
        let reach = &hits[start..];
        let stretch = &reach[..reach.partition_point(|hit| hit.sentence < first.sentence.saturating_add(within))];
        let told = heaviest(stretch);
        let met = needs.iter().all(|names| names.iter().any(|name| told.contains_key(name.as_str())));
        let sum = told.values().map(|hit| hit.signal.weight).sum();
        if met && best.as_ref().is_none_or(|(most, _)| sum > *most) {
            best = Some((sum, told));
        }
        start += reach.partition_point(|hit| hit.sentence == first.sentence);
    }
    best
}

/// Of each name the hit that weighs most, the first of equals.
fn heaviest<'h, 's>(hits: &'h [Hit<'s>]) -> ByName<'h, 's> {
    let mut by_name = ByName::new();
    for hit in hits {
        let kept = by_name.entry(hit.signal.name.as_str()).or_insert(hit);
        if hit.signal.weight.abs() > kept.signal.weight.abs() {
            *kept = hit;
        }
    }
    by_name
}

/// In the order of the text.
fn in_order<'h, 's>(by_name: &ByName<'h, 's>) -> impl Iterator<Item = &'h Hit<'s>> {
    let mut hits: Vec<&Hit<'_>> = by_name.values().copied().collect();
    hits.sort_by_key(|hit| (hit.first, hit.last));
    hits.into_iter()
}
