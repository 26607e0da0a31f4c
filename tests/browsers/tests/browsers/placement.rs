//! Where the engine runs, and that it says the same everywhere.

use anyhow::{Context as _, Result, bail, ensure};
use scrubline_browser_tests::browser::BrowserKind;
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use serde_json::{Value, json};

use crate::composers::composer;
use crate::engine;
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
    let pill = Interface::of(page.driver()).wait_pill(&["held", "review"]).await?;
    ensure!(pill.engine.as_deref() == Some(engine), "the pill is {pill:?}, not {engine}");
    Ok(())
}
