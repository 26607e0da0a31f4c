//! Typing paints the right words and leaves the editor alone.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::Interface;
use thirtyfour::Key;

use crate::composers::{COMPOSERS, Composer, Field, Way};
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_RULE, HOLD_WORDS, hold_painted};

pub fn add(suite: &mut Suite) {
    for composer in COMPOSERS {
        suite.each(&format!("{}/paints", composer.name), async move |context| paints(context, &composer).await);
        suite.each(&format!("{}/paints-nothing", composer.name), async move |context| paints_nothing(context, &composer).await);
        suite.each(&format!("{}/editor-untouched", composer.name), async move |context| editor_untouched(context, &composer).await);
    }
}

async fn paints(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    let pill = Interface::of(page.driver()).wait_pill(&["held", "review"]).await?;
    ensure!(pill.count == 1, "the pill counts {pill:?}");

    // The underline follows its words when text is typed before them.
    page.keys(Key::Home).await?;
    page.keys("Now: ").await?;
    page.wait_model(composer.composer, &format!("Now: {HOLD}")).await?;
    composer.wait_painted(&page, &hold_painted()).await?;

    // And goes with them.
    page.keys(Key::End).await?;
    for _ in 0..HOLD.len() {
        page.keys(Key::Backspace).await?;
    }
    page.wait_model(composer.composer, "Now: ").await?;
    composer.wait_painted(&page, &[]).await
}

async fn paints_nothing(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, CLEAR).await?;
    let pill = Interface::of(page.driver()).wait_pill(&["clear"]).await?;
    ensure!(pill.count == 0, "the pill counts {pill:?}");
    let painted = composer.painted(&page).await?;
    ensure!(painted.is_empty(), "underlined is {painted:?}");
    Ok(())
}

/// The editor's DOM is what it is without us, byte for byte, and nothing changes in it while our interface is used.
async fn editor_untouched(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let driver = &context.browser.driver;
    let bare = composer.open_at(driver, composer.elsewhere).await?;
    bare.type_into(composer.composer, HOLD).await?;
    let expected = composer.markup(&bare).await?;
    ensure!(composer.field == Field::Textarea || expected.contains(HOLD_WORDS), "the editor does not show its text: {expected}");

    let page = composer.open(driver).await?;
    let interface = Interface::of(driver);
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    let markup = composer.markup(&page).await?;
    ensure!(markup == expected, "the editor is\n{markup}\nand without the extension\n{expected}");

    page.watch(composer.composer).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=explain]").await?;
    page.keys(Key::Escape).await?;
    interface.wait_gone("[data-part=card]").await?;
    composer.publish(&page, Way::Click).await?;
    interface.press("[data-part=back]").await?;
    interface.wait_gone("[data-part=sheet]").await?;
    let changes = page.changes().await?;
    ensure!(changes.is_empty(), "the editor's DOM changed: {changes:?}");
    page.wait_model(composer.composer, HOLD).await
}
