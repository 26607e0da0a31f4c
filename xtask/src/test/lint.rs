//! Mozilla's add-on linter on `dist/firefox`: no error, and no warning without a reason in `docs/store-lint.md`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Count;
use crate::process::{capture, command};
use crate::workspace::Workspace;

const REASONS: &str = "docs/store-lint.md";

#[derive(Deserialize)]
struct Answer {
    errors: Vec<Message>,
    warnings: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    code: String,
    message: String,
    file: Option<String>,
    line: Option<u64>,
}

/// One test for the errors, one for every warning known or met.
pub fn run(workspace: &Workspace) -> Result<Count> {
    let output = capture(
        command(workspace, "web-ext")?
            .args(["lint", "--output=json", "--no-config-discovery", "--source-dir"])
            .arg(workspace.dist("firefox"))
            .env("NO_UPDATE_NOTIFIER", "1"),
    )?;
    let answer: Answer = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("could not read web-ext's answer: {}", String::from_utf8_lossy(&output.stderr).trim()))?;
    let reasons = fs::read_to_string(workspace.path(REASONS)).with_context(|| format!("could not read {REASONS}"))?;

    let mut count = Count::default();
    for error in &answer.errors {
        println!("test store lint: {} ... FAILED: {}", error.code, error.shown());
        count.add(Count::failed());
    }
    if answer.errors.is_empty() {
        println!("test store lint: no errors ... ok");
        count.add(Count::passed());
    }
    count.add(compare(&explained(&reasons), &tally(&answer.warnings)));
    Ok(count)
}

impl Message {
    fn shown(&self) -> String {
        let place = self.file.as_deref().unwrap_or("the extension");
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{place}{line}: {}", self.message)
    }

    /// A warning is known by its code and file: line numbers change with every build.
    fn key(&self) -> String {
        format!("{} in {}", self.code, self.file.as_deref().unwrap_or("the extension"))
    }
}

fn tally(warnings: &[Message]) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for warning in warnings {
        *tally.entry(warning.key()).or_default() += 1;
    }
    tally
}

/// The headings of the reasons: ``## `CODE` in `FILE`, 2 times``.
fn explained(reasons: &str) -> BTreeMap<String, usize> {
    reasons
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .filter_map(|heading| {
            let (key, times) = heading.rsplit_once(", ")?;
            let times = times.split(' ').next()?.parse().ok()?;
            Some((key.replace('`', ""), times))
        })
        .collect()
}

/// A warning without a reason fails, and so does a reason whose warning is gone or has multiplied.
fn compare(explained: &BTreeMap<String, usize>, met: &BTreeMap<String, usize>) -> Count {
    let mut count = Count::default();
    let mut keys: Vec<&String> = explained.keys().chain(met.keys()).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let (expected, found) = (explained.get(key).copied().unwrap_or(0), met.get(key).copied().unwrap_or(0));
        if expected == found {
            println!("test store lint: {key} ... ok");
            count.add(Count::passed());
        } else {
            println!("test store lint: {key} ... FAILED: {REASONS} explains {expected}, the linter reports {found}");
            count.add(Count::failed());
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_needs_a_reason_and_a_reason_a_warning() {
        let explained = explained("# Warnings\n\n## `UNSAFE` in `content.js`, 2 times\n\nBecause.\n");
        let met = |key: &str, times| BTreeMap::from([(key.to_owned(), times)]);
        assert_eq!(compare(&explained, &met("UNSAFE in content.js", 2)), Count::passed());
        assert_eq!(compare(&explained, &met("UNSAFE in content.js", 3)), Count::failed());
        assert_eq!(compare(&explained, &BTreeMap::new()), Count::failed());
        assert_eq!(compare(&BTreeMap::new(), &met("UNSAFE in content.js", 1)), Count::failed());
    }
}
