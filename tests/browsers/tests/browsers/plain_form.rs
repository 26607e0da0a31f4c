//! A page where no script and no style of its own may run: a plain form, and only the server can tell what was sent.

use anyhow::{Context as _, Result, bail, ensure};
use scrubline_browser_tests::interface::{Interface, Painted};
use scrubline_browser_tests::page::Page;
use scrubline_browser_tests::wait::until;
use thirtyfour::{By, Key, WebElement};

use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_REPAIRED, HOLD_RULE, hold_painted};

const URL: &str = "https://mastodon.social/plain-form";

pub fn add(suite: &mut Suite) {
    suite.each("plain-form/passes", passes);
    suite.each("plain-form/holds", holds);
    suite.each("plain-form/repairs", repairs);
}

async fn passes(context: &Context<'_>) -> Result<()> {
    let mark = context.fixtures.log().mark();
    let (page, field) = open(context).await?;
    write(&page, &field, CLEAR).await?;
    submit(&page).await?;
    sent(context, &page, mark, CLEAR).await
}

async fn holds(context: &Context<'_>) -> Result<()> {
    let mark = context.fixtures.log().mark();
    let (page, field) = open(context).await?;
    let interface = Interface::of(page.driver());
    write(&page, &field, HOLD).await?;
    wait_marks(&interface, HOLD, &hold_painted()).await?;
    submit(&page).await?;
    interface.wait("[data-part=sheet]").await?;
    ensure!(outcomes(context, mark).is_empty(), "the form went out");
    interface.press("[data-part=reason][value=mistaken]").await?;
    interface.press("[data-part=post-anyway]").await?;
    sent(context, &page, mark, HOLD).await
}

async fn repairs(context: &Context<'_>) -> Result<()> {
    let mark = context.fixtures.log().mark();
    let (page, field) = open(context).await?;
    let interface = Interface::of(page.driver());
    write(&page, &field, HOLD).await?;
    wait_marks(&interface, HOLD, &hold_painted()).await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=replace]").await?;
    wait_value(&field, HOLD_REPAIRED).await?;
    page.chord(&[Key::Control], 'z').await?;
    wait_value(&field, HOLD).await?;
    page.chord(&[Key::Control, Key::Shift], 'z').await?;
    wait_value(&field, HOLD_REPAIRED).await?;
    submit(&page).await?;
    sent(context, &page, mark, HOLD_REPAIRED).await
}

async fn open<'a>(context: &Context<'a>) -> Result<(Page<'a>, WebElement)> {
    let page = Page::open(&context.browser.driver, URL).await?;
    let field = page.driver().find(By::Css("textarea")).await?;
    Ok((page, field))
}

async fn write(page: &Page<'_>, field: &WebElement, text: &str) -> Result<()> {
    field.click().await?;
    page.keys(text).await?;
    wait_value(field, text).await
}

async fn wait_value(field: &WebElement, text: &str) -> Result<()> {
    until("the field's value", async || {
        let value = field.prop("value").await?.context("no value")?;
        if value == text {
            return Ok(Some(()));
        }
        bail!("the field is {value:?}, not {text:?}")
    })
    .await
}

async fn wait_marks(interface: &Interface<'_>, value: &str, expected: &[Painted]) -> Result<()> {
    until("the underlines", async || {
        let marks = interface.marks(value).await?;
        if marks == expected {
            return Ok(Some(()));
        }
        bail!("underlined is {marks:?}, not {expected:?}")
    })
    .await
}

async fn submit(page: &Page<'_>) -> Result<()> {
    page.driver().find(By::Css("button[type=submit]")).await?.click().await?;
    Ok(())
}

/// The server got the form once, with this text, and answered with its last page.
async fn sent(context: &Context<'_>, page: &Page<'_>, mark: usize, text: &str) -> Result<()> {
    until("the page after the form", async || Ok(Some(page.driver().find(By::Id("sent")).await?))).await?;
    let outcomes = outcomes(context, mark);
    ensure!(outcomes == [text], "the server got {outcomes:?}");
    Ok(())
}

/// Texts of the forms the server got.
fn outcomes(context: &Context<'_>, mark: usize) -> Vec<String> {
    let log = context.fixtures.log().since(mark);
    let posts = log.iter().filter(|request| request.method == "POST" && request.path == "/outcome");
    posts.map(|request| decoded(request.body.strip_prefix("text=").unwrap_or(&request.body))).collect()
}

/// Undoes `application/x-www-form-urlencoded`.
fn decoded(body: &str) -> String {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next(), rest.next()].map(|digit| char::from(digit.unwrap_or(b'0')).to_digit(16).unwrap_or(0) as u8);
                digits[0] * 16 + digits[1]
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
