//! The built extension in real Chromium and Firefox. Each row is a test of its own, named `<browser>/<site>/<what>`.

mod accessible;
mod behaviour;
mod cards;
mod cold;
mod composers;
mod dismiss;
mod engine;
mod fixtures;
mod generic;
mod guard;
mod input;
mod keyboard;
mod manifest;
mod network;
mod paint;
mod placement;
mod plain_form;
mod popup;
mod privacy;
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
    manifest::add(&mut suite);
    paint::add(&mut suite);
    repair::add(&mut suite);
    cards::add(&mut suite);
    guard::add(&mut suite);
    input::add(&mut suite);
    placement::add(&mut suite);
    plain_form::add(&mut suite);
    keyboard::add(&mut suite);
    dismiss::add(&mut suite);
    cold::add(&mut suite);
    behaviour::add(&mut suite);
    privacy::add(&mut suite);
    accessible::add(&mut suite);
    popup::add(&mut suite);
    generic::add(&mut suite);
    network::add(&mut suite);
    network::add_last(&mut suite);
    suite.run(&arguments)
}
