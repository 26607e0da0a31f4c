//! Layers: an organisation's set on top of the built-in ones.

use super::compile::Compiled;
use super::error::RuleSetError;
use super::{RuleSet, check_with};
use crate::detect::Lists;

/// Puts `organisation` on top of what is compiled already.
///
/// # Errors
/// Every problem of the organisation's set, failing examples included; nothing is taken over then.
pub fn merge(built_in: Compiled, organisation: &RuleSet, lists: &Lists) -> Result<Compiled, Vec<RuleSetError>> {
    let vocabulary = built_in.vocabulary.clone();
    let problems = check_with(organisation, lists, &vocabulary);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut sets = built_in.into_sets();
    sets.push(organisation.clone());
    Compiled::with_vocabulary(&sets, &vocabulary)
}
