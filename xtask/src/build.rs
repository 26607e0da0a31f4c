//! `cargo xtask build`: the extension, complete, in `dist/chrome` and `dist/firefox`.
//!
//! The same input gives the same bytes: nothing here reads a clock, a user name or the order of a folder.

mod bundle;
mod dist;
mod manifest;
pub mod rules;
mod wasm;

use std::fs::{self, File};
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::say;
use crate::setup;
use crate::workspace::Workspace;

pub use dist::FAMILIES;

/// What the parts of a build leave in the target directory.
pub struct Parts {
    /// The engine's wasm and glue: `scrubline_engine.js`, `scrubline_engine_bg.wasm`.
    pub engine: PathBuf,
    /// The wasm and glue of what puts an organisation's rules on the bundled ones.
    pub merge: PathBuf,
    /// The popup's wasm and glue.
    pub popup: PathBuf,
    /// The bundled rule sets and name lists: `rules.bin`, `names.bin`.
    pub rules: PathBuf,
    /// `content.js` and `background.js`.
    pub scripts: PathBuf,
}

/// The engine that ships, and the rules it ships with.
pub struct Engine {
    /// The folder of `scrubline_engine.js` and `scrubline_engine_bg.wasm`.
    pub wasm: PathBuf,
    /// The folder of `rules.bin` and `names.bin`.
    pub rules: PathBuf,
}

/// Builds everything that is out of date.
pub fn run(workspace: &Workspace) -> Result<Engine> {
    let _lock = lock(workspace)?;
    setup::for_build(workspace)?;
    let parts = parts(workspace)?;
    for family in FAMILIES {
        dist::write(workspace, family, &parts)?;
    }
    say("built dist/chrome and dist/firefox");
    Ok(Engine { wasm: parts.engine, rules: parts.rules })
}

/// Builds the engine and its rules alone.
pub fn engine(workspace: &Workspace) -> Result<Engine> {
    let _lock = lock(workspace)?;
    setup::for_build(workspace)?;
    Ok(Engine { wasm: wasm::engine(workspace)?, rules: rules::compile(workspace)? })
}

fn parts(workspace: &Workspace) -> Result<Parts> {
    let (engine, merge) = (wasm::engine(workspace)?, wasm::merge(workspace)?);
    let scripts = bundle::scripts(workspace, &engine, &merge)?;
    Ok(Parts { scripts, rules: rules::compile(workspace)?, popup: wasm::popup(workspace)?, engine, merge })
}

/// Two builds at once would tear each other's `dist`: the second waits.
fn lock(workspace: &Workspace) -> Result<File> {
    let dist = workspace.path("dist");
    fs::create_dir_all(&dist).with_context(|| format!("could not create {}", dist.display()))?;
    let file = File::create(dist.join(".lock")).context("could not create dist/.lock")?;
    file.lock().context("could not lock dist/.lock")?;
    Ok(file)
}
