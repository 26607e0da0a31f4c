//! The engine asked directly: in the extension's own page, or in Chromium's content-script world.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use futures_util::StreamExt;
use scrubline_browser_tests::wait::until;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::cdp::CdpSession;

use crate::runner::workspace;

/// Both answers to one question.
#[derive(Debug, Deserialize)]
pub struct Answers {
    pub local: String,
    pub remote: String,
}

/// What came of asking: answers, or why wasm did not start there.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    Answers(Vec<Answers>),
    Refused(String),
}

/// Script that asks both engines about each of `texts` (JavaScript string literals) and gives `done` what came of it: the wasm the
/// background hands out is started on the spot, and the background is asked over its port.
pub fn question(texts: &[String]) -> Result<String> {
    Ok(format!(
        "{glue}
        const context = JSON.stringify({{ surface: 'post', platform: 'x', attachments: [{{ kind: 'image', name: 'a.jpg', alt: '' }}],
            replyingTo: {{ author: 'Dana', text: 'I waited two hours.' }}, account: null, today: '2026-11-22' }});
        const api = globalThis.browser ?? chrome;
        const bytes = (base64) => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
        const ask = async () => {{
            const parts = await api.runtime.sendMessage({{ type: 'engine' }});
            try {{
                glue.initSync({{ module: await WebAssembly.compile(bytes(parts.wasm)) }});
            }} catch (error) {{
                return {{ refused: error.name }};
            }}
            const engine = new glue.Engine(bytes(parts.rules), bytes(parts.lists));
            const port = api.runtime.connect({{ name: 'check' }});
            const answers = [];
            for (const text of [{texts}]) {{
                const remote = new Promise((resolve) => port.onMessage.addListener((answer) => {{
                    if (answer.id === answers.length + 1) resolve(answer.report ?? answer.error);
                }}));
                port.postMessage({{ id: answers.length + 1, text, context }});
                answers.push({{ local: engine.check(text, context), remote: await remote }});
            }}
            return {{ answers }};
        }};",
        glue = glue()?,
        texts = texts.join(", "),
    ))
}

/// The world of the extension's content script in Chromium, over its debugging protocol.
pub struct ContentWorld {
    session: CdpSession,
    id: i64,
}

impl ContentWorld {
    /// Finds it in the page that is open.
    pub async fn of(driver: &WebDriver, extension_origin: &str) -> Result<Self> {
        let session = driver.cdp().connect().await?;
        let mut events = session.subscribe_all();
        session.send_raw("Runtime.enable", json!({})).await?;
        while let Some(event) = events.next().await {
            if event.method != "Runtime.executionContextCreated" {
                continue;
            }
            let context = &event.params["context"];
            if context["origin"] == extension_origin {
                let id = context["id"].as_i64().context("a world without id")?;
                return Ok(Self { session, id });
            }
        }
        bail!("the page has no content script of {extension_origin}")
    }

    /// Runs an expression there and waits for what it promises.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        let answer = self
            .session
            .send_raw(
                "Runtime.evaluate",
                json!({ "expression": expression, "contextId": self.id, "awaitPromise": true, "returnByValue": true, "replMode": false }),
            )
            .await?;
        ensure!(answer.get("exceptionDetails").is_none(), "the content script's world threw {}", answer["exceptionDetails"]);
        Ok(answer["result"]["value"].clone())
    }
}

/// Ends the extension's service worker, as Chromium does after 30 s without work, and waits until it is gone.
pub async fn stop_background(driver: &WebDriver) -> Result<()> {
    let cdp = driver.cdp();
    cdp.send_raw("ServiceWorker.enable", json!({})).await?;
    until("the background to stop", async || {
        cdp.send_raw("ServiceWorker.stopAllWorkers", json!({})).await?;
        Ok((!background_runs(driver).await?).then_some(()))
    })
    .await
}

/// Whether the extension's service worker runs.
pub async fn background_runs(driver: &WebDriver) -> Result<bool> {
    let targets = driver.cdp().send_raw("Target.getTargets", json!({})).await?;
    let targets = targets["targetInfos"].as_array().context("no targets")?;
    Ok(targets.iter().any(|target| target["type"] == "service_worker"))
}

/// The engine's glue as a classic script with one global, `glue`.
fn glue() -> Result<String> {
    // Beside our own output, where xtask builds both; else where it builds by default.
    let targets = [Path::new(env!("CARGO_TARGET_TMPDIR")).join("../engine"), workspace().join("target/engine")];
    let sources = targets.map(|folder| folder.join("scrubline_engine.js"));
    let source = sources.iter().find(|source| source.is_file());
    let source = source.with_context(|| format!("no engine at {}: run `cargo xtask build`", sources[1].display()))?;
    let bundled = Command::new(workspace().join("tests/browsers/fixtures/node_modules/.bin/esbuild"))
        .args(["--bundle", "--format=iife", "--global-name=glue", "--define:import.meta.url=\"\"", "--log-level=error"])
        .arg(source)
        .output()
        .context("cannot run esbuild")?;
    ensure!(bundled.status.success(), "the engine's glue does not bundle: {}", String::from_utf8_lossy(&bundled.stderr));
    Ok(String::from_utf8(bundled.stdout)?)
}
