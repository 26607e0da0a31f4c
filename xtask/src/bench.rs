//! `cargo xtask bench`: the engine against the same patterns as JavaScript RegExp and against harper.js, all in one
//! Node process; the time until it is ready, in Chromium; and sizes. Ratios, because machines differ.

mod rules;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::build;
use crate::markers;
use crate::process::{self, cargo, command, say};
use crate::setup;
use crate::workspace::Workspace;

/// What to print.
#[derive(Args)]
pub struct Options {
    /// Print the numbers as one JSON object
    #[arg(long)]
    json: bool,
}

/// What is promised; names and definitions are those of the budgets in the design.
#[derive(Serialize)]
struct Numbers {
    /// Time of the same patterns as RegExp, over ours.
    regexp_ratio: f64,
    /// Time of those patterns as RegExp, over ours with everything on: detectors, stories, counts.
    everything_ratio: f64,
    /// Time of harper.js, over ours.
    harper_ratio: f64,
    /// Our time with ten times the rules, over ours.
    rules_x10_ratio: f64,
    /// Milliseconds from bytes in hand to the first report, in Chromium.
    ready_ms: f64,
    engine_gzip_bytes: usize,
    lists_gzip_bytes: usize,
    content_gzip_bytes: usize,
}

#[derive(Deserialize)]
struct Times {
    engine_ms: f64,
    everything_ms: f64,
    engine_x10_ms: f64,
    regexp_ms: f64,
    harper_ms: f64,
    texts: usize,
    patterns: usize,
}

/// Measures everything, prints it, and writes docs/performance.md.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_bench(workspace)?;
    setup::for_browsers(workspace)?;
    build::run(workspace)?;
    let dist = workspace.dist("chrome");
    let times = times(workspace, &dist)?;
    let numbers = Numbers {
        regexp_ratio: rounded(times.regexp_ms / times.engine_ms),
        everything_ratio: rounded(times.regexp_ms / times.everything_ms),
        harper_ratio: rounded(times.harper_ms / times.engine_ms),
        rules_x10_ratio: rounded(times.engine_x10_ms / times.engine_ms),
        ready_ms: ready(workspace, &dist)?,
        engine_gzip_bytes: gzip(&dist.join("scrubline_engine_bg.wasm"))?,
        lists_gzip_bytes: gzip(&dist.join("names.bin"))?,
        content_gzip_bytes: gzip(&dist.join("content.js"))?,
    };
    let table = table(&numbers, &times);
    if options.json {
        println!("{}", serde_json::to_string(&numbers)?);
    } else {
        println!("{table}");
    }
    markers::fill(workspace, "docs/performance.md", "bench", &table)
}

fn times(workspace: &Workspace, dist: &Path) -> Result<Times> {
    let folder = workspace.target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("could not create {}", folder.display()))?;
    let subjects = rules::prepare(workspace, &folder)?;
    let job = folder.join("job.json");
    let content = json!({
        "glue": glue(workspace),
        "wasm": dist.join("scrubline_engine_bg.wasm"),
        "names": dist.join("names.bin"),
        "everything": dist.join("rules.bin"),
        "rules": subjects.rules,
        "rulesX10": subjects.rules_x10,
        "patterns": subjects.patterns,
    });
    fs::write(&job, serde_json::to_vec(&content)?).context("could not write the job for Node")?;
    say("timing checks in Node (about ten seconds)");
    let answer = process::read(command(workspace, "node")?.arg("bench.mjs").arg(&job).current_dir(workspace.path("benches")))?;
    serde_json::from_str(&answer).context("could not read the times from Node")
}

fn ready(workspace: &Workspace, dist: &Path) -> Result<f64> {
    say("timing the start in Chromium");
    let answer = process::read(
        cargo(workspace)?
            .args(["run", "--quiet", "--locked", "--package", "xtask-browsers", "--", "ready", "--glue"])
            .arg(glue(workspace))
            .arg("--dist")
            .arg(dist),
    )?;
    answer.trim().parse().context("could not read the time from Chromium")
}

fn glue(workspace: &Workspace) -> PathBuf {
    workspace.target.join("engine/scrubline_engine.js")
}

fn gzip(path: &Path) -> Result<usize> {
    let bytes = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes).context("could not compress")?;
    Ok(encoder.finish().context("could not compress")?.len())
}

fn rounded(ratio: f64) -> f64 {
    (ratio * 100.0).round() / 100.0
}

fn table(numbers: &Numbers, times: &Times) -> String {
    let kilobytes = |bytes: usize| format!("{:.1} KB", bytes as f64 / 1000.0);
    let rows = [
        (
            format!("check of a 2.8 KB post, against {} RegExp", times.patterns),
            format!("{:.2}× faster", numbers.regexp_ratio),
            "5×".to_owned(),
            format!("{:.3} ms against {:.3} ms", times.engine_ms, times.regexp_ms),
        ),
        (
            "the same with everything on, against the same RegExp".to_owned(),
            format!("{:.2}× faster", numbers.everything_ratio),
            "3×".to_owned(),
            format!("{:.3} ms against {:.3} ms", times.everything_ms, times.regexp_ms),
        ),
        (
            "the same phrases and patterns, against harper.js".to_owned(),
            format!("{:.0}× faster", numbers.harper_ratio),
            "100×".to_owned(),
            format!("{:.3} ms against {:.1} ms", times.engine_ms, times.harper_ms),
        ),
        (
            "ten times the rules".to_owned(),
            format!("{:.2}× the time", numbers.rules_x10_ratio),
            "1.5×".to_owned(),
            format!("{:.3} ms", times.engine_x10_ms),
        ),
        (
            "engine ready, Chromium".to_owned(),
            format!("{:.1} ms", numbers.ready_ms),
            "40 ms".to_owned(),
            "bytes in hand to the report of a 280-character post".to_owned(),
        ),
        ("engine wasm, gzip".to_owned(), kilobytes(numbers.engine_gzip_bytes), "380 KB".to_owned(), String::new()),
        ("name and place lists, gzip".to_owned(), kilobytes(numbers.lists_gzip_bytes), "200 KB".to_owned(), String::new()),
        ("content script, gzip".to_owned(), kilobytes(numbers.content_gzip_bytes), "40 KB".to_owned(), String::new()),
    ];
    let mut table = format!(
        "Medians over {} different texts, one Node process.\n\n| what | measured | must reach | in this run |\n|---|---:|---:|---|\n",
        times.texts
    );
    for (what, measured, goal, detail) in rows {
        table.push_str(&format!("| {what} | {measured} | {goal} | {detail} |\n"));
    }
    table
}
