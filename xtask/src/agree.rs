//! Posts checked by the wasm that ships, in Node, each report compared byte for byte with the native engine's.

mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::json;

use crate::build::Engine;
use crate::process::command;
use crate::workspace::Workspace;

pub use corpus::corpus;

/// Tests that are printed together.
#[derive(Serialize)]
pub struct Set {
    /// Its part of a test's name.
    pub id: String,
    /// The tests.
    pub tests: Vec<Test>,
}

/// One line of the output.
#[derive(Serialize)]
pub struct Test {
    /// Its part of the name.
    pub name: String,
    /// The posts it is about.
    pub cases: Vec<Case>,
}

/// A post and what the native engine says of it.
#[derive(Serialize)]
pub struct Case {
    /// The compiled rules.
    pub rules: PathBuf,
    /// What it is called if it must not be quoted.
    pub name: Option<String>,
    /// The post.
    pub text: String,
    /// A `WireContext` as JSON.
    pub context: String,
    /// A rule, and whether it has to find something here.
    pub expected: Option<(String, bool)>,
    /// The native engine's `WireReport` as JSON.
    pub report: String,
}

/// The run in Node: prints as libtest does, one test a line. `folder` takes the job.
pub fn node(workspace: &Workspace, engine: &Engine, folder: &Path, sets: &[Set]) -> Result<Command> {
    let job = folder.join("job.json");
    let content = json!({
        "glue": engine.wasm.join("scrubline_engine.js"),
        "wasm": engine.wasm.join("scrubline_engine_bg.wasm"),
        "names": engine.rules.join("names.bin"),
        "sets": sets,
    });
    fs::write(&job, serde_json::to_vec(&content)?).context("could not write the job for Node")?;
    let mut node = command(workspace, "node")?;
    node.arg(workspace.path("xtask/src/agree/run.mjs")).arg(job);
    Ok(node)
}

/// A folder for the job and its files.
pub fn folder(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let folder = workspace.target.join(name);
    fs::create_dir_all(&folder).with_context(|| format!("could not create {}", folder.display()))?;
    Ok(folder)
}
