//! The `scrubline` command.

fn main() {}
