//! A site without an adapter, switched on by the user: a plain contenteditable, and a textarea in an ordinary form.

use anyhow::{Result, ensure};
use scrubline_browser_tests::browser::{Browser, BrowserKind};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use serde_json::json;
use thirtyfour::Key;

use crate::composers::{Composer, Field, Way};
use crate::popup::set_switch;
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_REPAIRED, HOLD_RULE, hold_painted};

const SITE: &str = "https://intranet.example";

const NEWS: Composer = Composer {
    name: "generic/contenteditable",
    url: "https://intranet.example/",
    elsewhere: "https://elsewhere.example/intranet",
    composer: "news",
    opener: None,
    frame: None,
    publish: "button.primary",
    field: Field::Rich,
    ways: &[Way::Click, Way::ScriptClick],
};

const COMMENT: Composer =
    Composer { name: "generic/form", composer: "comment", field: Field::Textarea, ways: &[Way::Click, Way::Submit], ..NEWS };

pub fn add(suite: &mut Suite) {
    suite.each("generic/off-until-switched-on", off_until_switched_on);
    for composer in [NEWS, COMMENT] {
        for &way in composer.ways {
            suite.each(&format!("{}/{}", composer.name, way.name()), async move |context| held_or_passed(context, &composer, way).await);
        }
        suite.each(&format!("{}/replaces", composer.name), async move |context| replaces(context, &composer).await);
    }
}

async fn off_until_switched_on(context: &Context<'_>) -> Result<()> {
    let page = NEWS.open_at(&context.browser.driver, NEWS.elsewhere).await?;
    page.type_into(NEWS.composer, HOLD).await?;
    NEWS.publish(&page, Way::Click).await?;
    page.wait_published(&[NEWS.sent(HOLD)]).await?;
    ensure!(Interface::of(page.driver()).hosts().await? == 0, "the extension is on a site that nobody switched on");
    Ok(())
}

async fn held_or_passed(context: &Context<'_>, composer: &Composer, way: Way) -> Result<()> {
    switched_on(context).await?;
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    composer.publish(&page, way).await?;
    page.wait_published(&[composer.sent(CLEAR)]).await?;

    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    composer.publish(&page, way).await?;
    interface.wait("[data-part=sheet]").await?;
    ensure!(page.published().await?.is_empty(), "it went out");
    interface.press("[data-part=reason][value=mistaken]").await?;
    interface.press("[data-part=post-anyway]").await?;
    page.wait_published(&[composer.sent(HOLD)]).await
}

async fn replaces(context: &Context<'_>, composer: &Composer) -> Result<()> {
    switched_on(context).await?;
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=replace]").await?;
    page.wait_model(composer.composer, HOLD_REPAIRED).await?;
    page.chord(&[Key::Control], 'z').await?;
    page.wait_model(composer.composer, HOLD).await
}

/// Switches the intranet on in the popup, as a user does; done once for a browser, and asked for by every test.
async fn switched_on(context: &Context<'_>) -> Result<()> {
    let driver = &context.browser.driver;
    allow(context.browser).await?;
    driver.goto(NEWS.url).await?;
    let popup = Popup::open(context.browser).await?;
    let on = set_switch(driver, true).await;
    popup.close().await?;
    on
}

/// Answers the permission prompt beforehand: Chromium's cannot be pressed by a driver, Firefox's is switched off by a preference.
async fn allow(browser: &Browser) -> Result<()> {
    if browser.kind == BrowserKind::Firefox {
        return Ok(());
    }
    let driver = &browser.driver;
    driver.goto("chrome://extensions").await?;
    let id = browser.extension_origin().trim_start_matches("chrome-extension://");
    let script = "
        const [id, site, done] = arguments;
        chrome.developerPrivate.addHostPermission(id, site + '/*').then(() => done(null), (error) => done(String(error)));";
    let refused: Option<String> = driver.execute_async(script, vec![json!(id), json!(SITE)]).await?.convert()?;
    ensure!(refused.is_none(), "Chromium does not allow the site: {refused:?}");
    Ok(())
}
