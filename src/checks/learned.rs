//! Kind `learned`: what a model holds for likely, where no phrase said it; and its doubts about what phrases said.

use super::{Candidate, Context, Judge};
use crate::learned::{Judged, Opinion};
use crate::report::{Confidence, Finding, Severity};
use crate::ruleset::{Doubts, Rule, Trigger};

/// When a model's word counts.
#[derive(Clone, Copy)]
pub(crate) struct Limits<'r> {
    pub model: &'r str,
    pub at_least: i32,
    pub unless_told: &'r [String],
    pub doubts: Option<&'r Doubts>,
}

/// One finding about the post if the model is sure enough and nothing else has told of it. What it doubts among the
/// findings so far is lowered.
pub(crate) fn run(
    number: u32,
    rule: &Rule,
    limits: Limits<'_>,
    trigger: &Trigger,
    context: &Context<'_>,
    found: &mut [Finding],
) -> Vec<Candidate> {
    let Some((judged, opinion)) = opinion(limits.model, context) else { return Vec::new() };
    if let Some(doubts) = limits.doubts.filter(|doubts| opinion.sum < doubts.below) {
        found.iter_mut().filter(|finding| starts_so(&finding.rule, &doubts.rules)).for_each(doubt);
    }
    let told = found.iter().any(|finding| finding.severity > Severity::Info && starts_so(&finding.rule, limits.unless_told));
    if opinion.sum < limits.at_least || told || Judge::new(number, rule, trigger, context).is_none() {
        return Vec::new();
    }
    let words: Vec<String> =
        judged.strongest(opinion, context.models).iter().map(|(first, last)| format!("“{}”", context.typed_words(*first, *last))).collect();
    vec![Candidate::whole_post(rule.confidence, vec![format!("the way it is put: {}", words.join(", "))])]
}

fn opinion<'c>(model: &str, context: &'c Context<'_>) -> Option<(&'c Judged, Opinion)> {
    let models = context.models;
    let model = models.named(model)?;
    let judged = context.judged.get_or_init(|| Judged::new(context.post, context.text, models));
    Some((judged, judged.opinion(model)?))
}

fn starts_so(id: &str, starts: &[String]) -> bool {
    starts.iter().any(|start| id.starts_with(start.as_str()))
}

fn doubt(finding: &mut Finding) {
    finding.confidence = Confidence::Low;
    finding.severity = finding.severity.min(Confidence::Low.limit());
    finding.evidence.push("less likely because of the way the whole is put".to_owned());
}
