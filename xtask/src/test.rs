//! `cargo xtask test`: builds, then runs every test there is, and ends with one line `N passed, N failed`.

mod count;
mod imports;
mod lint;
mod types;
mod wasm;

use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::build;
use crate::process::{Stop, cargo, say};
use crate::setup;
use crate::workspace::Workspace;

pub use count::Count;

/// What to run.
#[derive(Args, Default)]
pub struct Options {
    /// Run one part only, while working on it
    #[arg(long, value_enum)]
    only: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Unit, integration and documentation tests of the whole workspace
    Rust,
    /// The wasm that ships: every rule's own examples, the corpus, and what it can reach
    Wasm,
    /// TypeScript, strict
    Types,
    /// Mozilla's add-on linter on dist/firefox
    Lint,
    /// The built extension in Chromium and Firefox
    Browsers,
}

const ALL: [Part; 5] = [Part::Types, Part::Rust, Part::Wasm, Part::Lint, Part::Browsers];

/// Sets up, builds and tests. A part that cannot run counts as failed; the others run all the same.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let parts: Vec<Part> = ALL.into_iter().filter(|part| options.only.is_none_or(|only| only == *part)).collect();
    if parts.contains(&Part::Browsers) {
        setup::for_browsers(workspace)?;
    }
    let engine = build::run(workspace)?;

    let mut count = Count::default();
    for part in parts {
        let name = part.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        say(format!("testing: {name}"));
        match part.run(workspace, &engine) {
            Ok(more) => count.add(more),
            Err(error) => {
                println!("test {name} ... FAILED: {error:#}");
                count.add(Count::failed());
            }
        }
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed > 0 {
        return Err(Stop::failed("some tests failed; their names are above").into());
    }
    Ok(())
}

impl Part {
    fn run(self, workspace: &Workspace, engine: &build::Engine) -> Result<Count> {
        match self {
            Part::Rust => count::libtest(cargo_test(workspace)?.args(["--workspace", "--exclude", "scrubline-browser-tests"])),
            Part::Wasm => {
                let mut count = wasm::run(workspace, engine)?;
                count.add(imports::run(workspace)?);
                Ok(count)
            }
            Part::Types => types::run(workspace),
            Part::Lint => lint::run(workspace),
            Part::Browsers => count::libtest(cargo_test(workspace)?.args(["--package", "scrubline-browser-tests"])),
        }
    }
}

fn cargo_test(workspace: &Workspace) -> Result<Command> {
    let mut command = cargo(workspace)?;
    command.args(["test", "--locked", "--no-fail-fast"]);
    Ok(command)
}
