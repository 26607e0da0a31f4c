//! How models do on examples held back: what a reader of the table needs to judge them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::examples::Example;
use super::topics::Topic;
use crate::stamp::files_below;
use crate::workspace::Workspace;

/// From which sum on a rule speaks, and below which it doubts others.
pub struct Threshold {
    at_least: i32,
    doubts_below: Option<i32>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

/// The part of a rule that is wanted here.
#[derive(Deserialize)]
struct Rule {
    model: Option<String>,
    #[serde(rename = "at-least")]
    at_least: Option<f64>,
    doubts: Option<Doubts>,
}

#[derive(Deserialize)]
struct Doubts {
    below: i32,
}

/// The thresholds of the built-in rules, by model. Their files are only looked at: a rule whose example fails with the
/// old model must not keep anybody from making a new one.
pub fn thresholds(workspace: &Workspace) -> Result<BTreeMap<String, Threshold>> {
    let mut thresholds = BTreeMap::new();
    for path in files_below(&workspace.path("rules"))? {
        if path.file_name().is_none_or(|name| name != "learned.toml") {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let file: File = toml::from_str(&text).with_context(|| format!("{} holds something else than rules", path.display()))?;
        for rule in file.rule {
            if let (Some(model), Some(at_least)) = (rule.model, rule.at_least) {
                let doubts_below = rule.doubts.map(|doubts| doubts.below);
                thresholds.insert(model, Threshold { at_least: at_least as i32, doubts_below });
            }
        }
    }
    Ok(thresholds)
}

/// The table's first lines.
pub fn head() -> String {
    "| model | examples | flagged | speaks from | found | look-alikes | others | doubts below | of the flagged |\n\
     |---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        .to_owned()
}

/// A model's line of the table.
pub fn row(topic: &Topic, labelled: &[(&Example, bool)], sums: &[i32], threshold: Option<&Threshold>) -> String {
    let flagged = labelled.iter().filter(|(_, flag)| *flag).count();
    let mut line = format!("| {} | {} | {flagged} |", topic.name, labelled.len());
    let Some(threshold) = threshold else { return line + " no rule | | | | | |\n" };
    let shares = Shares::new(topic, labelled, sums, threshold.at_least);
    let _ = write!(line, " {} | {:.1} % | {:.1} % | {:.1} % |", threshold.at_least, shares.found, shares.look_alikes, shares.others);
    let doubts = threshold.doubts_below.map(|below| (below, 100.0 - Shares::new(topic, labelled, sums, below).found));
    line += &doubts.map_or_else(|| " | |".to_owned(), |(below, share)| format!(" {below} | {share:.1} % |"));
    line + "\n"
}

/// What other thresholds would give.
pub fn curve(topic: &Topic, labelled: &[(&Example, bool)], sums: &[i32]) -> String {
    let mut text = format!("{}: {} examples\n", topic.name, labelled.len());
    for at_least in [-112, -96, -80, -64, -48, -32, -16, 0, 16, 32, 64] {
        let Shares { found, look_alikes, others } = Shares::new(topic, labelled, sums, at_least);
        let _ = writeln!(text, "  from {at_least:4} on: found {found:5.1} %, look-alikes {look_alikes:5.1} %, others {others:4.1} %");
    }
    text
}

/// In percent: found among the flagged, and flagged by mistake among those that look alike and among all others.
struct Shares {
    found: f64,
    look_alikes: f64,
    others: f64,
}

impl Shares {
    fn new(topic: &Topic, labelled: &[(&Example, bool)], sums: &[i32], at_least: i32) -> Self {
        let share = |of: &dyn Fn(&Example, bool) -> bool| {
            let asked: Vec<i32> =
                labelled.iter().zip(sums).filter(|((example, flag), _)| of(example, *flag)).map(|(_, sum)| *sum).collect();
            100.0 * asked.iter().filter(|sum| **sum >= at_least).count() as f64 / asked.len().max(1) as f64
        };
        Self {
            found: share(&|example, flag| flag && topic.is_own(example)),
            look_alikes: share(&|example, flag| !flag && topic.is_own(example)),
            others: share(&|example, flag| !flag && !topic.is_own(example)),
        }
    }
}
