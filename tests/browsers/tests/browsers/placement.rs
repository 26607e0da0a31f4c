//! Where the engine runs, and that it says the same everywhere.

use anyhow::{Context as _, Result, bail, ensure};
use scrubline_browser_tests::browser::BrowserKind;
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use scrubline_browser_tests::wait::until;
use serde_json::{from_value, json};

use crate::composers::composer;
use crate::engine::{Answers, Asked, ContentWorld, question};
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, INSERT, WARN};

pub fn add(suite: &mut Suite) {
    suite.each("placement/x-local", async |context| placed(context, "x/inline", "local").await);
    suite.each("placement/facebook-local", async |context| placed(context, "facebook/post", "local").await);
    suite.each("placement/mastodon-local", async |context| placed(context, "mastodon/compose", "local").await);
    // LinkedIn's policy names no wasm: Chromium refuses it in content scripts, Firefox does not ask the page.
    suite.each("placement/linkedin", async |context| {
        let engine = if context.browser.kind == BrowserKind::Chromium { "remote" } else { "local" };
        placed(context, "linkedin/dialog", engine).await
    });
    suite.each("placement/equal-reports", equal_reports);
    for kind in suite.kinds() {
        if kind == BrowserKind::Chromium {
            suite.add(kind, "placement/equal-reports-in-content-world", equal_in_content_world);
            suite.add(kind, "placement/canary", canary);
        }
    }
}

async fn placed(context: &Context<'_>, name: &str, engine: &str) -> Result<()> {
    let composer = composer(name)?;
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    let interface = Interface::of(page.driver());
    // While the engine starts in the page, the background may answer first.
    until("the engine", async || {
        let pill = interface.wait_pill(&["held", "review"]).await?;
        if pill.engine.as_deref() == Some(engine) {
            return Ok(Some(()));
        }
        page.keys(".").await?;
        bail!("the pill is {pill:?}, not {engine}")
    })
    .await
}

/// The same bytes in an extension page and in the background, byte for byte.
async fn equal_reports(context: &Context<'_>) -> Result<()> {
    composer("x/inline")?.open(&context.browser.driver).await?;
    let popup = Popup::open(context.browser).await?;
    let script = format!("{}ask().then(done);", question(&texts())?);
    let asked =
        context.browser.driver.execute_async(format!("const done = arguments[arguments.length - 1]; {script}"), vec![]).await?.convert()?;
    popup.close().await?;
    equal(asked)
}

/// The same bytes in the world of the content script itself, on a page that allows wasm.
async fn equal_in_content_world(context: &Context<'_>) -> Result<()> {
    equal(ask_in_content_world(context, "x/inline").await?)
}

/// Records what the whole placement rests on. When Chromium starts to allow it, this test fails, and the fallback can be thought over.
async fn canary(context: &Context<'_>) -> Result<()> {
    match ask_in_content_world(context, "linkedin/dialog").await? {
        Asked::Refused(error) => {
            ensure!(error == "CompileError", "Chromium refuses wasm with {error}");
            Ok(())
        }
        Asked::Answers(_) => bail!("Chromium now allows wasm in a content script whose page forbids it"),
    }
}

async fn ask_in_content_world(context: &Context<'_>, name: &str) -> Result<Asked> {
    composer(name)?.open(&context.browser.driver).await?;
    let world = ContentWorld::of(&context.browser.driver, context.browser.extension_origin()).await?;
    // In a function of its own, so that nothing is left behind in the content script's world.
    let asked = world.evaluate(&format!("(async () => {{ {} return ask(); }})()", question(&texts())?)).await?;
    from_value(asked).context("the content script's world answers something else")
}

fn equal(asked: Asked) -> Result<()> {
    let Asked::Answers(answers) = asked else { bail!("wasm did not start: {asked:?}") };
    ensure!(answers.len() == texts().len(), "asked {} questions, got {} answers", texts().len(), answers.len());
    for Answers { local, remote } in &answers {
        ensure!(local == remote, "local says\n{local}\nremote says\n{remote}");
    }
    let found = answers.iter().filter(|answer| answer.local.contains("\"rule\"")).count();
    ensure!(found >= 4, "only {found} of the texts have findings: the comparison says little");
    Ok(())
}

/// JavaScript literals, so that halves of surrogate pairs can be among them.
fn texts() -> Vec<String> {
    let long = format!("{HOLD} {WARN} ").repeat(40);
    let mut texts: Vec<String> =
        [HOLD, WARN, INSERT, CLEAR, "👩🏽‍⚕️ مريض SSN 536-22-8145 🩺", &long].map(|text| json!(text).to_string()).to_vec();
    texts.push(r#""half \ud83d of a pair, SSN 536-22-8145""#.to_owned());
    texts
}
