//! Kind `identifier`: what needs a detector, judged by the words around it.

use super::{Candidate, Context, Judge};
use crate::detect::{self, Scene};
use crate::ruleset::{Detector, Rule, Trigger};

/// Everything the detector finds and the rule's conditions let through.
pub(crate) fn run(number: u32, rule: &Rule, detector: Detector, trigger: &Trigger, context: &Context<'_>) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let text = context.text;
    let scene =
        Scene { text, own: context.own, lists: context.lists, replying_to: context.post.replying_to.as_ref(), people: &context.people };
    let candidate = |found: detect::Detected| {
        let first = text.word_index_at(found.span.start);
        let last = text.word_index_at(found.span.end.saturating_sub(1)).min(text.words().len().checked_sub(1)?);
        let (mut confidence, mut evidence) = judge.words(first.min(last), last)?;
        for reason in found.lowered {
            confidence = confidence.lowered();
            evidence.push(format!("less certain: {reason}"));
        }
        for reason in found.raised {
            confidence = confidence.raised();
            evidence.push(format!("more certain: {reason}"));
        }
        confidence = context.consented(number, confidence, &mut evidence);
        evidence.insert(0, format!("{} “{}”", found.what, text.typed_at(found.span)));
        Some(Candidate { span: Some(text.original(found.span)), confidence, evidence })
    };
    detect::run(detector, &scene).into_iter().filter_map(candidate).collect()
}
