//! A site without an adapter, switched on by the user: a plain contenteditable, and a textarea in an ordinary form.

use anyhow::{Result, ensure};
use scrubline_browser_tests::browser::{Browser, BrowserKind};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use scrubline_browser_tests::wait::until;
use serde_json::json;
use thirtyfour::{By, Key};

use crate::composers::{Composer, Field, Way};
use crate::popup::set_switch;
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_REPAIRED, HOLD_RULE, hold_painted};

/// The pattern of the permission.
const SITES: &str = "https://intranet.example/*";

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
    driver.goto(NEWS.url).await?;
    let popup = Popup::open(context.browser).await?;
    let on = async {
        if !popup.ask::<bool>("api.permissions.contains({ origins: [arguments[0]] }).then(done)", vec![json!(SITES)]).await? {
            grant(context.browser).await?;
        }
        // The popup sees the tab's address now; pressing the toolbar button would have given it that from the start.
        driver.refresh().await?;
        set_switch(driver, true).await
    }
    .await;
    popup.close().await?;
    on
}

/// Grants the site from a press in the extension's page. The prompt is answered beforehand: Chromium's cannot be pressed by a driver,
/// Firefox's is switched off by a preference.
async fn grant(browser: &Browser) -> Result<()> {
    let driver = &browser.driver;
    if browser.kind == BrowserKind::Chromium {
        let popup = driver.current_url().await?;
        driver.goto("chrome://extensions").await?;
        let id = browser.extension_origin().trim_start_matches("chrome-extension://");
        let script = "
            const [id, sites, done] = arguments;
            chrome.developerPrivate.addHostPermission(id, sites).then(() => done(null), (error) => done(String(error)));";
        let refused: Option<String> = driver.execute_async(script, vec![json!(id), json!(SITES)]).await?.convert()?;
        ensure!(refused.is_none(), "Chromium does not allow the site: {refused:?}");
        driver.goto(popup.as_str()).await?;
    }
    let script = "
        const api = globalThis.browser ?? chrome;
        document.addEventListener('click', () => {
            api.permissions.request({ origins: [arguments[0]] }).then((granted) => { document.title = String(granted); });
        }, { once: true });";
    driver.execute(script, vec![json!(SITES)]).await?;
    driver.find(By::Css("h1")).await?.click().await?;
    until("the permission", async || Ok((driver.title().await? == "true").then_some(()))).await
}
