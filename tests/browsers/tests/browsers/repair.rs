//! A repair changes the editor's own model to the right text, and one Undo brings it back.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::Interface;
use thirtyfour::Key;

use crate::composers::{COMPOSERS, Composer, Way};
use crate::runner::{Context, Suite};
use crate::texts::{HOLD, HOLD_REPAIRED, HOLD_RULE, INSERT, INSERT_RULE, INSERTED, hold_painted};

pub fn add(suite: &mut Suite) {
    for composer in COMPOSERS {
        suite.each(&format!("{}/replaces", composer.name), async move |context| replaces(context, &composer).await);
        // The rule that inserts is about posts and replies.
        if !composer.name.ends_with("/comment") {
            suite.each(&format!("{}/inserts", composer.name), async move |context| inserts(context, &composer).await);
        }
        if !composer.ways.contains(&Way::Enter) {
            suite.each(&format!("{}/replaces-in-second-line", composer.name), async move |context| second_line(context, &composer).await);
        }
    }
}

async fn replaces(context: &Context<'_>, composer: &Composer) -> Result<()> {
    repairs(context, composer, HOLD, HOLD_REPAIRED).await
}

/// Blocks are one newline in the model and an element boundary in the DOM: offsets must survive both.
async fn second_line(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let first = "To all of you.\n";
    repairs(context, composer, &format!("{first}{HOLD}"), &format!("{first}{HOLD_REPAIRED}")).await
}

async fn repairs(context: &Context<'_>, composer: &Composer, typed: &str, repaired: &str) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, typed).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=replace]").await?;
    page.wait_model(composer.composer, repaired).await?;
    composer.wait_painted(&page, &[]).await?;

    undo(&page).await?;
    page.wait_model(composer.composer, typed).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    ensure!(page.errors().await?.is_empty(), "the editor failed: {:?}", page.errors().await?);

    // The editor goes on working from its own model.
    page.keys(Key::End).await?;
    page.keys(" Bye.").await?;
    page.wait_model(composer.composer, &format!("{typed} Bye.")).await
}

async fn inserts(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, INSERT).await?;
    interface.wait_pill(&["review"]).await?;
    interface.open_card(INSERT_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=insert-start]").await?;
    page.wait_model(composer.composer, &format!("{INSERTED}{INSERT}")).await?;
    undo(&page).await?;
    page.wait_model(composer.composer, INSERT).await
}

/// The editor's own Undo, by keyboard; the repair must have left the focus in the editor.
async fn undo(page: &scrubline_browser_tests::page::Page<'_>) -> Result<()> {
    page.chord(&[Key::Control], 'z').await
}
