//! axe-core on the popup, on our interface in pages, and on the pages themselves with us in them.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::popup::Popup;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::composers::{Way, composer};
use crate::runner::{Context, Suite, workspace};
use crate::texts::{BLANK, BLANK_RULE, HOLD, HOLD_RULE, hold_painted};

pub fn add(suite: &mut Suite) {
    suite.each("accessible/popup", popup);
    suite.each("accessible/card", card);
    suite.each("accessible/card-of-whole-post", card_of_whole_post);
    suite.each("accessible/sheet", sheet);
    suite.each("accessible/page-as-before", page_as_before);
}

async fn popup(context: &Context<'_>) -> Result<()> {
    composer("x/inline")?.open(&context.browser.driver).await?;
    let popup = Popup::open(context.browser).await?;
    let violations = axe(&context.browser.driver).await;
    popup.close().await?;
    none(&violations?)
}

async fn card(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, HOLD).await?;
    interface.wait_pill(&["held"]).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=explain]").await?;
    none(&axe_on_copy(driver, &interface).await?)
}

async fn card_of_whole_post(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, BLANK).await?;
    interface.wait_pill(&["review"]).await?;
    interface.open_card(BLANK_RULE).await?;
    none(&axe_on_copy(driver, &interface).await?)
}

async fn sheet(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let driver = &context.browser.driver;
    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, HOLD).await?;
    composer.publish(&page, Way::Click).await?;
    interface.press("[data-part=sheet] [data-part=reason][value=approved]").await?;
    none(&axe_on_copy(driver, &interface).await?)
}

/// We leave the page's own accessibility as it was.
async fn page_as_before(context: &Context<'_>) -> Result<()> {
    let composer = composer("mastodon/compose")?;
    let driver = &context.browser.driver;
    let bare = composer.open_at(driver, composer.elsewhere).await?;
    bare.type_into(composer.composer, HOLD).await?;
    let before = axe(driver).await?;
    let page = composer.open(driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    Interface::of(driver).press("[data-part=pill]").await?;
    let after = axe(driver).await?;
    ensure!(after == before, "the page has {after:#?}, and without the extension {before:#?}");
    Ok(())
}

fn none(violations: &[String]) -> Result<()> {
    ensure!(violations.is_empty(), "axe-core finds {violations:#?}");
    Ok(())
}

/// axe-core cannot look into closed shadow roots: ours is copied into an open one on an empty page.
async fn axe_on_copy(driver: &WebDriver, interface: &Interface<'_>) -> Result<Vec<String>> {
    let copy = interface.copy().await?;
    ensure!(copy.markup.contains("data-part") && copy.styles.len() > 1000, "this is not our interface: {copy:?}");
    driver.goto("https://intranet.example/").await?;
    let script = "
        const [markup, styles] = arguments;
        const host = document.createElement('div');
        host.popover = 'manual';
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = markup;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        root.adoptedStyleSheets = [sheet];
        document.body.replaceChildren(host);
        host.showPopover();";
    driver.execute(script, vec![json!(copy.markup), json!(copy.styles)]).await?;
    axe(driver).await
}

/// Ids of the success criteria's rules that are violated, with the elements.
async fn axe(driver: &WebDriver) -> Result<Vec<String>> {
    let source = fs::read_to_string(workspace().join("tests/browsers/fixtures/node_modules/axe-core/axe.min.js"))
        .context("axe-core is missing: run `npm ci` in tests/browsers/fixtures")?;
    let script = format!(
        "const done = arguments[arguments.length - 1];
        {source};
        axe.run(document, {{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }}).then(
            ({{ violations, passes }}) => done(passes.length === 0 ? ['axe looked at nothing'] : violations.map(
                ({{ id, nodes }}) => `${{id}}: ${{nodes.map(({{ html, failureSummary }}) => html + ' ' + failureSummary).join(' ')}}`)),
            (error) => done([`axe failed: ${{error}}`]));"
    );
    Ok(driver.execute_async(script, vec![]).await?.convert()?)
}
