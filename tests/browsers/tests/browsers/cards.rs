//! What a card offers beside a replacement: reasons, gaps to fill, things to confirm, and the way from the sheet to the words.

use anyhow::{Context as _, Result, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::wait::until;

use crate::composers::{COMPOSERS, Composer, Field, Way, composer};
use crate::runner::{Context, Suite};
use crate::texts::{ATTEST, ATTEST_RULE, BLANK, BLANK_RULE, HOLD, HOLD_RULE, HOLD_WORDS, hold_painted};

pub fn add(suite: &mut Suite) {
    for composer in COMPOSERS {
        // The rules are about posts.
        if !composer.name.ends_with("/comment") && composer.name != "x/reply" {
            suite.each(&format!("{}/fills-a-gap", composer.name), async move |context| fills_a_gap(context, &composer).await);
        }
    }
    for name in ["x/inline", "mastodon/compose"] {
        suite.each(&format!("{name}/explains"), async move |context| explains(context, &composer(name)?).await);
        suite.each(&format!("{name}/confirms"), async move |context| confirms(context, &composer(name)?).await);
        suite.each(&format!("{name}/shows-in-text"), async move |context| shows_in_text(context, &composer(name)?).await);
    }
}

/// Every finding says which rule, from which source, read when, and on what evidence.
async fn explains(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    let card = interface.open_card(HOLD_RULE).await?;
    ensure!(card.words.contains(HOLD_WORDS), "the card quotes {:?}", card.words);
    let source = interface.wait("[data-part=card-source]").await?.text().await?;
    ensure!(source.contains("45 CFR 164.514") && source.contains("2026-"), "the source is {source:?}");
    interface.press("[data-part=explain]").await?;
    let evidence = interface.wait("[data-part=card-evidence]").await?.text().await?;
    ensure!(evidence.contains(HOLD_RULE), "the evidence is {evidence:?}");
    Ok(())
}

/// A line with a gap is put in, the caret into the gap; what is typed next fills it.
async fn fills_a_gap(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, BLANK).await?;
    interface.wait_pill(&["review"]).await?;
    interface.open_card(BLANK_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=blank]").await?;
    // A line of its own where that is sure; rich editors lose words at a break that is not typed, so there it follows a space.
    let gap = if composer.field == Field::Textarea { "\nTypical result: " } else { " Typical result: " };
    page.wait_model(composer.composer, &format!("{BLANK}{gap}[ ]")).await?;
    until("the caret in the gap", async || {
        let inside = "
            const editor = window.page.root(arguments[0]);
            const root = editor.getRootNode();
            return root.activeElement === editor && document.hasFocus();";
        page.script::<bool>(inside, vec![composer.composer.into()]).await.map(|inside| inside.then_some(()))
    })
    .await?;
    page.keys("8 pounds").await?;
    page.wait_model(composer.composer, &format!("{BLANK}{gap}[8 pounds]")).await?;
    ensure!(page.errors().await?.is_empty(), "the editor failed: {:?}", page.errors().await?);
    Ok(())
}

/// What a post cannot say is confirmed by a tick; nothing is put into the text.
async fn confirms(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, ATTEST).await?;
    interface.wait_pill(&["review"]).await?;
    interface.open_card(ATTEST_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=attest]").await?;
    let confirm = interface.wait("[data-part=attest-confirm]").await?;
    ensure!(!confirm.is_enabled().await?, "it can be confirmed without a tick");
    interface.press("[data-part=attest-tick]").await?;
    interface.press("[data-part=attest-confirm]").await?;
    interface.wait_pill(&["clear"]).await?;
    page.wait_model(composer.composer, ATTEST).await?;
    composer.publish(&page, Way::Click).await?;
    page.wait_published(&[composer.sent(ATTEST)]).await
}

/// From the sheet back to the words that are in the way.
async fn shows_in_text(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.publish(&page, Way::Click).await?;
    let item = interface.wait("[data-part=sheet-item]").await?;
    ensure!(item.attr("data-rule").await?.context("an item without rule")? == HOLD_RULE, "the sheet lists something else");
    interface.press("[data-part=sheet-item] [data-part=show]").await?;
    interface.wait_gone("[data-part=sheet]").await?;
    interface.wait_card(HOLD_RULE).await?;
    ensure!(page.published().await?.is_empty(), "it went out");
    Ok(())
}
