//! Where things are: the checkout, the target directory, and the tools kept in it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The folders of one checkout.
pub struct Workspace {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's target directory, wherever the environment has put it.
    pub target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

impl Workspace {
    /// Asks Cargo, which alone knows about `CARGO_TARGET_DIR` and configuration files.
    pub fn find() -> Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .context("could not run `cargo metadata`")?;
        anyhow::ensure!(output.status.success(), "`cargo metadata` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        let metadata: Metadata = serde_json::from_slice(&output.stdout).context("could not read the answer of `cargo metadata`")?;
        Ok(Self { root: metadata.workspace_root, target: metadata.target_directory })
    }

    /// A path in the checkout.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The finished extension for one browser family: `chrome` or `firefox`.
    pub fn dist(&self, family: &str) -> PathBuf {
        self.root.join("dist").join(family)
    }

    /// What `setup` installs, apart from node packages, which npm keeps beside their `package.json`.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The search path of every command we run: our own tools first, so that wasm-pack finds the wasm-bindgen and
    /// wasm-opt of the right version and downloads nothing.
    pub fn search_path(&self) -> Result<OsString> {
        let ours = [self.tools().join("bin"), self.path("extension/node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        env::join_paths(ours.into_iter().chain(env::split_paths(&inherited)))
            .context("a folder in PATH has a name that cannot be written in PATH")
    }
}
