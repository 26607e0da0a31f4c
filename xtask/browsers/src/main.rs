//! The parts of `cargo xtask` that drive a real browser. A crate of their own, so that every other command starts
//! without building a WebDriver client.

mod demo;
mod ready;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask-browsers", about = "Called by `cargo xtask`")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the extension at work on a practice composer
    Demo(demo::Options),
    /// Measure the time from bytes in hand to the first report, in Chromium
    Ready(ready::Options),
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Demo(options) => demo::run(&options).await,
        Command::Ready(options) => ready::run(&options).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}
