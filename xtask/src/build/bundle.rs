//! TypeScript to one classic file per context: `extension/bundle.mjs`, which is esbuild with its options.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{self, command, say};
use crate::workspace::Workspace;

/// Bundles the content script and the background. Always run: it takes less time than finding out whether it must.
pub fn scripts(workspace: &Workspace, engine: &Path, merge: &Path) -> Result<PathBuf> {
    let output = workspace.target.join("scripts");
    fs::create_dir_all(&output).with_context(|| format!("could not create {}", output.display()))?;
    say("bundling the content script and the background");
    process::read(
        command(workspace, "node")?
            .current_dir(workspace.path("extension"))
            .args(["bundle.mjs", "--engine"])
            .arg(engine.join("scrubline_engine.js"))
            .arg("--merge")
            .arg(merge.join("scrubline_merge.js"))
            .arg("--out")
            .arg(&output),
    )?;
    Ok(output)
}
