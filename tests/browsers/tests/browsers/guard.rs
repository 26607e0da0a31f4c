//! Publish is held when it must be, on every way out; what is clear or overridden goes out exactly once.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::page::{Page, Published};
use scrubline_browser_tests::wait::until;

use crate::composers::{COMPOSERS, Composer, Way, composer};
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_REPAIRED, WARN, hold_painted};

pub fn add(suite: &mut Suite) {
    for composer in COMPOSERS {
        for &way in composer.ways {
            let name = |what: &str| format!("{}/{what}/{}", composer.name, way.name());
            suite.each(&name("passes"), async move |context| passes(context, &composer, way).await);
            suite.each(&name("holds"), async move |context| holds(context, &composer, way).await);
        }
        suite.each(&format!("{}/holds-when-painted", composer.name), async move |context| holds_when_painted(context, &composer).await);
    }
    for name in ["x/inline", "mastodon/compose", "linkedin/dialog"] {
        suite.each(&format!("{name}/warning-passes"), async move |context| warning_passes(context, &composer(name)?).await);
        suite.each(&format!("{name}/repaired-in-sheet"), async move |context| repaired_in_sheet(context, &composer(name)?).await);
        suite.each(&format!("{name}/override-is-for-one-text"), async move |context| {
            override_is_for_one_text(context, &composer(name)?).await
        });
    }
    suite.each("facebook/two-screens", two_screens);
}

/// At once after typing, before any pause in which a check could run ahead.
async fn passes(context: &Context<'_>, composer: &Composer, way: Way) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, way).await?;
    exactly(context, &page, mark, &[composer.sent(CLEAR)]).await
}

async fn holds(context: &Context<'_>, composer: &Composer, way: Way) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, way).await?;
    held(context, &page, composer, mark).await?;
    post_anyway(&page).await?;
    exactly(context, &page, mark, &[composer.sent(HOLD)]).await
}

async fn holds_when_painted(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, Way::Click).await?;
    held(context, &page, composer, mark).await?;
    Interface::of(page.driver()).press("[data-part=back]").await?;
    held_still(context, &page, composer, mark).await
}

async fn warning_passes(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, WARN).await?;
    Interface::of(page.driver()).wait_pill(&["review"]).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, Way::Click).await?;
    exactly(context, &page, mark, &[composer.sent(WARN)]).await
}

async fn repaired_in_sheet(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, Way::Click).await?;
    held(context, &page, composer, mark).await?;
    interface.press("[data-part=sheet] [data-part=fix][data-kind=replace]").await?;
    page.wait_model(composer.composer, HOLD_REPAIRED).await?;
    interface.wait_gone("[data-part=sheet]").await?;
    if page.published().await?.is_empty() {
        composer.publish(&page, Way::Click).await?;
    }
    exactly(context, &page, mark, &[composer.sent(HOLD_REPAIRED)]).await
}

/// An override is spent by one post: the same text is held again.
async fn override_is_for_one_text(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, Way::Click).await?;
    post_anyway(&page).await?;
    exactly(context, &page, mark, &[composer.sent(HOLD)]).await?;

    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    let mark = context.fixtures.log().mark();
    composer.publish(&page, Way::Click).await?;
    held(context, &page, composer, mark).await
}

/// Facebook's Next leads to a screen without the text: it is held already there.
async fn two_screens(context: &Context<'_>) -> Result<()> {
    let first =
        Composer { url: "https://www.facebook.com/?screens=2", publish: "[role=button][aria-label=Next]", ..composer("facebook/post")? };
    let second = Composer { publish: "[role=button][aria-label=Post]", ..first };

    let page = first.open(&context.browser.driver).await?;
    page.type_into(first.composer, CLEAR).await?;
    let mark = context.fixtures.log().mark();
    first.publish(&page, Way::Click).await?;
    until("the second screen", async || Ok(Some(page.near(second.composer, second.publish).await?))).await?;
    second.publish(&page, Way::Click).await?;
    exactly(context, &page, mark, &[first.sent(CLEAR)]).await?;

    let page = first.open(&context.browser.driver).await?;
    page.type_into(first.composer, HOLD).await?;
    let mark = context.fixtures.log().mark();
    first.publish(&page, Way::Click).await?;
    held(context, &page, &first, mark).await?;
    ensure!(page.near(second.composer, second.publish).await.is_err(), "the second screen is there although the text is held");
    Ok(())
}

/// The sheet is up, and nothing went out.
async fn held(context: &Context<'_>, page: &Page<'_>, composer: &Composer, mark: usize) -> Result<()> {
    Interface::of(page.driver()).wait("[data-part=sheet]").await?;
    held_still(context, page, composer, mark).await
}

async fn held_still(context: &Context<'_>, page: &Page<'_>, composer: &Composer, mark: usize) -> Result<()> {
    ensure!(page.published().await?.is_empty(), "it went out: {:?}", page.published().await?);
    ensure!(posts(context, mark) == 0, "the server got it");
    page.wait_model(composer.composer, HOLD).await
}

async fn post_anyway(page: &Page<'_>) -> Result<()> {
    let interface = Interface::of(page.driver());
    interface.press("[data-part=sheet] [data-part=reason][value=mistaken]").await?;
    interface.press("[data-part=post-anyway]").await
}

/// The page published exactly this, and the server heard of exactly that many posts.
async fn exactly(context: &Context<'_>, page: &Page<'_>, mark: usize, expected: &[Published]) -> Result<()> {
    page.wait_published(expected).await?;
    until("the server's log", async || Ok((posts(context, mark) >= expected.len()).then_some(()))).await?;
    ensure!(posts(context, mark) == expected.len(), "the server got {} posts", posts(context, mark));
    page.wait_published(expected).await?;
    Interface::of(page.driver()).wait_gone("[data-part=sheet]").await
}

fn posts(context: &Context<'_>, mark: usize) -> usize {
    context.fixtures.log().since(mark).iter().filter(|request| request.method == "POST" && request.path == "/api/publish").count()
}
