//! Presidio on the same corpus: set up from exact versions, run by benches/presidio/find.py, scored by the same scorer.
//! Its scores do not change with our rules, so they are kept in the repository: numbers and versions, no text.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::agree;
use crate::process::{self, command, say};
use crate::workspace::Workspace;

const FOLDER: &str = "benches/presidio";
const SCORES: &str = "benches/presidio/scores.json";

/// Presidio's scores and what they were measured with.
#[derive(Serialize, Deserialize)]
pub struct Scores {
    /// Packages and their exact versions.
    pub versions: std::collections::BTreeMap<String, String>,
    /// The day of the measurement.
    pub measured: String,
    /// The scorer's answer.
    pub scores: Value,
}

/// The scores of the last measurement, if there was one.
pub fn scores(workspace: &Workspace) -> Result<Option<Scores>> {
    let path = workspace.path(SCORES);
    if !path.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {SCORES}"))?;
    serde_json::from_str(&text).map(Some).with_context(|| format!("could not understand {SCORES}"))
}

/// Measures anew.
pub fn run(workspace: &Workspace, scorer: &Path, posts: &Path) -> Result<()> {
    let folder = agree::folder(workspace, "presidio")?;
    let venv = folder.join("venv");
    let requirements = workspace.path(FOLDER).join("requirements.txt");
    say("setting Presidio up");
    process::run(command(workspace, "python3")?.args(["-m", "venv"]).arg(&venv))?;
    process::run(command(workspace, venv.join("bin/pip"))?.args(["install", "--quiet", "--requirement"]).arg(&requirements))?;
    say("running Presidio on the corpus");
    let findings = folder.join("findings");
    let find = workspace.path(FOLDER).join("find.py");
    let versions = process::read(command(workspace, venv.join("bin/python"))?.arg(find).arg(posts).arg(&findings))?;
    let scores = Scores {
        versions: serde_json::from_str(&versions).context("could not read which versions ran")?,
        measured: process::read(command(workspace, "date")?.args(["-u", "+%Y-%m-%d"]))?.trim().to_owned(),
        scores: super::score(workspace, scorer, posts, &findings)?,
    };
    let text = serde_json::to_string_pretty(&scores)? + "\n";
    fs::write(workspace.path(SCORES), text).with_context(|| format!("could not write {SCORES}"))
}
