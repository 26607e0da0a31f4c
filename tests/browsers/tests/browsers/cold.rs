//! A background that has stopped: the first answer takes longer, and nothing slips through meanwhile.

use anyhow::{Result, ensure};
use scrubline_browser_tests::browser::BrowserKind;
use scrubline_browser_tests::interface::Interface;

use crate::composers::{Way, composer};
use crate::engine::stop_background;
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, hold_painted};

pub fn add(suite: &mut Suite) {
    for kind in suite.kinds() {
        // Firefox runs the engine in the page everywhere, and has no command to stop its background.
        if kind == BrowserKind::Chromium {
            suite.add(kind, "linkedin/dialog/cold-background-holds", holds);
            suite.add(kind, "linkedin/dialog/cold-background-passes", passes);
        }
    }
}

/// Stopped after the verdict and before a changed text is published.
async fn holds(context: &Context<'_>) -> Result<()> {
    let composer = composer("linkedin/dialog")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    Interface::of(driver).wait_pill(&["clear"]).await?;
    stop_background(driver).await?;
    page.keys(format!(" {HOLD}")).await?;
    page.wait_model(composer.composer, &format!("{CLEAR} {HOLD}")).await?;
    stop_background(driver).await?;
    composer.publish(&page, Way::Click).await?;
    // At most 300 ms may be waited for; a background that needs longer leads to "press again", never to a silent post of unread text.
    Interface::of(driver).wait("[data-part=sheet], [data-part=pill][data-state=notice]").await?;
    ensure!(page.published().await?.is_empty(), "it went out: {:?}", page.published().await?);
    composer.wait_painted(&page, &hold_painted()).await
}

async fn passes(context: &Context<'_>) -> Result<()> {
    let composer = composer("linkedin/dialog")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, "Hello.").await?;
    Interface::of(driver).wait_pill(&["clear"]).await?;
    stop_background(driver).await?;
    page.keys(" Doors open.").await?;
    page.wait_model(composer.composer, "Hello. Doors open.").await?;
    composer.publish(&page, Way::Click).await?;
    page.wait_published(&[composer.sent("Hello. Doors open.")]).await
}
