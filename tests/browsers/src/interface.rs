//! Our own interface in a page, through its closed shadow roots: WebDriver's Get Element Shadow Root opens them without a test-only mode.

mod shadow;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::{WebDriver, WebElement};

use crate::wait::until;
use shadow::ShadowRoot;

/// Finds hosts without a name to go by: popovers of the top layer, at the end of the document or of an open dialog.
const HOSTS: &str = "
    const places = [document.documentElement];
    const trees = [document];
    for (let tree; tree = trees.pop();) {
        for (const element of tree.querySelectorAll('*')) {
            if (element.localName === 'dialog' && element.open) places.push(element);
            if (element.shadowRoot) trees.push(element.shadowRoot);
        }
    }
    return places.flatMap((place) => [...place.children].filter((child) =>
        child.localName === 'div' && child.getAttribute('popover') === 'manual' && !child.shadowRoot));";

/// State of the pill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pill {
    /// `empty`, `checking`, `clear`, `review`, `held`, `not-checking` or `notice`.
    pub state: String,
    /// How many findings it counts.
    pub count: usize,
    /// `local`, `remote`, or nothing while no engine runs.
    pub engine: Option<String>,
    /// What it says.
    pub text: String,
}

/// An underline, of whatever kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Painted {
    /// `hold`, `warn` or `info`.
    pub severity: String,
    /// The underlined words.
    pub words: String,
}

impl Painted {
    /// A painted word, as tests expect it.
    #[must_use]
    pub fn new(severity: &str, words: &str) -> Self {
        Self { severity: severity.to_owned(), words: words.to_owned() }
    }
}

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Id of the rule.
    pub rule: String,
    /// `hold`, `warn` or `info`.
    pub severity: String,
    /// Which of how many findings, from 0.
    pub index: usize,
    /// How many findings there are.
    pub count: usize,
    /// The words it is about; empty when it is about the whole post.
    pub words: String,
    /// The sentence.
    pub message: String,
}

/// Our interface as text, to be looked at where tools can reach it.
#[derive(Clone, Debug, Deserialize)]
pub struct Copy {
    /// What is inside of the shadow root, as HTML.
    pub markup: String,
    /// Its style rules, as CSS.
    pub styles: String,
}

/// Our interface in the driver's current tab and frame.
#[derive(Clone, Copy, Debug)]
pub struct Interface<'a> {
    driver: &'a WebDriver,
}

impl<'a> Interface<'a> {
    /// The interface in the current tab.
    #[must_use]
    pub fn of(driver: &'a WebDriver) -> Self {
        Self { driver }
    }

    /// How many hosts of ours the page has.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn hosts(&self) -> Result<usize> {
        Ok(self.roots().await?.len())
    }

    /// The visible elements of a part, in the composer that was focused last first.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn all(&self, css: &str) -> Result<Vec<WebElement>> {
        let mut found = Vec::new();
        for root in self.roots().await?.iter().rev() {
            for element in root.find_all(css).await? {
                if element.is_displayed().await? {
                    found.push(element);
                }
            }
        }
        Ok(found)
    }

    /// The first visible element that `css` selects.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn find(&self, css: &str) -> Result<Option<WebElement>> {
        Ok(self.all(css).await?.into_iter().next())
    }

    /// Waits for a visible element.
    ///
    /// # Errors
    ///
    /// It does not come.
    pub async fn wait(&self, css: &str) -> Result<WebElement> {
        until(css, async || self.find(css).await).await
    }

    /// Waits until nothing visible is selected by `css`.
    ///
    /// # Errors
    ///
    /// It stays.
    pub async fn wait_gone(&self, css: &str) -> Result<()> {
        until(&format!("{css} to go"), async || Ok(self.find(css).await?.is_none().then_some(()))).await
    }

    /// Waits for a visible element and clicks it with the mouse.
    ///
    /// # Errors
    ///
    /// It does not come, or something covers it.
    pub async fn press(&self, css: &str) -> Result<()> {
        until(&format!("a click on {css}"), async || {
            let Some(element) = self.find(css).await? else { return Ok(None) };
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// The pill, if there is one.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn pill(&self) -> Result<Option<Pill>> {
        let Some(pill) = self.find("[data-part=pill]").await? else { return Ok(None) };
        Ok(Some(Pill {
            state: attribute(&pill, "data-state").await?,
            count: pill.attr("data-count").await?.map_or(Ok(0), |count| count.parse())?,
            engine: pill.attr("data-engine").await?,
            text: pill.text().await?,
        }))
    }

    /// Waits until the pill is in one of `states`.
    ///
    /// # Errors
    ///
    /// It does not come there; the error tells where it is.
    pub async fn wait_pill(&self, states: &[&str]) -> Result<Pill> {
        until("the pill's state", async || {
            let pill = self.pill().await?.context("no pill")?;
            if states.contains(&pill.state.as_str()) {
                return Ok(Some(pill));
            }
            bail!("the pill is {pill:?}, not {states:?}")
        })
        .await
    }

    /// The card, if it is open.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn card(&self) -> Result<Option<Card>> {
        let Some(card) = self.find("[data-part=card]").await? else { return Ok(None) };
        Ok(Some(Card {
            rule: attribute(&card, "data-rule").await?,
            severity: attribute(&card, "data-severity").await?,
            index: attribute(&card, "data-index").await?.parse()?,
            count: attribute(&card, "data-count").await?.parse()?,
            words: match self.find("[data-part=card-words]").await? {
                Some(words) => words.text().await?,
                None => String::new(),
            },
            message: self.find("[data-part=card-message]").await?.context("a card without message")?.text().await?,
        }))
    }

    /// Waits until the card shows a finding of `rule`.
    ///
    /// # Errors
    ///
    /// It does not.
    pub async fn wait_card(&self, rule: &str) -> Result<Card> {
        until("the card", async || {
            let card = self.card().await?.context("no card")?;
            if card.rule == rule {
                return Ok(Some(card));
            }
            bail!("the card shows {card:?}, not {rule}")
        })
        .await
    }

    /// Goes through the cards until one shows `rule`; opens the first from the pill.
    ///
    /// # Errors
    ///
    /// No card shows it.
    pub async fn open_card(&self, rule: &str) -> Result<Card> {
        if self.card().await?.is_none() {
            self.press("[data-part=pill]").await?;
        }
        let mut seen = Vec::new();
        loop {
            let card = until("a card", async || Ok(self.card().await?.filter(|card| !seen.contains(&card.index)))).await?;
            if card.rule == rule {
                return Ok(card);
            }
            seen.push(card.index);
            if seen.len() == card.count {
                bail!("no card is about {rule}; the last one was {card:?}");
            }
            self.press("[data-part=next]").await?;
        }
    }

    /// Reads every finding from its card, in the order of the text; the card must be open and stays open.
    ///
    /// # Errors
    ///
    /// The cards do not go round.
    pub async fn cards(&self) -> Result<Vec<Card>> {
        let mut card = until("a card", async || self.card().await).await?;
        let mut cards = vec![card.clone()];
        while cards.len() < card.count {
            let before = card.index;
            self.press("[data-part=next]").await?;
            card = until("the next card", async || Ok(self.card().await?.filter(|card| card.index != before))).await?;
            cards.push(card.clone());
        }
        cards.sort_by_key(|card| card.index);
        Ok(cards)
    }

    /// Underlines in a rich editor, read from the page's own highlight registry, in order.
    ///
    /// # Errors
    ///
    /// The driver refuses.
    pub async fn highlights(&self) -> Result<Vec<Painted>> {
        let script = "
            const names = { 'h-1': 'hold', 'h-2': 'warn', 'h-3': 'info' };
            return [...CSS.highlights].filter(([name]) => name in names)
                .flatMap(([name, ranges]) => [...ranges].map((range) => [names[name], range.toString()]))
                .filter(([, words]) => words !== '');";
        let found: Vec<(String, String)> = self.driver.execute(script, vec![]).await?.convert()?;
        let mut painted: Vec<Painted> = found.into_iter().map(|(severity, words)| Painted { severity, words }).collect();
        painted.sort();
        Ok(painted)
    }

    /// Underlines over a textarea, read from the overlay's boxes; `value` is the textarea's.
    ///
    /// # Errors
    ///
    /// The driver refuses, or a mark lies outside of the text.
    pub async fn marks(&self, value: &str) -> Result<Vec<Painted>> {
        let units: Vec<u16> = value.encode_utf16().collect();
        let mut painted = Vec::new();
        for mark in self.all("[data-part=overlay] [data-part=mark]").await? {
            let start: usize = attribute(&mark, "data-start").await?.parse()?;
            let end: usize = attribute(&mark, "data-end").await?.parse()?;
            let words = units.get(start..end).with_context(|| format!("a mark {start}..{end} outside of {} units", units.len()))?;
            let mark = Painted { severity: attribute(&mark, "data-severity").await?, words: String::from_utf16(words)? };
            // A mark that wraps has a box a line.
            if !painted.contains(&mark) {
                painted.push(mark);
            }
        }
        painted.sort();
        Ok(painted)
    }

    /// Markup and styles of the composer that was focused last, as they are now.
    ///
    /// # Errors
    ///
    /// The page has nothing of ours, or the driver refuses.
    pub async fn copy(&self) -> Result<Copy> {
        let root = self.roots().await?.pop().context("nothing of ours is in the page")?;
        let script = "
            const [root] = arguments;
            const styles = [...root.adoptedStyleSheets, ...root.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
            return { markup: root.innerHTML, styles: styles.map((rule) => rule.cssText).join('\\n') };";
        Ok(self.driver.execute(script, vec![root.to_json()]).await?.convert()?)
    }

    async fn roots(&self) -> Result<Vec<ShadowRoot>> {
        let hosts: Vec<Value> = self.driver.execute(HOSTS, vec![]).await?.convert()?;
        let mut roots = Vec::new();
        for host in hosts {
            let host = WebElement::from_json(host, self.driver.handle().clone())?;
            // Popovers of the page itself have none.
            if let Some(root) = ShadowRoot::of(self.driver, &host).await? {
                roots.push(root);
            }
        }
        Ok(roots)
    }
}

async fn attribute(element: &WebElement, name: &str) -> Result<String> {
    element.attr(name).await?.with_context(|| format!("our interface has an element without {name}"))
}
