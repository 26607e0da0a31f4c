//! `extension/content/wire.ts`, generated from the border's Rust types.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{self, cargo, say};
use crate::workspace::Workspace;

/// Writes the types anew if the Rust side has changed.
pub fn write(workspace: &Workspace) -> Result<()> {
    let path = workspace.path("extension/content/wire.ts");
    let fresh = process::read(cargo(workspace)?.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "scrubline-extension",
        "--example",
        "wire",
    ]))
    .context("could not generate the wire types")?;
    if fs::read_to_string(&path).is_ok_and(|kept| kept == fresh) {
        return Ok(());
    }
    say("extension/content/wire.ts has changed with the Rust types: commit it");
    fs::write(&path, fresh).with_context(|| format!("could not write {}", path.display()))
}
