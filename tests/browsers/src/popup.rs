//! The extension's popup, opened as a tab of its own: WebDriver cannot press the toolbar.

use anyhow::{Context, Result};
use thirtyfour::{WebDriver, WindowHandle};

use crate::browser::Browser;
use crate::wait::until;

/// The popup in a second tab, about the tab it was opened from.
#[derive(Debug)]
pub struct Popup<'a> {
    driver: &'a WebDriver,
    page: WindowHandle,
    popup: WindowHandle,
}

impl<'a> Popup<'a> {
    /// Opens the popup about the current tab, and switches to it.
    ///
    /// # Errors
    ///
    /// The popup does not load.
    pub async fn open(browser: &'a Browser) -> Result<Self> {
        let driver = &browser.driver;
        let page = driver.window().await?;
        let popup = driver.new_tab().await?;
        driver.switch_to_window(popup.clone()).await?;
        let popup = Self { driver, page, popup };
        let url = format!("{}/popup.html", browser.extension_origin());
        driver.goto(&url).await.context("the popup does not open")?;
        let tab = popup.tab_behind().await?;
        driver.goto(format!("{url}?tab={tab}")).await?;
        until("the popup's contents", async || {
            let filled: bool = driver.execute("return document.querySelector('main, [role=main]') !== null", vec![]).await?.convert()?;
            Ok(filled.then_some(()))
        })
        .await?;
        Ok(popup)
    }

    /// Asks the extension's interface, in the popup's own page; `script` gets `done` and answers by it.
    ///
    /// # Errors
    ///
    /// The script throws, or answers something else than `T`.
    pub async fn ask<T: for<'d> serde::Deserialize<'d>>(&self, script: &str, arguments: Vec<serde_json::Value>) -> Result<T> {
        let script = format!("const done = arguments[arguments.length - 1]; const api = globalThis.browser ?? chrome; {script}");
        Ok(self.driver.execute_async(script, arguments).await?.convert()?)
    }

    /// Back to the page; the popup stays open behind it.
    ///
    /// # Errors
    ///
    /// The page is gone.
    pub async fn leave(&self) -> Result<()> {
        Ok(self.driver.switch_to_window(self.page.clone()).await?)
    }

    /// From the page to the popup again.
    ///
    /// # Errors
    ///
    /// The popup is gone.
    pub async fn enter(&self) -> Result<()> {
        Ok(self.driver.switch_to_window(self.popup.clone()).await?)
    }

    /// Closes the popup and goes back to the page.
    ///
    /// # Errors
    ///
    /// A tab is gone.
    pub async fn close(self) -> Result<()> {
        self.enter().await?;
        self.driver.close_window().await?;
        self.leave().await
    }

    /// Id of the tab that was shown before this one; its address is not to be seen where the extension has no business.
    async fn tab_behind(&self) -> Result<i64> {
        let script = "
            Promise.all([api.tabs.query({}), api.tabs.getCurrent()]).then(([tabs, own]) => {
                const others = tabs.filter((tab) => tab.id !== own.id);
                done(others.sort((one, other) => other.lastAccessed - one.lastAccessed)[0]?.id ?? null);
            });";
        self.ask::<Option<i64>>(script, vec![]).await?.context("there is no tab but the popup's")
    }
}
