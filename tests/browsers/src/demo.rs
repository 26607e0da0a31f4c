//! `cargo xtask demo`: the practice composer with the extension, by hand or as pictures.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use thirtyfour::Key;
use tokio::time::sleep;

use crate::browser::{Browser, BrowserKind, Launch, Theme};
use crate::fixtures::Fixtures;
use crate::interface::{Card, Interface};
use crate::page::Page;
use crate::popup::Popup;

pub use crate::browser::has_display;

/// The practice composer.
const COMPOSER: &str = "https://x.com/home";
/// Its name on the page.
const NAME: &str = "inline";
/// Invented throughout; long enough to show every kind of underline.
const POST: &str =
    "So proud of our patient Jane Roe (SSN 536-22-8145), home again after surgery! This tea cures diabetes, use my code DRK15.";

/// The finding whose card is pictured.
const PICTURED: &str = "phi/ssn";

/// One browser, one theme.
#[derive(Clone, Debug)]
pub struct DemoOptions {
    /// Which browser.
    pub kind: BrowserKind,
    /// The unpacked extension: `dist/chrome` or `dist/firefox`.
    pub extension: PathBuf,
    /// Where pictures go, as `<browser>-<theme>-<underline|card|held|popup>.png`; made when missing.
    pub pictures: PathBuf,
    /// Light or dark.
    pub theme: Theme,
    /// A visible window that stays open until it is closed, instead of a headless run with pictures.
    pub visible: bool,
}

/// What the extension said.
#[derive(Clone, Debug)]
pub struct DemoReport {
    /// The text that was typed; in a visible window it is the user's to type, and this is empty.
    pub text: String,
    /// The findings as their cards show them, in the order of the text.
    pub findings: Vec<DemoFinding>,
    /// What the pill says.
    pub pill: String,
    /// Whether pressing Post was held.
    pub held: bool,
    /// Pictures saved.
    pub pictures: Vec<PathBuf>,
}

/// A finding as its card shows it.
#[derive(Clone, Debug)]
pub struct DemoFinding {
    /// The words it is about; empty when it is about the whole post.
    pub words: String,
    /// The card's sentence.
    pub message: String,
}

/// Opens the practice composer with the extension. Headless: types a post, reads what the extension says, presses Post, saves pictures.
///
/// # Errors
///
/// The browser does not start, or the extension does not do what the demo shows; the error says which.
pub async fn demo(options: DemoOptions) -> Result<DemoReport> {
    let fixtures = Fixtures::start().await?;
    let launch = Launch { kind: options.kind, extension: Some(options.extension.clone()), theme: options.theme, visible: options.visible };
    let browser = Browser::launch(&launch, &fixtures).await?;
    if options.visible {
        Page::open(&browser.driver, COMPOSER).await?;
        until_closed(&browser).await;
        return Ok(DemoReport { text: String::new(), findings: Vec::new(), pill: String::new(), held: false, pictures: Vec::new() });
    }
    tokio::fs::create_dir_all(&options.pictures).await.with_context(|| format!("cannot make {}", options.pictures.display()))?;
    let shown = show(&browser, &options).await;
    browser.quit().await?;
    shown
}

async fn show(browser: &Browser, options: &DemoOptions) -> Result<DemoReport> {
    let camera = Camera { browser, folder: &options.pictures, prefix: format!("{}-{}", options.kind.name(), options.theme.name()) };
    let driver = &browser.driver;
    driver.set_window_rect(0, 0, 880, 820).await?;
    let page = Page::open(driver, COMPOSER).await?;
    let interface = Interface::of(driver);
    page.type_into(NAME, POST).await?;
    let pill = interface.wait_pill(&["review", "held"]).await?;
    let mut pictures = vec![camera.shoot("underline").await?];

    interface.open_card(PICTURED).await?;
    pictures.push(camera.shoot("card").await?);
    let findings = interface.cards().await?.into_iter().map(|Card { words, message, .. }| DemoFinding { words, message }).collect();
    page.keys(Key::Escape).await?;
    interface.wait_gone("[data-part=card]").await?;

    page.near(NAME, "[data-testid=tweetButtonInline]").await?.click().await?;
    interface.wait("[data-part=sheet]").await?;
    pictures.push(camera.shoot("held").await?);
    let held = page.published().await?.is_empty() && page.model(NAME).await? == POST;

    let popup = Popup::open(browser).await?;
    driver.set_window_rect(0, 0, 420, 760).await?;
    pictures.push(camera.shoot("popup").await?);
    popup.close().await?;
    Ok(DemoReport { text: POST.to_owned(), findings, pill: pill.text, held, pictures })
}

struct Camera<'a> {
    browser: &'a Browser,
    folder: &'a Path,
    prefix: String,
}

impl Camera<'_> {
    async fn shoot(&self, what: &str) -> Result<PathBuf> {
        let picture = self.folder.join(format!("{}-{what}.png", self.prefix));
        self.browser.driver.screenshot(&picture).await?;
        Ok(picture)
    }
}

/// The user ends the demo by closing the window; no driver tells of it, so the window is asked for.
async fn until_closed(browser: &Browser) {
    while browser.driver.windows().await.is_ok_and(|windows| !windows.is_empty()) {
        sleep(Duration::from_millis(500)).await;
    }
}
