//! What the page and the disk get to know of us: nothing of use.

use anyhow::{Result, ensure};
use scrubline_browser_tests::interface::Interface;
use scrubline_browser_tests::wait::until;
use thirtyfour::Key;

use crate::composers::{COMPOSERS, Composer, Way, composer};
use crate::dismiss::stored;
use crate::runner::{Context, Suite};
use crate::texts::{HOLD, HOLD_RULE, WARN, hold_painted};

pub fn add(suite: &mut Suite) {
    for composer in COMPOSERS {
        if composer.frame.is_none() {
            suite.each(&format!("{}/invisible-to-page", composer.name), async move |context| invisible(context, &composer).await);
        }
    }
    suite.each("x/inline/nothing-before-focus", nothing_before_focus);
    suite.each("x/inline/highlights-come-back", highlights_come_back);
    suite.each("x/inline/no-text-stored", no_text_stored);
}

/// While everything of ours is on the screen, the page's own script finds neither our name nor a word of what was found.
async fn invisible(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    interface.open_card(HOLD_RULE).await?;
    let script = r#"
        const seen = [];
        const trees = [document];
        for (let tree; tree = trees.pop();) {
            for (const element of tree.querySelectorAll('*')) {
                if (element.shadowRoot) trees.push(element.shadowRoot);
                for (const { name, value } of element.attributes) seen.push(name, value);
                if (element.popover === 'manual') seen.push(element.textContent);
            }
        }
        seen.push(...Object.getOwnPropertyNames(window), ...CSS.highlights.keys());
        return seen.filter((text) => /scrubline|phi\/|social security/i.test(text));"#;
    let seen: Vec<String> = page.script(script, vec![]).await?;
    ensure!(seen.is_empty(), "the page sees {seen:?}");
    let hosts = "
        return [...document.querySelectorAll('[popover=manual]')]
            .filter((host) => host.shadowRoot || host.id || host.className || host.textContent || host.children.length).length";
    ensure!(page.script::<usize>(hosts, vec![]).await? == 0, "a host of ours is open or named");
    Ok(())
}

/// A page whose composer nobody has touched carries nothing of ours.
async fn nothing_before_focus(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let page = composer.open(&context.browser.driver).await?;
    ensure!(Interface::of(page.driver()).hosts().await? == 0, "something of ours is there before the first focus");
    let sheets: usize = page.script("return document.adoptedStyleSheets.length + CSS.highlights.size", vec![]).await?;
    ensure!(sheets == 0, "{sheets} sheets or highlights of ours are there before the first focus");
    page.focus(composer.composer).await?;
    until("our interface", async || Ok((Interface::of(page.driver()).hosts().await? > 0).then_some(()))).await
}

/// The registry belongs to the page as well: what it clears is there again after the next key.
async fn highlights_come_back(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let page = composer.open(&context.browser.driver).await?;
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    page.run("CSS.highlights.clear()", vec![]).await?;
    page.keys(".").await?;
    composer.wait_painted(&page, &hold_painted()).await
}

/// After a warning, a dismissal-free hold and an override: rule ids and classes at most, no word of the text.
async fn no_text_stored(context: &Context<'_>) -> Result<()> {
    let composer = composer("x/inline")?;
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.type_into(composer.composer, &format!("{HOLD} {WARN}")).await?;
    composer.publish(&page, Way::Click).await?;
    interface.press("[data-part=sheet] [data-part=reason][value=mistaken]").await?;
    interface.press("[data-part=post-anyway]").await?;
    page.wait_published(&[composer.sent(&format!("{HOLD} {WARN}"))]).await?;
    let stored = stored(context).await?;
    for word in ["536", "8145", "nurse", "diabetes", "tea"] {
        ensure!(!stored.to_lowercase().contains(word), "{word} is stored: {stored}");
    }
    page.keys(Key::Escape).await
}
