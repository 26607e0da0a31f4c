//! Kind `ratio`: a share of the post.

use super::{Candidate, Context, Judge};
use crate::ruleset::{RatioMeasure, Rule, Trigger};

/// One finding about the post if the share reaches `at_least` and there is enough text.
pub(crate) fn run(
    number: u32,
    rule: &Rule,
    measure: RatioMeasure,
    (at_least, minimum): (f64, u32),
    trigger: &Trigger,
    context: &Context<'_>,
) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let (part, whole, unit) = match measure {
        RatioMeasure::Capitals => (context.measures.capitals, context.measures.letters, "letters are capitals"),
        RatioMeasure::Sentences => {
            let mut sentences: Vec<u32> = judge.matches().map(|(first, ..)| context.text.words()[first].sentence).collect();
            sentences.dedup();
            (sentences.len() as u32, context.measures.sentences, "sentences sell")
        }
    };
    if whole < minimum.max(1) || f64::from(part) / f64::from(whole) < at_least {
        return Vec::new();
    }
    vec![Candidate::whole_post(rule.confidence, vec![format!("{part} of {whole} {unit}")])]
}
