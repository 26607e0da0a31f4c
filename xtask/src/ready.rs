//! `cargo xtask ready`: everything a change must pass, before it is handed in.

use anyhow::Result;

use crate::process::{self, cargo, say};
use crate::setup;
use crate::test;
use crate::workspace::Workspace;

/// What runs in the browser, and so is linted for it.
const WASM_CRATES: [&str; 3] = ["scrubline-extension", "scrubline-merge", "scrubline-pages"];

/// Format, lints (native and wasm), documentation, then every test.
pub fn run(workspace: &Workspace) -> Result<()> {
    setup::for_build(workspace)?;
    say("checking the format");
    process::run(cargo(workspace)?.args(["fmt", "--all", "--check"]))?;
    say("linting");
    process::run(cargo(workspace)?.args(["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    say("linting for wasm");
    let mut clippy = cargo(workspace)?;
    clippy.args(["clippy", "--locked", "--target", "wasm32-unknown-unknown"]);
    for name in WASM_CRATES {
        clippy.args(["--package", name]);
    }
    process::run(clippy.args(["--", "--deny", "warnings"]))?;
    say("documenting");
    process::run(
        cargo(workspace)?
            .args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )?;
    test::run(workspace, &test::Options::default())
}
