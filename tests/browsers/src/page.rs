//! A fixture page in a browser's current tab: typing into its composers, its own models and its own log.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

use crate::wait::until;

/// What a page sent out.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Published {
    /// The composer's name on the page.
    pub composer: String,
    /// The text as the editor's model had it.
    pub text: String,
}

/// The page a driver's current tab shows.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    driver: &'a WebDriver,
}

impl<'a> Page<'a> {
    /// Loads a fixture page and waits until its script runs (pages without script: until the document is complete).
    ///
    /// # Errors
    ///
    /// The page does not load.
    pub async fn open(driver: &'a WebDriver, url: &str) -> Result<Self> {
        driver.goto(url).await.with_context(|| format!("cannot open {url}"))?;
        let page = Self { driver };
        until("the page's script", async || Ok(page.ready().await?.then_some(()))).await?;
        Ok(page)
    }

    /// The page as it is now, without loading anything.
    #[must_use]
    pub fn current(driver: &'a WebDriver) -> Self {
        Self { driver }
    }

    /// The browser's session.
    #[must_use]
    pub fn driver(&self) -> &'a WebDriver {
        self.driver
    }

    async fn ready(&self) -> Result<bool> {
        self.script("return document.readyState === 'complete' && (!document.scripts.length || typeof window.page === 'object')", vec![])
            .await
    }

    /// Runs a script in the page's own world.
    ///
    /// # Errors
    ///
    /// The script throws, or returns something else than `T`.
    pub async fn script<T: for<'d> Deserialize<'d>>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        Ok(self.driver.execute(script, arguments).await?.convert()?)
    }

    /// Runs a script in the page's own world for what it does.
    ///
    /// # Errors
    ///
    /// The script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<()> {
        self.driver.execute(script, arguments).await?;
        Ok(())
    }

    /// A composer's editing host.
    ///
    /// # Errors
    ///
    /// The page has no such composer.
    pub async fn editor(&self, composer: &str) -> Result<WebElement> {
        Ok(self.driver.execute("return window.page.root(arguments[0])", vec![json!(composer)]).await?.element()?)
    }

    /// The element `css` selects in the same tree (document or shadow root) as a composer's editor, nearest to it.
    ///
    /// # Errors
    ///
    /// There is none.
    pub async fn near(&self, composer: &str, css: &str) -> Result<WebElement> {
        let script = "
            const editor = window.page.root(arguments[0]);
            for (let above = editor.parentNode; above; above = above.parentNode) {
                const found = above.querySelector?.(arguments[1]);
                if (found) return found;
            }
            throw new Error('nothing near ' + arguments[0] + ' is ' + arguments[1]);";
        Ok(self.driver.execute(script, vec![json!(composer), json!(css)]).await?.element()?)
    }

    /// The editor's own model.
    ///
    /// # Errors
    ///
    /// The page has no such composer.
    pub async fn model(&self, composer: &str) -> Result<String> {
        self.script("return window.page.model(arguments[0])", vec![json!(composer)]).await
    }

    /// Everything the page sent out.
    ///
    /// # Errors
    ///
    /// The page does not answer.
    pub async fn published(&self) -> Result<Vec<Published>> {
        self.script("return window.page.log", vec![]).await
    }

    /// Errors the page's scripts threw.
    ///
    /// # Errors
    ///
    /// The page does not answer.
    pub async fn errors(&self) -> Result<Vec<String>> {
        self.script("return window.page.errors", vec![]).await
    }

    /// Starts counting changes inside a composer's editor.
    ///
    /// # Errors
    ///
    /// The page has no such composer.
    pub async fn watch(&self, composer: &str) -> Result<()> {
        self.run("window.page.watch(arguments[0])", vec![json!(composer)]).await
    }

    /// Changes inside the watched editor since [`Page::watch`], each in a few words. Editors mark their own focus by a class; that is left out.
    ///
    /// # Errors
    ///
    /// The page does not answer.
    pub async fn changes(&self) -> Result<Vec<String>> {
        let mut changes: Vec<String> = self.script("return window.page.changes()", vec![]).await?;
        changes.retain(|change| change != "attributes on DIV class");
        Ok(changes)
    }

    /// Takes a composer out of the page.
    ///
    /// # Errors
    ///
    /// The page has no such composer.
    pub async fn vanish(&self, composer: &str) -> Result<()> {
        self.run("window.page.vanish(arguments[0])", vec![json!(composer)]).await
    }

    /// Puts the caret into a composer by a mouse click, as a user would.
    ///
    /// # Errors
    ///
    /// The composer cannot be clicked.
    pub async fn focus(&self, composer: &str) -> Result<()> {
        let editor = until("the composer", async || Ok(Some(self.editor(composer).await?))).await?;
        until("a click into the composer", async || {
            editor.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types with real key events into whatever has the focus; `\n` is the Enter key.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: String = keys.into().as_vec().into_iter().map(|key| if key == '\n' { Key::Enter.value() } else { key }).collect();
        self.driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// Presses `key` while `modifier` is down.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn chord(&self, modifiers: &[Key], key: impl Into<char>) -> Result<()> {
        let mut chain = self.driver.action_chain();
        for modifier in modifiers {
            chain = chain.key_down(modifier.clone());
        }
        chain = chain.send_keys(key.into().to_string());
        for modifier in modifiers.iter().rev() {
            chain = chain.key_up(modifier.clone());
        }
        chain.perform().await?;
        Ok(())
    }

    /// Clicks into a composer, types, and waits until the editor's model has the text.
    ///
    /// # Errors
    ///
    /// The model does not become `text`; the error tells what it is.
    pub async fn type_into(&self, composer: &str, text: &str) -> Result<()> {
        self.focus(composer).await?;
        self.keys(text).await?;
        self.wait_model(composer, text).await
    }

    /// Waits until the editor's model is `text`.
    ///
    /// # Errors
    ///
    /// It does not become so; the error tells what it is.
    pub async fn wait_model(&self, composer: &str, text: &str) -> Result<()> {
        until("the editor's model", async || {
            let model = self.model(composer).await?;
            if model == text {
                return Ok(Some(()));
            }
            bail!("the model of {composer} is {model:?}, not {text:?}")
        })
        .await
    }

    /// Waits until the page sent out exactly `expected`.
    ///
    /// # Errors
    ///
    /// It sent something else.
    pub async fn wait_published(&self, expected: &[Published]) -> Result<()> {
        until("the page's log", async || {
            let log = self.published().await?;
            if log == expected {
                return Ok(Some(()));
            }
            bail!("the page sent {log:?}, not {expected:?}")
        })
        .await
    }
}
