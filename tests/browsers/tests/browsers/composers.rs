//! The composers under test, and the ways out of each.

use anyhow::{Context as _, Result};
use scrubline_browser_tests::interface::{Interface, Painted};
use scrubline_browser_tests::page::{Page, Published};
use scrubline_browser_tests::wait::until;
use serde_json::json;
use thirtyfour::{By, Key, WebDriver};

/// How a post goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A mouse click on the publish control.
    Click,
    /// Ctrl+Enter in the editor.
    CtrlEnter,
    /// Enter in the editor.
    Enter,
    /// The page's script calls `form.requestSubmit()`.
    Submit,
    /// The page's script calls `click()` on the publish control.
    ScriptClick,
}

impl Way {
    pub fn name(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::CtrlEnter => "ctrl-enter",
            Self::Enter => "enter",
            Self::Submit => "submit",
            Self::ScriptClick => "script-click",
        }
    }
}

/// Where a composer's words are underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// CSS highlights over an editor's own nodes.
    Rich,
    /// Our overlay over a textarea.
    Textarea,
}

/// A composer of a fixture page.
#[derive(Clone, Copy, Debug)]
pub struct Composer {
    /// Name in test names.
    pub name: &'static str,
    /// The page under the site's own host.
    pub url: &'static str,
    /// The same page where the extension has no business.
    pub elsewhere: &'static str,
    /// Name of the composer on the page.
    pub composer: &'static str,
    /// What is clicked to open it.
    pub opener: Option<&'static str>,
    /// The frame it is in.
    pub frame: Option<&'static str>,
    /// The publish control near the editor.
    pub publish: &'static str,
    pub field: Field,
    pub ways: &'static [Way],
}

use Way::{Click, CtrlEnter, Enter, ScriptClick, Submit};

/// Sites that are on from the start.
pub const COMPOSERS: [Composer; 10] = [
    Composer {
        name: "x/inline",
        url: "https://x.com/home",
        elsewhere: "https://elsewhere.example/x",
        composer: "inline",
        opener: None,
        frame: None,
        publish: "[data-testid=tweetButtonInline]",
        field: Field::Rich,
        ways: &[Click, CtrlEnter, ScriptClick],
    },
    Composer {
        name: "x/modal",
        url: "https://x.com/home",
        elsewhere: "https://elsewhere.example/x",
        composer: "modal",
        opener: Some("[data-testid=SideNav_NewTweet_Button]"),
        frame: None,
        publish: "[data-testid=tweetButton]",
        field: Field::Rich,
        ways: &[Click, CtrlEnter, ScriptClick],
    },
    Composer {
        name: "x/reply",
        url: "https://x.com/danawhitfield/status/1",
        elsewhere: "https://elsewhere.example/x/status/1",
        composer: "inline",
        opener: None,
        frame: None,
        publish: "[data-testid=tweetButtonInline]",
        field: Field::Rich,
        ways: &[Click, CtrlEnter],
    },
    Composer {
        name: "linkedin/dialog",
        url: "https://www.linkedin.com/feed/?shareActive=true",
        elsewhere: "https://elsewhere.example/linkedin?shareActive=true",
        composer: "share",
        opener: None,
        frame: None,
        publish: "button.primary",
        field: Field::Rich,
        ways: &[Click, CtrlEnter, ScriptClick],
    },
    Composer {
        name: "linkedin/shadow",
        url: "https://www.linkedin.com/feed/?generation=b&shareActive=true",
        elsewhere: "https://elsewhere.example/linkedin?generation=b&shareActive=true",
        composer: "share",
        opener: None,
        frame: None,
        publish: "button.share-actions__primary-action",
        field: Field::Rich,
        ways: &[Click, ScriptClick],
    },
    Composer {
        name: "linkedin/frame",
        url: "https://www.linkedin.com/feed/?generation=c&shareActive=true",
        elsewhere: "https://elsewhere.example/linkedin?generation=c&shareActive=true",
        composer: "share",
        opener: None,
        frame: Some("iframe[data-testid=interop-iframe]"),
        publish: "button.share-actions__primary-action",
        field: Field::Rich,
        ways: &[Click],
    },
    Composer {
        name: "linkedin/comment",
        url: "https://www.linkedin.com/feed/",
        elsewhere: "https://elsewhere.example/linkedin",
        composer: "comment",
        opener: None,
        frame: None,
        publish: "button[componentkey*=commentButtonSection]",
        field: Field::Rich,
        ways: &[Click, CtrlEnter],
    },
    Composer {
        name: "facebook/post",
        url: "https://www.facebook.com/",
        elsewhere: "https://elsewhere.example/facebook",
        composer: "post",
        opener: Some("[aria-label='Create a post'] [role=button]"),
        frame: None,
        publish: "[role=button][aria-label=Post]",
        field: Field::Rich,
        ways: &[Click, ScriptClick],
    },
    Composer {
        name: "facebook/comment",
        url: "https://www.facebook.com/",
        elsewhere: "https://elsewhere.example/facebook",
        composer: "comment",
        opener: None,
        frame: None,
        publish: "[role=button][aria-label=Comment]",
        field: Field::Rich,
        ways: &[Enter, Click],
    },
    Composer {
        name: "mastodon/compose",
        url: "https://mastodon.social/home",
        elsewhere: "https://elsewhere.example/mastodon",
        composer: "compose",
        opener: None,
        frame: None,
        publish: "button[type=submit]",
        field: Field::Textarea,
        ways: &[Click, CtrlEnter, Submit, ScriptClick],
    },
];

/// The composer of a name.
pub fn composer(name: &str) -> Result<Composer> {
    COMPOSERS.into_iter().find(|composer| composer.name == name).with_context(|| format!("no composer {name}"))
}

impl Composer {
    /// Opens the page under the site's own host, and the composer on it.
    pub async fn open<'a>(&self, driver: &'a WebDriver) -> Result<Page<'a>> {
        self.open_at(driver, self.url).await
    }

    /// Opens the page of `url`, and the composer on it.
    pub async fn open_at<'a>(&self, driver: &'a WebDriver, url: &str) -> Result<Page<'a>> {
        let page = Page::open(driver, url).await?;
        if let Some(opener) = self.opener {
            driver.find(By::Css(opener)).await?.click().await?;
        }
        if let Some(frame) = self.frame {
            let frame = until("the composer's frame", async || Ok(Some(driver.find(By::Css(frame)).await?))).await?;
            frame.enter_frame().await?;
        }
        until("the composer", async || Ok(Some(page.editor(self.composer).await?))).await?;
        Ok(page)
    }

    /// What is underlined now.
    pub async fn painted(&self, page: &Page<'_>) -> Result<Vec<Painted>> {
        let interface = Interface::of(page.driver());
        match self.field {
            Field::Rich => interface.highlights().await,
            Field::Textarea => interface.marks(&page.model(self.composer).await?).await,
        }
    }

    /// Waits until exactly `expected` is underlined.
    pub async fn wait_painted(&self, page: &Page<'_>, expected: &[Painted]) -> Result<()> {
        let mut expected = expected.to_vec();
        expected.sort();
        until("the underlines", async || {
            let painted = self.painted(page).await?;
            if painted == expected {
                return Ok(Some(()));
            }
            anyhow::bail!("underlined is {painted:?}, not {expected:?}")
        })
        .await
    }

    /// Tries to publish, in one way.
    pub async fn publish(&self, page: &Page<'_>, way: Way) -> Result<()> {
        match way {
            Click => page.near(self.composer, self.publish).await?.click().await?,
            CtrlEnter => page.chord(&[Key::Control], Key::Enter).await?,
            Enter => page.keys(Key::Enter).await?,
            Submit => page.run("window.page.root(arguments[0]).closest('form').requestSubmit()", vec![json!(self.composer)]).await?,
            ScriptClick => {
                let control = page.near(self.composer, self.publish).await?;
                page.run("arguments[0].click()", vec![control.to_json()?]).await?;
            }
        }
        Ok(())
    }

    /// The page's log entry of `text`.
    pub fn sent(&self, text: &str) -> Published {
        Published { composer: self.composer.to_owned(), text: text.to_owned() }
    }

    /// The editing host's markup without the random keys editors give their nodes.
    pub async fn markup(&self, page: &Page<'_>) -> Result<String> {
        let script = r#"
            const random = / (data-offset-key|data-editor|id|aria-describedby)="[^"]*"/g;
            return window.page.root(arguments[0]).outerHTML.replace(random, '');"#;
        page.script(script, vec![json!(self.composer)]).await
    }
}
