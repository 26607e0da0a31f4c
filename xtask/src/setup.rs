//! `cargo xtask setup`: everything building and testing need, installed where we may.
//!
//! Fast when nothing is missing, so every other command calls the part it needs.

mod npm;
mod rust;
mod system;

use anyhow::Result;

use crate::process::say;
use crate::workspace::Workspace;

pub use npm::{BENCHES, EXTENSION, FIXTURES};

/// Everything.
pub fn run(workspace: &Workspace) -> Result<()> {
    for_build(workspace)?;
    for_browsers(workspace)?;
    say("everything needed is here");
    Ok(())
}

/// What `build` needs: the wasm toolchain, and the TypeScript side's packages (esbuild, binaryen).
pub fn for_build(workspace: &Workspace) -> Result<()> {
    npm::install(workspace, EXTENSION)?;
    rust::wasm_target(workspace)?;
    rust::wasm_bindgen(workspace)?;
    rust::wasm_pack(workspace)
}

/// What real browsers need: Chromium, Firefox, their drivers and the fixture pages' editors.
pub fn for_browsers(workspace: &Workspace) -> Result<()> {
    system::browsers(workspace)?;
    rust::geckodriver(workspace)?;
    npm::install(workspace, FIXTURES)
}

/// What `bench` needs besides: the rivals.
pub fn for_bench(workspace: &Workspace) -> Result<()> {
    npm::install(workspace, BENCHES)
}
