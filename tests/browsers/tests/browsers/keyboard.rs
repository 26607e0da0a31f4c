//! Everything by keyboard alone, and no focus taken unasked.

use anyhow::{Context as _, Result, bail, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::page::Page;
use scrubline_browser_tests::wait::until;
use serde_json::json;
use thirtyfour::{Key, WebElement};

use crate::composers::{Composer, Way, composer};
use crate::runner::{Context, Suite};
use crate::texts::{HOLD, HOLD_REPAIRED, HOLD_RULE, hold_painted};

/// One composer for each kind of editor.
const EDITORS: [&str; 5] = ["x/inline", "linkedin/dialog", "linkedin/shadow", "facebook/post", "mastodon/compose"];

pub fn add(suite: &mut Suite) {
    for name in EDITORS {
        suite.each(&format!("{name}/keyboard-repairs"), async move |context| repairs(context, &composer(name)?).await);
        suite.each(&format!("{name}/keyboard-goes-back"), async move |context| goes_back(context, &composer(name)?).await);
        suite.each(&format!("{name}/focus-stays"), async move |context| focus_stays(context, &composer(name)?).await);
    }
    for name in ["x/inline", "linkedin/dialog", "mastodon/compose"] {
        suite.each(&format!("{name}/keyboard-overrides"), async move |context| overrides(context, &composer(name)?).await);
    }
}

/// Shortcut, card, Enter on the repair, on with typing.
async fn repairs(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    shortcut(&page).await?;
    interface.wait_card(HOLD_RULE).await?;
    tab_to(&page, &interface, "[data-part=card] [data-part=fix]").await?;
    page.keys(Key::Enter).await?;
    page.wait_model(composer.composer, HOLD_REPAIRED).await?;
    until("the focus back in the editor", async || Ok(in_editor(&page, composer).await?.then_some(()))).await?;
    page.chord(&[Key::Control], 'z').await?;
    page.wait_model(composer.composer, HOLD).await
}

/// Escape closes the card and gives focus and caret back where they were.
async fn goes_back(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    page.keys(Key::Left).await?;
    shortcut(&page).await?;
    interface.wait_card(HOLD_RULE).await?;
    page.keys(Key::Escape).await?;
    interface.wait_gone("[data-part=card]").await?;
    until("the focus back in the editor", async || Ok(in_editor(&page, composer).await?.then_some(()))).await?;
    page.keys("!").await?;
    let end = HOLD.len() - 1;
    page.wait_model(composer.composer, &format!("{}!{}", &HOLD[..end], &HOLD[end..])).await
}

/// Findings come and go while typing, and the focus stays in the editor all the while.
async fn focus_stays(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    ensure!(in_editor(&page, composer).await?, "the focus is not in the editor");
    page.keys(" More.").await?;
    page.wait_model(composer.composer, &format!("{HOLD} More.")).await?;
    ensure!(in_editor(&page, composer).await?, "the focus is not in the editor");
    Ok(())
}

/// Ctrl+Enter, a reason, post anyway: out exactly once.
async fn overrides(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.publish(&page, Way::CtrlEnter).await?;
    interface.wait("[data-part=sheet]").await?;
    tab_to(&page, &interface, "[data-part=reason]").await?;
    page.keys(Key::Space).await?;
    tab_to(&page, &interface, "[data-part=post-anyway]").await?;
    page.keys(Key::Enter).await?;
    interface.wait_gone("[data-part=sheet]").await?;
    page.wait_published(&[composer.sent(HOLD)]).await
}

async fn shortcut(page: &Page<'_>) -> Result<()> {
    page.chord(&[Key::Alt, Key::Shift], 's').await
}

/// Presses Tab until the focus is on one of the elements that `css` selects; fails when it goes round without.
async fn tab_to(page: &Page<'_>, interface: &Interface<'_>, css: &str) -> Result<()> {
    const ROUND: usize = 30;
    interface.wait(css).await?;
    for _ in 0..ROUND {
        for wanted in interface.all(css).await? {
            if is_focused(&wanted).await? {
                return Ok(());
            }
        }
        page.keys(Key::Tab).await?;
    }
    bail!("{ROUND} times Tab do not reach {css}")
}

async fn is_focused(element: &WebElement) -> Result<bool> {
    let script = "return arguments[0].getRootNode().activeElement === arguments[0]";
    Ok(element.handle().execute(script, vec![element.to_json()?]).await?.convert()?)
}

async fn in_editor(page: &Page<'_>, composer: &Composer) -> Result<bool> {
    let script = "
        const editor = window.page.root(arguments[0]);
        return editor.getRootNode().activeElement === editor && document.hasFocus();";
    page.script(script, vec![json!(composer.composer)]).await.context("cannot tell where the focus is")
}
