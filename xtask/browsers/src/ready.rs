//! How long a composer waits for its first report: wasm bytes and compiled sets in hand, to the report of a fixed post.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use scrubline_browser_tests::browser::{Browser, BrowserKind, Launch, Theme};
use scrubline_browser_tests::fixtures::Fixtures;
use serde::Deserialize;
use serde_json::{Value, json};

/// Where the engine is.
#[derive(Args)]
pub struct Options {
    /// The engine's glue, `scrubline_engine.js`
    #[arg(long)]
    glue: PathBuf,
    /// The built extension for Chromium, which holds the wasm, the rules and the names
    #[arg(long)]
    dist: PathBuf,
}

/// Exactly 280 characters, with something for three rules.
const POST: &str = "Patient SSN 536-22-8145 was seen at our clinic, and what a week it was for the whole team here in town. \
This tea cures diabetes, says everyone who tried it at our open house. Use my code GLOW20 for a guaranteed result, then write \
to us about how the week of your family went, all!";

const RUNS: usize = 15;

#[derive(Deserialize)]
struct Run {
    milliseconds: f64,
    rules: Vec<String>,
}

/// Prints the median in milliseconds.
pub async fn run(options: &Options) -> Result<()> {
    let glue = fs::read_to_string(&options.glue).with_context(|| format!("could not read {}", options.glue.display()))?;
    let wasm = fs::read(options.dist.join("scrubline_engine_bg.wasm")).context("could not read the engine's wasm")?;
    let fixtures = Fixtures::start().await?;
    let launch = Launch { kind: BrowserKind::Chromium, extension: None, theme: Theme::Light, visible: false };
    let browser = Browser::launch(&launch, &fixtures).await?;
    let mut times = Vec::new();
    for turn in 0..RUNS {
        let arguments = vec![
            json!(glue),
            json!(STANDARD.encode(unlike_any_other(&wasm, turn))),
            encoded(&options.dist, "rules.bin")?,
            encoded(&options.dist, "names.bin")?,
            json!(POST),
        ];
        browser.driver.goto("about:blank").await.context("could not open an empty page")?;
        let run: Run = browser.driver.execute_async(SCRIPT, arguments).await.context("the engine did not start")?.convert()?;
        ensure!(run.rules.len() >= 3, "the fixed post hits only {}; give it something for three rules", run.rules.join(", "));
        times.push(run.milliseconds);
    }
    browser.quit().await?;
    times.sort_by(f64::total_cmp);
    println!("{:.1}", times[RUNS / 2]);
    Ok(())
}

const SCRIPT: &str = r#"
const [glue, wasm, rules, names, post, done] = arguments;
const context = { surface: "post", platform: "generic", attachments: [], replyingTo: null, account: null, today: "2026-11-22" };
(async () => {
  const { initSync, Engine } = await import(URL.createObjectURL(new Blob([glue], { type: "text/javascript" })));
  const [module, ruleBytes, nameBytes] = [wasm, rules, names].map((text) => Uint8Array.fromBase64(text));
  const start = performance.now();
  initSync({ module });
  const report = new Engine(ruleBytes, nameBytes).check(post, JSON.stringify(context));
  const milliseconds = performance.now() - start;
  return { milliseconds, rules: [...new Set(JSON.parse(report).findings.map((finding) => finding.rule))] };
})().then(done, (error) => done({ milliseconds: 0, rules: [`nothing: ${error}`] }));
"#;

/// The same module with a custom section of its own at the end: Chromium keeps the code of modules it has seen, and a
/// composer's first check finds nothing kept.
fn unlike_any_other(wasm: &[u8], turn: usize) -> Vec<u8> {
    let name = format!("run {turn:03}");
    let mut bytes = wasm.to_vec();
    let payload = name.len() as u8;
    bytes.extend([0, payload + 1, payload]);
    bytes.extend(name.bytes());
    bytes
}

fn encoded(dist: &Path, name: &str) -> Result<Value> {
    let bytes = fs::read(dist.join(name)).with_context(|| format!("could not read {name}"))?;
    Ok(json!(STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_post_has_the_length_the_budget_names() {
        assert_eq!(POST.encode_utf16().count(), 280);
    }

    #[test]
    fn a_custom_section_makes_each_module_its_own() {
        let (first, second) = (unlike_any_other(b"wasm", 1), unlike_any_other(b"wasm", 2));
        assert_ne!(first, second);
        // Section id 0, its length, the length of the name, the name.
        assert_eq!(&first[4..7], [0, 8, 7]);
        assert_eq!(first.len(), 4 + 3 + 7);
    }
}
