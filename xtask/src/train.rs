//! `cargo xtask train`: the models of the learned rules, made from labelled cases into `rules/models`.

mod examples;
mod fit;
mod report;
mod topics;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use scrubline_measured::{NOTHING_IN, fingerprint, learnt_from};

use crate::markers;
use crate::process::say;
use crate::workspace::Workspace;
use examples::Example;
use topics::Topic;

/// A feature must stand in this many examples.
const LEAST_EXAMPLES: usize = 3;
/// Weights are kept in these parts of one natural logarithm of the odds.
const PER_LOGIT: f64 = 32.0;
/// Parts the examples are dealt into to measure a model on what it was not made from.
const FOLDS: usize = 5;

/// What to make.
#[derive(clap::Args)]
pub struct Options {
    /// Only measure, on examples held back in turn; write nothing
    #[arg(long)]
    measure: bool,
    /// Also write model, case and sum of every example held back, tab-separated, to this file
    #[arg(long, value_name = "FILE")]
    sums: Option<PathBuf>,
    /// Only this model
    #[arg(long)]
    only: Option<String>,
}

/// Makes every model, and says how it does on examples held back.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let examples = examples::read(workspace)?;
    let folder = workspace.path("rules/models");
    let trained_on = fingerprint(&workspace.path("tests/cases"), &[&learnt_from()[..], &[NOTHING_IN]].concat())?;
    let thresholds = report::thresholds(workspace)?;
    let (mut listed, mut table) = (String::new(), report::head());
    for topic in topics::ALL.iter().filter(|topic| options.only.as_ref().is_none_or(|only| only == topic.name)) {
        let labelled: Vec<(&Example, bool)> = examples.iter().filter_map(|example| Some((example, topic.label(example)?))).collect();
        let sums = held_back(topic, &labelled);
        println!("{}", report::curve(topic, &labelled, &sums));
        table += &report::row(topic, &labelled, &sums, thresholds.get(topic.name));
        for ((example, _), sum) in labelled.iter().zip(&sums) {
            let _ = writeln!(listed, "{}\t{}\t{sum}", topic.name, example.case.id);
        }
        if !options.measure {
            let path = folder.join(topic.name).with_extension("txt");
            let text = written(&model(topic, &labelled), &labelled, &trained_on);
            fs::write(&path, text).with_context(|| format!("could not write {}", path.display()))?;
        }
    }
    if let Some(path) = &options.sums {
        fs::write(path, listed).with_context(|| format!("could not write {}", path.display()))?;
    }
    if !options.measure && options.only.is_none() {
        markers::fill(workspace, "docs/learned-judgements.md", "models", &table)?;
    }
    say("run `cargo xtask accuracy` to see what the rules make of it");
    Ok(())
}

/// Weights by feature, and what is added to every sum.
struct Model {
    bias: i32,
    weights: BTreeMap<String, i8>,
}

impl Model {
    fn sum(&self, example: &Example) -> i32 {
        let weights = example.features.iter().filter_map(|feature| self.weights.get(feature));
        self.bias + weights.map(|weight| i32::from(*weight)).sum::<i32>()
    }
}

fn model(topic: &Topic, labelled: &[(&Example, bool)]) -> Model {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (example, _) in labelled {
        for feature in &example.features {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let names: Vec<&str> = counts.into_iter().filter(|(_, count)| *count >= LEAST_EXAMPLES).map(|(feature, _)| feature).collect();
    let index: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let rows = labelled.iter().map(|(example, flag)| fit::Row {
        features: example.features.iter().filter_map(|feature| index.get(feature.as_str()).copied()).collect(),
        flag: *flag,
        weight: topic.weight(example),
    });
    let fitted = fit::fit(rows.collect(), names.len());
    let part = |weight: f64| (weight * PER_LOGIT).round();
    let mut weights: Vec<(&str, f64)> = names.into_iter().zip(fitted.weights.into_iter().map(part)).collect();
    weights.retain(|(_, weight)| *weight != 0.0);
    weights.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(b.0)));
    weights.truncate(topic.most_features());
    let weights = weights.into_iter().map(|(name, weight)| (name.to_owned(), weight.clamp(-127.0, 127.0) as i8)).collect();
    Model { bias: part(fitted.bias) as i32, weights }
}

/// A model as it stands in its file, the heaviest features first.
fn written(model: &Model, labelled: &[(&Example, bool)], trained_on: &str) -> String {
    let flagged = labelled.iter().filter(|(_, flag)| *flag).count();
    let mut text =
        String::from("# Made by `cargo xtask train` from tests/cases; not to be edited. Weights are 32nds of the logarithm of the odds.\n");
    let _ = writeln!(text, "# {} examples, {flagged} of them flagged; {trained_on}", labelled.len());
    let _ = writeln!(text, "bias\t{}", model.bias);
    let mut weights: Vec<(&String, i8)> = model.weights.iter().map(|(name, weight)| (name, *weight)).collect();
    weights.sort_by_key(|(name, weight)| (-i32::from(*weight).abs(), *name));
    for (name, weight) in weights {
        let _ = writeln!(text, "{weight}\t{name}");
    }
    text
}

/// What models made from the other examples say of each.
fn held_back(topic: &Topic, labelled: &[(&Example, bool)]) -> Vec<i32> {
    let mut sums = vec![0; labelled.len()];
    for fold in 0..FOLDS {
        // Neighbours in a file are often a pair: they go together.
        let inside = |at: usize| (at / 8) % FOLDS == fold;
        let others: Vec<(&Example, bool)> = labelled.iter().enumerate().filter(|(at, _)| !inside(*at)).map(|(_, pair)| *pair).collect();
        let model = model(topic, &others);
        for (at, (example, _)) in labelled.iter().enumerate().filter(|(at, _)| inside(*at)) {
            sums[at] = model.sum(example);
        }
    }
    sums
}
