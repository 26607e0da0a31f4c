//! The `scrubline` command: check posts and rule sets in a terminal or in CI.
//!
//! Exit 0: nothing found. 1: something to look at. 2: could not do it. Findings go to standard
//! output, everything else to standard error.

mod check;
mod diagnostics;
mod eval;
mod explain;
mod jsonl;
mod load;
mod rules;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks posts by healthcare staff for patient information, risky claims and missing disclosures.
///
/// Everything is computed on this machine. It is not legal or clinical advice.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Eval(eval::Eval),
    Explain(explain::Explain),
    #[command(subcommand)]
    Rules(rules::Rules),
}

/// What a run of the command came to.
enum Outcome {
    NothingFound,
    SomethingFound,
    CouldNot,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::NothingFound => 0,
            Outcome::SomethingFound => 1,
            Outcome::CouldNot => 2,
        })
    }
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Eval(eval) => eval.run(),
        Command::Explain(explain) => explain.run(),
        Command::Rules(rules) => rules.run(),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            // A closed pipe ("| head") is the reader's choice, not a fault.
            let pipe = error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe);
            if !pipe {
                anstream::eprintln!("scrubline: {error:#}");
            }
            Outcome::CouldNot.into()
        }
    }
}
