//! Counting tests from what libtest prints, while showing it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::process::shown;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, and parts that could not run.
    pub failed: u64,
}

impl Count {
    /// One test passed.
    pub fn passed() -> Self {
        Self { passed: 1, failed: 0 }
    }

    /// One test failed.
    pub fn failed() -> Self {
        Self { passed: 0, failed: 1 }
    }

    /// Adds another count to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads libtest's closing line: `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
    fn of_line(line: &str) -> Option<Self> {
        let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let number =
            |what: &str| numbers.split("; ").find_map(|part| part.strip_suffix(what)).and_then(|number| number.trim().parse().ok());
        Some(Self { passed: number("passed")?, failed: number("failed")? })
    }
}

/// Runs a command that prints as libtest does, shows its output, and counts.
pub fn libtest(command: &mut Command) -> Result<Count> {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| format!("could not start `{}`", shown(command)))?;
    let output = child.stdout.take().context("the test run has no output to read")?;
    let mut count = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("could not read what the tests print")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count.add(Count::of_line(&line).unwrap_or_default());
    }
    let status = child.wait().context("could not wait for the tests")?;
    // A test binary that does not build, or that crashes, fails without a closing line.
    if !status.success() && count.failed == 0 {
        println!("`{}` failed ({status})", shown(command));
        count.add(Count::failed());
    }
    // A filter or a mistake that leaves no test must not look like success.
    if status.success() && count == Count::default() {
        println!("`{}` ran no test", shown(command));
        count.add(Count::failed());
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Count::of_line(line), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(Count::of_line("test result: ok. 0 passed; 0 failed; 0 ignored"), Some(Count::default()));
    }

    #[test]
    fn other_lines_are_not() {
        assert_eq!(Count::of_line("test ssn ... ok"), None);
        assert_eq!(Count::of_line("running 3 tests"), None);
    }

    #[test]
    fn a_crash_and_an_empty_run_count_as_failures() {
        let run = |script: &str| libtest(Command::new("sh").args(["-c", script])).expect("sh starts");
        assert_eq!(run("exit 101"), Count::failed());
        assert_eq!(run("true"), Count::failed());
        assert_eq!(run("echo 'test result: ok. 2 passed; 0 failed; 0 ignored'"), Count { passed: 2, failed: 0 });
    }
}
