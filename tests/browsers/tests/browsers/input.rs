//! Bad and unusual input: nothing is lost, and posting still works.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::{Interface, Painted};
use scrubline_browser_tests::page::Page;
use scrubline_browser_tests::wait::{until, within};
use serde_json::json;
use std::time::Duration;

use crate::composers::{Composer, Way, composer};
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_RULE, HOLD_WORDS, hold_painted};

/// One composer for each kind of editor.
const EDITORS: [&str; 5] = ["x/inline", "linkedin/dialog", "linkedin/shadow", "facebook/post", "mastodon/compose"];

pub fn add(suite: &mut Suite) {
    for name in EDITORS {
        for (what, text) in [
            ("right-to-left", "المريضة Rosa رقم SSN 536-22-8145 شكرا לכולם"),
            ("emoji", "👩🏽‍⚕️🇺🇸 Her SSN 🩺 536-22-8145 ❤️‍🔥 e\u{301}"),
            ("full-width", "Her SSN is ５３６-２２-８１４５, said nurse."),
        ] {
            suite.each(&format!("{name}/{what}"), async move |context| unusual(context, &composer(name)?, text).await);
        }
        suite.each(&format!("{name}/lone-surrogates"), async move |context| lone_surrogates(context, &composer(name)?).await);
    }
    suite.each("mastodon/compose/megabyte", megabyte);
    for name in ["x/inline", "x/modal", "mastodon/compose", "linkedin/shadow"] {
        suite.each(&format!("{name}/vanishes"), async move |context| vanishes(context, &composer(name)?).await);
    }
    suite.each("mastodon/compose/page-throws", page_throws);
}

/// The right words are painted, the post is held, and the model keeps every unit.
async fn unusual(context: &Context<'_>, composer: &Composer, text: &str) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, text).await?;
    let words = if text.contains(HOLD_WORDS) { HOLD_WORDS } else { "５３６-２２-８１４５" };
    until("the underline", async || {
        let painted = composer.painted(&page).await?;
        if painted.contains(&Painted::new("hold", words)) {
            return Ok(Some(()));
        }
        anyhow::bail!("underlined is {painted:?}")
    })
    .await?;
    composer.publish(&page, Way::Click).await?;
    Interface::of(page.driver()).wait("[data-part=sheet]").await?;
    ensure!(page.published().await?.is_empty(), "it went out");
    page.wait_model(composer.composer, text).await
}

/// Half of a surrogate pair before the words: no offset may shift, no unit may be lost by a repair.
async fn lone_surrogates(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, "a").await?;
    page.run("document.execCommand('insertText', false, '\\ud83d b ' + arguments[0])", vec![json!(HOLD)]).await?;
    let units = async || -> Result<Vec<u16>> {
        page.script(
            "const model = window.page.model(arguments[0]); return Array.from(model, (_, at) => model.charCodeAt(at)).slice(0, 4)",
            vec![json!(composer.composer)],
        )
        .await
    };
    let before = until("the text", async || Ok(Some(units().await?).filter(|units| units.len() == 4))).await?;
    interface.wait_pill(&["held", "review"]).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=replace]").await?;
    until("the repair", async || {
        let left: bool = page
            .script("return window.page.model(arguments[0]).includes(arguments[1])", vec![json!(composer.composer), json!(HOLD_WORDS)])
            .await?;
        Ok((!left).then_some(()))
    })
    .await?;
    ensure!(units().await? == before, "the repair changed what stands before it: {before:?} is now {:?}", units().await?);
    ensure!(page.errors().await?.is_empty(), "the editor failed: {:?}", page.errors().await?);
    Ok(())
}

/// Too long for the page's thread: the background checks it; until then and after, the page answers.
async fn megabyte(context: &Context<'_>) -> Result<()> {
    let composer = composer("mastodon/compose")?;
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.focus(composer.composer).await?;
    page.run("document.execCommand('insertText', false, 'Our doors are open again. '.repeat(40330) + arguments[0])", vec![json!(HOLD)])
        .await?;
    let length: usize = page.script("return window.page.model('compose').length", vec![]).await?;
    ensure!(length > 1 << 20, "only {length} units were pasted");
    let patience = Duration::from_secs(40);
    within(patience, "the verdict on a megabyte", async || {
        Ok(interface.pill().await?.filter(|pill| pill.state == "held" || pill.state == "review"))
    })
    .await?;
    composer.publish(&page, Way::Click).await?;
    within(patience, "the sheet", async || interface.find("[data-part=sheet]").await).await?;
    ensure!(page.script::<usize>("return window.page.log.length", vec![]).await? == 0, "it went out");
    interface.press("[data-part=back]").await?;
    ensure!(page.script::<usize>("return window.page.model('compose').length", vec![]).await? == length, "text was lost");
    Ok(())
}

/// A composer goes away in the middle of a check: nothing of ours stays, nothing fails, and the next composer works.
async fn vanishes(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    page.vanish(composer.composer).await?;
    until("our interface to go", async || Ok(interface.pill().await?.is_none().then_some(()))).await?;
    ensure!(page.errors().await?.is_empty(), "the page failed: {:?}", page.errors().await?);

    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await
}

/// A page whose own handlers throw on every event: what is clear goes out, what must not is held.
async fn page_throws(context: &Context<'_>) -> Result<()> {
    let composer = Composer { url: "https://mastodon.social/home?hostile=throw", ..composer("mastodon/compose")? };
    let page: Page<'_> = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    composer.publish(&page, Way::Click).await?;
    page.wait_published(&[composer.sent(CLEAR)]).await?;
    ensure!(!page.errors().await?.is_empty(), "this page does not throw");

    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    composer.publish(&page, Way::Click).await?;
    Interface::of(page.driver()).wait("[data-part=sheet]").await?;
    ensure!(page.published().await?.is_empty(), "it went out");
    Ok(())
}
