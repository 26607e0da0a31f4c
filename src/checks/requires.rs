//! Kind `requires`: when something is said, something else must be said too.

use super::{Candidate, Context, Judge};
use crate::ruleset::{Role, Rule, Trigger};

/// One finding about the post if its `when` counts and none of `one-of` stands anywhere.
pub(crate) fn run(number: u32, rule: &Rule, when: &Trigger, context: &Context<'_>) -> Vec<Candidate> {
    if !context.hits.phrases(number, Role::OneOf).is_empty() {
        return Vec::new();
    }
    let Some(judge) = Judge::new(number, rule, when, context) else { return Vec::new() };
    if when.any.is_empty() {
        return vec![Candidate::whole_post(rule.confidence, vec!["what is being answered".to_owned()])];
    }
    let strongest = judge.matches().max_by(|(a_first, _, a, _), (b_first, _, b, _)| a.cmp(b).then(b_first.cmp(a_first)));
    strongest.map(|(_, _, confidence, evidence)| Candidate::whole_post(confidence, evidence)).into_iter().collect()
}
