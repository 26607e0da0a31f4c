//! The wasm border: strings and bytes in, strings and bytes out.
//!
//! One class; the same module runs in the content script and in the background.
//! A fault becomes a JavaScript error with a sentence, and the post never goes into it.

mod wire;

use scrubline::ruleset::Compiled;
use scrubline::{Checker, Lists};
use wasm_bindgen::prelude::wasm_bindgen;

pub use wire::{
    WireAccount, WireAttachment, WireContext, WireEdit, WireFinding, WireFix, WireLimit, WirePastPost, WireRepliedTo, WireReport,
};

/// The engine: rule sets compiled once, checks as often as needed.
#[wasm_bindgen]
pub struct Engine {
    checker: Checker,
}

#[wasm_bindgen]
impl Engine {
    /// Loads compiled rule sets (`rules.bin`) and name lists (`names.bin`).
    ///
    /// # Errors
    /// A sentence, if either was made for another engine or is damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(rules: &[u8], lists: &[u8]) -> Result<Engine, String> {
        let load = || Checker::from_compiled(Compiled::from_bytes(rules)?, Lists::from_bytes(lists)?);
        load().map(|checker| Self { checker }).map_err(|error| error.to_string())
    }

    /// Checks a text; `context` is a `WireContext` as JSON, the answer a `WireReport` as JSON.
    /// Offsets count UTF-16 units. A lone surrogate counts as one unit.
    ///
    /// # Errors
    /// A sentence, if the context is not a `WireContext`. A check itself cannot fail.
    pub fn check(&self, text: &str, context: &str) -> Result<String, String> {
        let context: WireContext = serde_json::from_str(context).map_err(|error| format!("the context cannot be read: {error}"))?;
        let post = context.into_post(text);
        let report = self.checker.check(&post);
        serde_json::to_string(&WireReport::new(report, &post.text)).map_err(|error| format!("the report cannot be written: {error}"))
    }

    /// The active rule sets as JSON: id, version, title, description, updated, rules.
    ///
    /// # Errors
    /// None that can happen; the signature leaves room for the writer's.
    #[wasm_bindgen(js_name = ruleSets)]
    pub fn rule_sets(&self) -> Result<String, String> {
        serde_json::to_string(self.checker.rule_sets()).map_err(|error| format!("the rule sets cannot be written: {error}"))
    }
}
