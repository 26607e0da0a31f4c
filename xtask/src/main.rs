//! Everything the project can do, as one command: `cargo xtask help`.
//!
//! Each subcommand sets up the part of the tool chain it needs, so that a fresh clone needs no other step.
//! Progress goes to standard error; results go to standard output. Exit code 0: done; 1: done, and something
//! failed its check; 2: could not be done, with the commands to run.

mod accuracy;
mod agree;
mod bench;
mod build;
mod corpus;
mod demo;
mod markers;
mod package;
mod process;
mod ready;
mod setup;
mod stamp;
mod test;
mod train;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::process::Stop;
use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, test, demo and measure Scrubline")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what building and testing need; cached in the target directory
    Setup,
    /// Build the extension into dist/chrome and dist/firefox
    Build,
    /// Build, then run every test: Rust, wasm, TypeScript, the add-on linter, Chromium and Firefox
    Test(test::Options),
    /// Open the extension in a browser on a practice composer
    Demo(demo::Options),
    /// Score the findings on labelled posts, compare native and wasm, into docs/accuracy.md
    Accuracy(accuracy::Options),
    /// Make the models of the learned rules from labelled cases, into rules/models
    Train(train::Options),
    /// Measure the engine against its rivals, into docs/performance.md
    Bench(bench::Options),
    /// Build and pack dist/*.zip for the stores
    Package,
    /// Everything a change must pass: format, lints, documentation, all tests
    Ready,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Workspace::find().and_then(|workspace| match cli.command {
        Command::Setup => setup::run(&workspace),
        Command::Build => build::run(&workspace).map(drop),
        Command::Test(options) => test::run(&workspace, &options),
        Command::Demo(options) => demo::run(&workspace, &options),
        Command::Accuracy(options) => accuracy::run(&workspace, &options),
        Command::Train(options) => train::run(&workspace, &options),
        Command::Bench(options) => bench::run(&workspace, &options),
        Command::Package => package::run(&workspace),
        Command::Ready => ready::run(&workspace),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(error.downcast_ref::<Stop>().map_or(2, |stop| stop.exit_code))
        }
    }
}
