//! An organisation's rule set on top of the bundled ones: one function for the background.
//!
//! A module of its own, because what reads, judges and compiles rule sets is a fifth of the code, and no page needs it.

use scrubline::Lists;
use scrubline::ruleset::{self, Compiled, RuleSet, RuleSetError};
use wasm_bindgen::prelude::wasm_bindgen;

/// Puts an organisation's rule set, as JSON, on top of compiled ones.
///
/// # Errors
/// A JSON list of every problem; nothing is taken over then.
#[wasm_bindgen]
pub fn merge(rules: &[u8], lists: &[u8], organisation: &str) -> Result<Vec<u8>, String> {
    let problems = |errors: Vec<RuleSetError>| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        serde_json::to_string(&lines).unwrap_or_else(|_| "[]".to_owned())
    };
    let single = |error: String| serde_json::to_string(&[error]).unwrap_or_else(|_| "[]".to_owned());
    let built_in = Compiled::from_bytes(rules).map_err(|error| problems(vec![error]))?;
    let lists = Lists::from_bytes(lists).map_err(|error| problems(vec![error]))?;
    let set: RuleSet = serde_json::from_str(organisation).map_err(|error| single(format!("the rule set cannot be read: {error}")))?;
    ruleset::merge(built_in, &set, &lists).map(|compiled| compiled.to_bytes()).map_err(problems)
}
