//! `cargo xtask accuracy`: how good the findings are on labelled posts, into docs/accuracy.md.
//!
//! The corpus and its scorer lie outside the repository (third-party posts, read and never committed); the project's own
//! cases are scored by `tests/measured`. Rows and cases are named by id, never quoted.

mod failures;
mod own;
mod presidio;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::Value;

use crate::agree;
use crate::build;
use crate::corpus::{self, FILES, File};
use crate::markers;
use crate::process::{self, Stop, capture, cargo, command, say};
use crate::workspace::Workspace;

const PAGE: &str = "docs/accuracy.md";
const COVERAGE: &str = "docs/coverage.md";

/// What to do besides.
#[derive(Args)]
pub struct Options {
    /// Also run Presidio on the corpus, into benches/presidio/scores.json (downloads its packages once)
    #[arg(long)]
    presidio: bool,
}

/// Scores the corpus and the own cases, compares native and wasm, and fills the tables.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let scorer = workspace.path("../shared/eval/score.py");
    let Some(posts) = corpus::folder(workspace).filter(|_| scorer.is_file()) else {
        return Err(
            Stop::cannot("the labelled corpus is not here; put its folders corpus and eval into ../shared, then run this again").into()
        );
    };
    let findings = agree::folder(workspace, "accuracy")?;
    let scrubline = build(workspace)?;
    for file in &FILES {
        say(format!("checking {}.jsonl", file.name));
        check(workspace, &scrubline, file, &posts, &findings)?;
    }
    let scores = score(workspace, &scorer, &posts, &findings)?;
    if options.presidio {
        presidio::run(workspace, &scorer, &posts)?;
    }
    let rival = presidio::scores(workspace)?;
    let table = table::markdown(&scores, rival.as_ref());
    let own = own::score_all(workspace)?;
    let failures = failures::markdown(&posts, &findings)? + &own.failures;
    let agreement = agreement(workspace, &posts)?;

    println!("{table}\n{}\n{agreement}", own.table);
    markers::fill(workspace, PAGE, "accuracy", &table)?;
    markers::fill(workspace, COVERAGE, "recall", &table::identifiers(&scores))?;
    markers::fill(workspace, PAGE, "own", &own.table)?;
    markers::fill(workspace, PAGE, "agreement", &agreement)?;
    markers::fill(workspace, PAGE, "failures", &failures)
}

fn build(workspace: &Workspace) -> Result<PathBuf> {
    say("building the command");
    process::run(cargo(workspace)?.args(["build", "--locked", "--release", "--package", "scrubline", "--bin", "scrubline"]))?;
    Ok(workspace.target.join("release/scrubline"))
}

fn check(workspace: &Workspace, scrubline: &Path, file: &File, posts: &Path, findings: &Path) -> Result<()> {
    let output = capture(command(workspace, scrubline)?.args(["check", "--surface", file.surface, "--jsonl"]).arg(file.below(posts)))?;
    // 0: nothing found, 1: something found; both are answers.
    if !matches!(output.status.code(), Some(0 | 1)) {
        anyhow::bail!("the command could not check {}.jsonl: {}", file.name, String::from_utf8_lossy(&output.stderr).trim());
    }
    fs::write(file.below(findings), output.stdout).context("could not keep the findings")
}

fn score(workspace: &Workspace, scorer: &Path, posts: &Path, findings: &Path) -> Result<Value> {
    let scores = process::read(command(workspace, "python3")?.arg(scorer).arg(posts).arg(findings).arg("--json"))?;
    serde_json::from_str(&scores).context("could not read the scorer's answer")
}

/// Runs the corpus in the wasm that ships; one sentence if every report is the native engine's.
fn agreement(workspace: &Workspace, posts: &Path) -> Result<String> {
    let engine = build::engine(workspace)?;
    say("comparing native and wasm");
    let set = agree::corpus(&engine, posts)?;
    let number: usize = set.tests.iter().map(|test| test.cases.len()).sum();
    let folder = agree::folder(workspace, "wasm-corpus")?;
    let output = capture(&mut agree::node(workspace, &engine, &folder, &[set])?)?;
    if !output.status.success() {
        let printed = [output.stdout, output.stderr].concat();
        return Err(Stop::failed(format!("native and wasm do not agree:\n{}", String::from_utf8_lossy(&printed).trim())).into());
    }
    Ok(format!("native and wasm agree on {number} posts"))
}
