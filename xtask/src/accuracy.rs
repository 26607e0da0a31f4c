//! `cargo xtask accuracy`: how good the findings are on labelled posts, into docs/accuracy.md.
//!
//! The corpus and its scorer lie outside the repository (third-party posts, read and never committed). Rows are named
//! by id, never quoted.

mod failures;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::Value;

use crate::markers;
use crate::process::{self, Stop, capture, cargo, command, say};
use crate::workspace::Workspace;

/// What to print.
#[derive(Args)]
pub struct Options {
    /// Also list every row that was judged wrongly, by its id
    #[arg(long)]
    failures: bool,
}

/// Corpus file, and the surface its posts were written on.
const FILES: [(&str, &str); 5] =
    [("phi", "post"), ("benign_posts", "post"), ("replies", "review-reply"), ("claims", "post"), ("disclosures", "post")];

/// Checks the corpus, scores the findings, and fills the table.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let shared = workspace.path("../shared");
    let (corpus, scorer) = (shared.join("corpus"), shared.join("eval/score.py"));
    if !corpus.is_dir() || !scorer.is_file() {
        return Err(
            Stop::cannot("the labelled corpus is not here; put its folders corpus and eval into ../shared, then run this again").into()
        );
    }
    let findings = workspace.target.join("accuracy");
    fs::create_dir_all(&findings).with_context(|| format!("could not create {}", findings.display()))?;

    let scrubline = build(workspace)?;
    for (name, surface) in FILES {
        say(format!("checking {name}.jsonl"));
        check(workspace, &scrubline, &corpus.join(name).with_extension("jsonl"), surface, &findings)?;
    }
    let scores = process::read(command(workspace, "python3")?.arg(&scorer).arg(&corpus).arg(&findings).arg("--json"))?;
    let scores: Value = serde_json::from_str(&scores).context("could not read the scorer's answer")?;

    let table = table::markdown(&scores);
    println!("{table}");
    if options.failures {
        for (name, _) in FILES {
            failures::print(name, &corpus, &findings)?;
        }
    }
    markers::fill(workspace, "docs/accuracy.md", "accuracy", &table)
}

fn build(workspace: &Workspace) -> Result<PathBuf> {
    say("building the command");
    process::run(cargo(workspace)?.args(["build", "--locked", "--release", "--package", "scrubline", "--bin", "scrubline"]))?;
    Ok(workspace.target.join("release/scrubline"))
}

fn check(workspace: &Workspace, scrubline: &Path, posts: &Path, surface: &str, findings: &Path) -> Result<()> {
    let output = capture(command(workspace, scrubline)?.args(["check", "--surface", surface, "--jsonl"]).arg(posts))?;
    // 0: nothing found, 1: something found; both are answers.
    if !matches!(output.status.code(), Some(0 | 1)) {
        anyhow::bail!("the command could not check {}: {}", posts.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    let name = posts.file_name().context("a corpus file has no name")?;
    fs::write(findings.join(name), output.stdout).context("could not keep the findings")
}
