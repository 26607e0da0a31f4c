//! The built extension in real Chromium and Firefox. Each row is a test of its own, named `<browser>/<site>/<what>`.

mod composers;
mod fixtures;
mod guard;
mod paint;
mod repair;
mod runner;
mod texts;

use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::Arguments;

use runner::Suite;

fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // One browser at a time: verdicts have deadlines, and two browsers on two cores miss them.
    arguments.test_threads = Some(1);
    let mut suite = Suite::new()?;
    fixtures::add(&mut suite);
    paint::add(&mut suite);
    repair::add(&mut suite);
    guard::add(&mut suite);
    suite.run(&arguments)
}
