//! The popup, opened as a tab: the switch, the organisation's rule set, and its accessibility.

use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use scrubline_browser_tests::browser::BrowserKind;
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use scrubline_browser_tests::wait::until;
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{By, WebDriver};

use crate::composers::{Way, composer};
use crate::engine::stop_background;
use crate::runner::{Context, Suite};
use crate::texts::{HOLD, OWN_PHONE, OWN_PHONE_PROFILE, hold_painted};

pub fn add(suite: &mut Suite) {
    suite.each("popup/tells-the-page", tells_the_page);
    for kind in suite.kinds() {
        if kind == BrowserKind::Chromium {
            suite.add(kind, "popup/tells-after-a-stop", tells_after_a_stop);
        }
    }
    suite.each("popup/switch", switch);
    suite.each("popup/organisation", organisation);
    suite.each("popup/bad-organisation", bad_organisation);
}

async fn tells_the_page(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    let popup = Popup::open(context.browser).await?;
    let told = tells(driver).await;
    popup.close().await?;
    told
}

/// What the background knew of the page went with it; the popup still tells how things stand.
async fn tells_after_a_stop(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    stop_background(driver).await?;
    let popup = Popup::open(context.browser).await?;
    let told = tells(driver).await;
    popup.close().await?;
    told
}

async fn tells(driver: &WebDriver) -> Result<()> {
    wait_text(driver, "x.com").await?;
    wait_text(driver, "Held: 1 to review").await
}

/// Off: no underline, nothing held. On again: both are back, without loading the page anew.
async fn switch(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;

    let popup = Popup::open(context.browser).await?;
    set_switch(driver, false).await?;
    popup.leave().await?;
    composer.wait_painted(&page, &[]).await?;
    popup.enter().await?;
    set_switch(driver, true).await?;
    popup.close().await?;
    page.keys(" More.").await?;
    composer.wait_painted(&page, &hold_painted()).await?;

    let popup = Popup::open(context.browser).await?;
    set_switch(driver, false).await?;
    popup.leave().await?;
    composer.wait_painted(&page, &[]).await?;
    composer.publish(&page, Way::Click).await?;
    let out = page.wait_published(&[composer.sent(&format!("{HOLD} More."))]).await;
    popup.enter().await?;
    set_switch(driver, true).await?;
    popup.close().await?;
    out
}

/// The clinic's own phone is a finding until its profile says that it is the clinic's own.
async fn organisation(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, OWN_PHONE).await?;
    interface.wait_pill(&["review", "held"]).await?;

    let popup = Popup::open(context.browser).await?;
    let taken = async {
        choose(driver, OWN_PHONE_PROFILE).await?;
        wait_text(driver, "River Street Clinic").await?;
        popup.leave().await?;
        page.keys(" ").await?;
        interface.wait_pill(&["clear"]).await?;
        popup.enter().await?;
        driver.find(By::XPath("//button[normalize-space()='Remove']")).await?.click().await?;
        popup.leave().await?;
        page.keys(" ").await?;
        interface.wait_pill(&["review", "held"]).await
    }
    .await;
    popup.close().await?;
    taken?;
    Ok(())
}

/// Every problem with its line, and what was in force stays in force.
async fn bad_organisation(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    composer.open(driver).await?;
    let popup = Popup::open(context.browser).await?;
    let told = async {
        for (text, part) in
            [("not = [toml", "Line 1"), ("", "was not taken"), ("[ruleset]\nid = 7\ncolour = \"red\"\n[profile]\nfones = []\n", "Line")]
        {
            choose(driver, text).await?;
            let alert = until("the problems", async || {
                let alert = driver.find(By::Css("[role=alert] .problems")).await?.text().await?;
                Ok(Some(alert).filter(|alert| alert.contains(part)))
            })
            .await?;
            ensure!(alert.contains("was not taken"), "the popup says {alert}");
        }
        anyhow::Ok(())
    }
    .await;
    popup.close().await?;
    told
}

pub async fn set_switch(driver: &WebDriver, on: bool) -> Result<()> {
    let wanted = on.to_string();
    until("the switch", async || {
        let switch = driver.find(By::Css("[role=switch]")).await?;
        if switch.attr("aria-checked").await?.as_deref() == Some(&wanted) {
            return Ok(Some(()));
        }
        switch.click().await?;
        bail!("the switch is not {wanted} yet")
    })
    .await
}

/// Gives the popup's file picker a file of this text.
async fn choose(driver: &WebDriver, text: &str) -> Result<()> {
    let folder = TempDir::with_prefix("scrubline-organisation-")?;
    let file = folder.path().join("organisation.toml");
    fs::write(&file, text)?;
    let picker = until("the file picker", async || Ok(Some(driver.find(By::Css("input[type=file]")).await?))).await?;
    picker.send_keys(file.to_str().context("a path that is not UTF-8")?).await?;
    // The file must stay until the popup has read it: it empties the picker then.
    until("the popup to read the file", async || {
        let left: Value = driver.execute("return document.querySelector('input[type=file]').value", vec![]).await?.json().clone();
        Ok((left == "").then_some(()))
    })
    .await
}

async fn wait_text(driver: &WebDriver, wanted: &str) -> Result<()> {
    until(&format!("the popup to say {wanted}"), async || {
        let text = driver.find(By::Css("main")).await?.text().await?;
        if text.contains(wanted) {
            return Ok(Some(()));
        }
        bail!("the popup says {text}")
    })
    .await
}
