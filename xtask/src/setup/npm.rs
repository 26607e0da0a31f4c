//! Node packages, exactly as the lock files name them.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{self, Stop, command, say};
use crate::stamp::Stamp;
use crate::workspace::Workspace;

/// TypeScript, esbuild, binaryen, web-ext.
pub const EXTENSION: &str = "extension";
/// The real editors of the fixture pages.
pub const FIXTURES: &str = "tests/browsers/fixtures";
/// What the engine is measured against.
pub const BENCHES: &str = "benches";

/// Oldest Node that every package here supports.
const NODE_MAJOR: u32 = 20;

/// Installs the packages of one folder, unless they are there already.
pub fn install(workspace: &Workspace, folder: &str) -> Result<()> {
    let directory = workspace.path(folder);
    if !directory.join("package-lock.json").is_file() {
        return Err(
            Stop::cannot(format!("{folder}/package-lock.json is missing; run `npm install` in {folder} and commit the lock file")).into()
        );
    }
    // Kept inside node_modules: removing that folder, or sharing it between target directories, stays right.
    let mark = directory.join("node_modules/.xtask-stamp");
    let stamp = Stamp::default().files(&directory, &["package.json", "package-lock.json"])?;
    if stamp.matches(&mark) {
        return Ok(());
    }
    node_present(workspace)?;
    say(format!("installing the node packages of {folder}"));
    process::run(command(workspace, "npm")?.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&directory))?;
    // npm makes no folder when a package has no dependencies.
    fs::create_dir_all(directory.join("node_modules")).context("could not create node_modules")?;
    stamp.write(&mark)
}

fn node_present(workspace: &Workspace) -> Result<()> {
    let version = command(workspace, "node").and_then(|mut node| process::read(node.arg("--version"))).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        Some(_) => Err(Stop::cannot(format!(
            "Node {} is too old; install Node {NODE_MAJOR} or newer with npm, then run this again",
            version.trim()
        ))
        .into()),
        None => Err(Stop::cannot(format!("install Node {NODE_MAJOR} or newer with npm, then run this again")).into()),
    }
}
