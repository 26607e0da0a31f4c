//! What users do beside typing and pressing once: two composers, attachments, line breaks, impatience, updates of the extension.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use scrubline_browser_tests::browser::{Browser, Launch, Theme};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::page::Page;
use scrubline_browser_tests::wait::until;
use tempfile::TempDir;
use thirtyfour::{By, Key};

use crate::composers::{Composer, Way, composer};
use crate::runner::{Context, Suite, extension};
use crate::texts::{CLEAR, HOLD, hold_painted};

pub fn add(suite: &mut Suite) {
    suite.each("x/two-composers", two_composers);
    for name in ["x/inline", "mastodon/compose"] {
        suite.each(&format!("{name}/alt-text"), async move |context| alt_text(context, &composer(name)?).await);
    }
    suite.each("mastodon/compose/alt-text-written", alt_text_written);
    suite.each("facebook/comment/line-break-is-no-post", line_break);
    for name in ["x/inline", "linkedin/dialog", "mastodon/compose"] {
        suite.each(&format!("{name}/double-click-passes-once"), async move |context| double_click(context, &composer(name)?).await);
    }
    for name in ["x/inline", "linkedin/dialog"] {
        suite.each(&format!("{name}/broken-engine-passes"), async move |context| broken_engine(context, &composer(name)?).await);
        suite.each(&format!("{name}/removed-extension-passes"), async move |context| removed(context, &composer(name)?).await);
    }
}

/// The page's composer and the dialog's are kept apart, and the dialog leaves nothing behind.
async fn two_composers(context: &Context<'_>) -> Result<()> {
    let inline = composer("x/inline")?;
    let modal = composer("x/modal")?;
    let driver = &context.browser.driver;
    let page = inline.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(inline.composer, CLEAR).await?;
    interface.wait_pill(&["clear"]).await?;
    let hosts = interface.hosts().await?;
    driver.find(By::Css(modal.opener.context("the dialog has an opener")?)).await?.click().await?;
    page.type_into(modal.composer, HOLD).await?;
    modal.wait_painted(&page, &hold_painted()).await?;
    modal.publish(&page, Way::Click).await?;
    interface.press("[data-part=back]").await?;
    ensure!(page.published().await?.is_empty(), "it went out");
    driver.find(By::Css("[data-testid=app-bar-close]")).await?.click().await?;
    until("the dialog's host to go", async || Ok((interface.hosts().await? == hosts).then_some(()))).await?;
    modal.wait_painted(&page, &[]).await?;
    inline.publish(&page, Way::Click).await?;
    page.wait_published(&[inline.sent(CLEAR)]).await
}

/// An attached picture without description is found without a key being pressed in the text.
async fn alt_text(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, CLEAR).await?;
    interface.wait_pill(&["clear"]).await?;
    let picture = extension(context.browser.kind).join("icons/48.png").canonicalize()?;
    page.near(composer.composer, "input[type=file]").await?.send_keys(picture.to_str().context("a path that is not UTF-8")?).await?;
    interface.wait_pill(&["review"]).await?;
    interface.open_card("access/alt-text").await?;
    Ok(())
}

/// And the finding goes when a description is written.
async fn alt_text_written(context: &Context<'_>) -> Result<()> {
    let composer = composer("mastodon/compose")?;
    alt_text(context, &composer).await?;
    let driver = &context.browser.driver;
    let page = Page::current(driver);
    page.keys(Key::Escape).await?;
    let description =
        until("the description", async || Ok(Some(driver.find(By::Css(".compose-form__upload__description")).await?))).await?;
    description.send_keys("Our new waiting room").await?;
    page.focus(composer.composer).await?;
    Interface::of(driver).wait_pill(&["clear"]).await?;
    Ok(())
}

/// Enter posts a comment, Shift+Enter breaks the line.
async fn line_break(context: &Context<'_>) -> Result<()> {
    let composer = composer("facebook/comment")?;
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    page.chord(&[Key::Shift], Key::Enter).await?;
    page.keys("Bye.").await?;
    page.wait_model(composer.composer, &format!("{HOLD}\nBye.")).await?;
    ensure!(Interface::of(page.driver()).find("[data-part=sheet]").await?.is_none(), "a line break is held");
    composer.wait_painted(&page, &hold_painted()).await
}

/// The second click of a double click is no second post.
async fn double_click(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    let publish = page.near(composer.composer, composer.publish).await?;
    page.driver().action_chain().double_click_element(&publish).perform().await?;
    page.wait_published(&[composer.sent(CLEAR)]).await?;
    // A second page visit gives a late second post its chance.
    let again = composer.open(&context.browser.driver).await?;
    again.type_into(composer.composer, CLEAR).await?;
    ensure!(again.published().await?.is_empty(), "a second post came late");
    Ok(())
}

/// An engine that cannot start, here because its rules are cut short: every post goes out, and the pill says that it was not checked.
async fn broken_engine(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let kind = context.browser.kind;
    let folder = TempDir::with_prefix("scrubline-broken-")?;
    copy(&extension(kind), folder.path())?;
    let rules = folder.path().join("rules.bin");
    let bytes = fs::read(&rules)?;
    fs::write(&rules, &bytes[..bytes.len() / 2])?;
    let launch = Launch { kind, extension: Some(folder.path().to_owned()), theme: Theme::Light, visible: false };
    let browser = Browser::launch(&launch, context.fixtures).await?;
    let passed = async {
        let page = composer.open(&browser.driver).await?;
        page.type_into(composer.composer, HOLD).await?;
        let pill = Interface::of(page.driver()).wait_pill(&["not-checking"]).await?;
        ensure!(!pill.text.is_empty(), "the pill says nothing");
        composer.publish(&page, Way::Click).await?;
        page.wait_published(&[composer.sent(HOLD)]).await
    }
    .await;
    browser.quit().await?;
    passed
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Removed or updated under the user's hands: what is left of us in the page lets every post through.
async fn removed(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let kind = context.browser.kind;
    let launch = Launch { kind, extension: Some(extension(kind)), theme: Theme::Light, visible: false };
    let browser = Browser::launch(&launch, context.fixtures).await?;
    let passed = async {
        let page = composer.open(&browser.driver).await?;
        page.type_into(composer.composer, CLEAR).await?;
        Interface::of(page.driver()).wait_pill(&["clear"]).await?;
        browser.uninstall().await?;
        page.keys(" Come in.").await?;
        let text = format!("{CLEAR} Come in.");
        page.wait_model(composer.composer, &text).await?;
        composer.publish(&page, Way::Click).await?;
        if page.published().await?.is_empty() {
            // "Press again" is an answer too, as long as the second press is the last.
            composer.publish(&page, Way::Click).await?;
        }
        page.wait_published(&[composer.sent(&text)]).await
    }
    .await;
    browser.quit().await?;
    passed
}
