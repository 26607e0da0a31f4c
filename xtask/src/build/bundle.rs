//! TypeScript to one classic file per context, by esbuild. The exact command is described in extension/README.md.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{self, command, say};
use crate::workspace::Workspace;

/// Source in `extension/`, and the file the manifest names.
const ENTRIES: [(&str, &str); 2] = [("content/main.ts", "content.js"), ("background/main.ts", "background.js")];

/// Bundles the content script and the background. Always run: it takes less time than finding out whether it must.
pub fn scripts(workspace: &Workspace, engine: &Path) -> Result<PathBuf> {
    let output = workspace.target.join("scripts");
    fs::create_dir_all(&output).with_context(|| format!("could not create {}", output.display()))?;
    say("bundling the content script and the background");
    for (entry, file) in ENTRIES {
        process::read(
            command(workspace, "esbuild")?
                .current_dir(workspace.path("extension"))
                .arg(entry)
                .args(["--bundle", "--format=iife", "--target=chrome137,firefox140", "--charset=utf8"])
                .args(["--minify", "--legal-comments=none", "--log-level=warning"])
                .arg(format!("--alias:scrubline-engine={}", engine.join("scrubline_engine.js").display()))
                // The glue would fetch its wasm from beside itself; we always hand it the bytes.
                .arg("--define:import.meta.url=\"\"")
                .arg(format!("--outfile={}", output.join(file).display())),
        )?;
    }
    Ok(output)
}
