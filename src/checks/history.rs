//! Kind `history`: a share of what the account posted lately.

use super::{Candidate, Context, Judge};
use crate::post::PostClass;
use crate::ruleset::{Rule, Trigger};

/// Which posts are looked at: how many of the latest, how many there must be, and the share that
/// is too much.
pub(crate) struct Window {
    pub last: u32,
    pub minimum: u32,
    pub at_least: f64,
}

/// One finding about the post if too many of the latest are of the class, and this one's words count.
pub(crate) fn run(number: u32, rule: &Rule, class: PostClass, window: &Window, trigger: &Trigger, context: &Context<'_>) -> Vec<Candidate> {
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    let own = context.promotion_target.filter(|_| class == PostClass::Promotion);
    let (whole, part) = context.post.history.share(class, window.last as usize);
    let too_many = part as f64 >= own.unwrap_or(window.at_least) * whole as f64;
    if whole < window.minimum.max(1) as usize || !too_many {
        return Vec::new();
    }
    if !trigger.any.is_empty() && judge.matches().next().is_none() {
        return Vec::new();
    }
    vec![Candidate::whole_post(rule.confidence, vec![format!("{part} of the last {whole} posts: {}", class.name())])]
}
