//! Every rule's own examples, run in the wasm that ships, and compared byte for byte with the native engine.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use scrubline::ruleset::{Compiled, Example, Profile, Rule, RuleSet};
use scrubline_extension::Engine;
use serde::Serialize;
use serde_json::json;

use super::{Count, count};
use crate::build::rules::{lists, refused, sources};
use crate::process::command;
use crate::workspace::Workspace;

#[derive(Serialize)]
struct Set {
    id: String,
    /// The set compiled alone, with an empty profile, as its examples are meant.
    rules: std::path::PathBuf,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    rule: String,
    cases: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    text: String,
    context: String,
    flags: bool,
    report: String,
}

/// Prepares the examples natively, then runs them in Node.
pub fn run(workspace: &Workspace) -> Result<Count> {
    let folder = workspace.target.join("wasm-examples");
    fs::create_dir_all(&folder).with_context(|| format!("could not create {}", folder.display()))?;
    let names = lists(workspace)?.to_bytes();
    let sets = sources(workspace)?.into_iter().map(|set| prepare(&folder, set, &names)).collect::<Result<Vec<_>>>()?;
    let job = folder.join("job.json");
    let content = json!({
        "glue": workspace.target.join("engine/scrubline_engine.js"),
        "wasm": workspace.dist("chrome").join("scrubline_engine_bg.wasm"),
        "names": workspace.dist("chrome").join("names.bin"),
        "sets": sets,
    });
    fs::write(&job, serde_json::to_vec(&content)?).context("could not write the job for Node")?;
    count::libtest(command(workspace, "node")?.arg(workspace.path("xtask/src/test/examples.mjs")).arg(&job))
}

fn prepare(folder: &Path, set: RuleSet, names: &[u8]) -> Result<Set> {
    let alone = RuleSet { profile: Profile::default(), overrides: Vec::new(), ..set };
    let bytes = Compiled::new(std::slice::from_ref(&alone)).map_err(refused)?.to_bytes();
    let rules = folder.join(format!("{}.bin", alone.id));
    fs::write(&rules, &bytes).with_context(|| format!("could not write {}", rules.display()))?;
    let engine = Engine::new(&bytes, names).map_err(|error| anyhow!(error))?;
    let tests = alone.rules.iter().map(|rule| test(&engine, rule)).collect::<Result<Vec<_>>>()?;
    Ok(Set { id: alone.id, rules, tests })
}

fn test(engine: &Engine, rule: &Rule) -> Result<Test> {
    let flags = rule.flags.iter().map(|example| (example, true));
    let allows = rule.allows.iter().map(|example| (example, false));
    let cases = flags.chain(allows).map(|(example, flags)| case(engine, rule, example, flags)).collect::<Result<Vec<_>>>()?;
    Ok(Test { rule: rule.id.clone(), cases })
}

fn case(engine: &Engine, rule: &Rule, example: &Example, flags: bool) -> Result<Case> {
    let context = json!({
        "surface": rule.surfaces.first().copied().unwrap_or_default(),
        "platform": "",
        "attachments": example.attachments,
        "replyingTo": null,
        "account": null,
        "today": null,
    })
    .to_string();
    let report = engine.check(&example.text, &context).map_err(|error| anyhow!(error))?;
    Ok(Case { text: example.text.clone(), context, flags, report })
}
