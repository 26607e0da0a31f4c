//! `cargo xtask demo`: the extension at work, in a real browser, on a practice composer that never leaves this machine.

use anyhow::Result;
use clap::Args;

use crate::build;
use crate::process::{self, cargo, say};
use crate::setup;
use crate::workspace::Workspace;

/// How to show it.
#[derive(Args)]
pub struct Options {
    /// Headless, and copy the README's pictures into docs/pictures
    #[arg(long)]
    pictures: bool,
}

/// Sets up, builds, and hands over to the crate that drives browsers.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_browsers(workspace)?;
    build::run(workspace)?;
    say("building the demo and starting both browsers; this takes about a minute");
    let mut demo = cargo(workspace)?;
    // A crate of its own, so that every other command starts without building a WebDriver client.
    demo.args(["run", "--quiet", "--locked", "--package", "xtask-browsers", "--", "demo", "--dist"]);
    demo.arg(workspace.path("dist")).arg("--output").arg(workspace.target.join("demo"));
    if options.pictures {
        demo.arg("--copy-to").arg(workspace.path("docs/pictures"));
    }
    process::pass_through(&mut demo)
}
