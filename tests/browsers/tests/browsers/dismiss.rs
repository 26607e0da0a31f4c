//! Dismissing: here for this text and tab, or for me everywhere.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;

use crate::composers::{Composer, composer};
use crate::runner::{Context, Suite};
use crate::texts::{HOLD, HOLD_RULE, WARN, WARN_RULE, hold_painted};

pub fn add(suite: &mut Suite) {
    for name in ["x/inline", "mastodon/compose"] {
        suite.each(&format!("{name}/dismiss-here"), async move |context| here(context, &composer(name)?).await);
    }
    suite.each("x/inline/dismiss-for-me", for_me);
    suite.each("x/inline/hold-is-not-dismissed", hold_is_not_dismissed);
}

/// The underline goes, other findings stay, and a page loaded anew warns again.
async fn here(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    let text = format!("{HOLD} {WARN}");
    page.type_into(composer.composer, &text).await?;
    interface.open_card(WARN_RULE).await?;
    interface.press("[data-part=card] [data-part=dismiss-here]").await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    page.wait_model(composer.composer, &text).await?;
    // Typing on does not bring it back.
    page.keys(" Really.").await?;
    page.wait_model(composer.composer, &format!("{text} Really.")).await?;
    composer.wait_painted(&page, &hold_painted()).await?;

    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, WARN).await?;
    interface.open_card(WARN_RULE).await?;
    Ok(())
}

/// The rule stays quiet on other pages too, and its id is all that is stored.
async fn for_me(context: &Context<'_>) -> Result<()> {
    let composer_x = composer("x/inline")?;
    let page = composer_x.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer_x.composer, WARN).await?;
    interface.open_card(WARN_RULE).await?;
    interface.press("[data-part=card] [data-part=dismiss-always]").await?;
    composer_x.wait_painted(&page, &[]).await?;

    let mastodon = composer("mastodon/compose")?;
    let page = mastodon.open(&context.browser.driver).await?;
    page.type_into(mastodon.composer, &format!("{WARN} {HOLD}")).await?;
    let quiet = mastodon.wait_painted(&page, &hold_painted()).await;
    let stored = stored(context).await?;
    forget(context).await?;
    quiet?;
    ensure!(stored.contains(WARN_RULE), "the dismissed rule is not stored: {stored}");
    ensure!(!stored.contains("diabetes") && !stored.contains("536"), "typed text is stored: {stored}");
    Ok(())
}

async fn hold_is_not_dismissed(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    interface.open_card(HOLD_RULE).await?;
    let buttons = interface.all("[data-part=dismiss-here], [data-part=dismiss-always]").await?;
    ensure!(buttons.is_empty(), "a finding that holds can be dismissed");
    Ok(())
}

/// All that the extension stores, as JSON.
pub async fn stored(context: &Context<'_>) -> Result<String> {
    let popup = Popup::open(context.browser).await?;
    let stored = popup.ask("api.storage.local.get(null).then((all) => done(JSON.stringify(all)))", vec![]).await;
    popup.close().await?;
    stored
}

/// Settings as they were after installation, for the tests that follow.
async fn forget(context: &Context<'_>) -> Result<()> {
    let popup = Popup::open(context.browser).await?;
    let done = popup.ask::<bool>("api.storage.local.clear().then(() => done(true))", vec![]).await;
    popup.close().await?;
    done?;
    Ok(())
}
