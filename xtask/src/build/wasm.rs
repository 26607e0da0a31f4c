//! Rust to wasm, by wasm-pack: the engine, what merges rule sets, and the popup.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{self, command, say};
use crate::stamp::Stamp;
use crate::workspace::Workspace;

/// What every wasm build depends on, besides its own crate.
const SHARED: [&str; 6] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "src", "rules/words", "xtask/src/build/wasm.rs"];

struct Module<'a> {
    /// What it is called when speaking to people, and its folder in the target directory.
    name: &'a str,
    /// Its crate's folder.
    folder: &'a str,
    /// The files it is made of.
    sources: &'a [&'a str],
    /// The stem of the files that come out.
    stem: &'a str,
    /// Its profile in the workspace's Cargo.toml.
    profile: &'a str,
}

/// The engine's wasm and glue.
pub fn engine(workspace: &Workspace) -> Result<PathBuf> {
    pack(
        workspace,
        &Module {
            name: "engine",
            folder: "extension",
            sources: &["extension/Cargo.toml", "extension/src"],
            stem: "scrubline_engine",
            profile: "wasm",
        },
    )
}

/// The wasm and glue of what puts an organisation's rules on the bundled ones.
pub fn merge(workspace: &Workspace) -> Result<PathBuf> {
    pack(
        workspace,
        &Module { name: "merge", folder: "extension/merge", sources: &["extension/merge"], stem: "scrubline_merge", profile: "wasm" },
    )
}

/// The popup's wasm and glue.
pub fn popup(workspace: &Workspace) -> Result<PathBuf> {
    pack(
        workspace,
        &Module {
            name: "popup",
            folder: "extension/pages",
            sources: &["extension/pages/Cargo.toml", "extension/pages/src"],
            stem: "scrubline_popup",
            profile: "wasm-pages",
        },
    )
}

fn pack(workspace: &Workspace, module: &Module) -> Result<PathBuf> {
    let output = workspace.target.join(module.name);
    let mark = output.join(".xtask-stamp");
    let stamp = Stamp::default().files(&workspace.root, &SHARED)?.files(&workspace.root, module.sources)?.word(module.stem);
    if stamp.matches(&mark) && output.join(format!("{}_bg.wasm", module.stem)).is_file() {
        return Ok(output);
    }
    say(format!("building the {} for wasm", module.name));
    process::run(
        command(workspace, "wasm-pack")?
            // `no-install`: a tool that setup did not provide is an error, not a download.
            .args(["build", module.folder, "--target", "web", "--mode", "no-install", "--profile", module.profile])
            .args(["--out-name", module.stem, "--out-dir"])
            .arg(&output)
            // Paths of this machine must not end up in what the store rebuilds and compares.
            .env("RUSTFLAGS", remap(workspace)),
    )?;
    stamp.write(&mark)?;
    Ok(output)
}

fn remap(workspace: &Workspace) -> String {
    let cargo_home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo"))).unwrap_or_default();
    let mut flags = format!("--remap-path-prefix={}=/scrubline", workspace.root.display());
    if !cargo_home.is_empty() {
        flags.push_str(&format!(" --remap-path-prefix={cargo_home}=/cargo"));
    }
    flags
}
