//! What the background tells the popup: the Rust side of the messages in ARCHITECTURE.md.

use serde::{Deserialize, Serialize};

/// The answer to `popup-state`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PopupState {
    /// The site's origin, `https://example.org`; empty for pages that have none.
    pub origin: String,
    /// The site's host name; empty for pages that have none.
    pub host: String,
    /// Whether we can check here at all.
    pub supported: Supported,
    /// Whether checking is switched on for this site.
    pub on: bool,
    /// What the page's own frames last told; `None` while they have told nothing.
    pub page: Option<Page>,
    /// The rule sets in force.
    pub rule_sets: Vec<RuleSet>,
    /// The organisation's rule set, if one was chosen.
    pub organisation: Option<Organisation>,
    /// The extension's version.
    pub version: String,
}

/// Whether a site can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Supported {
    /// One of the sites that work from the start.
    BuiltIn,
    /// Any other web site: works once the user switches it on and the browser grants it.
    Generic,
    /// Browser pages, stores, files: no extension may run there.
    None,
}

/// What is going on in the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// The state of its composers, the gravest first.
    pub state: PageState,
    /// Why it is not checking, as a sentence.
    pub reason: Option<String>,
    /// Where the check runs.
    pub engine: Option<EnginePlace>,
    /// Findings in all its composers.
    pub findings: usize,
    /// Composers seen.
    pub composers: usize,
}

/// The state of the page's composers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageState {
    /// No composer was focused yet.
    None,
    /// A check is running.
    Checking,
    /// Nothing was found.
    Clear,
    /// Something was found.
    Review,
    /// Publish is held.
    Held,
    /// A field cannot be checked.
    NotChecking,
}

/// Where the engine runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnginePlace {
    /// In the page's tab.
    Local,
    /// In the extension's background, because the page refuses wasm.
    Remote,
}

/// A rule set in force, as the engine tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RuleSet {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its name for people.
    pub title: String,
    /// Whether it is on for this organisation.
    #[serde(default = "yes")]
    pub on: bool,
    /// How many rules it has.
    pub rules: usize,
    /// The day of this version, YYYY-MM-DD.
    #[serde(default)]
    pub updated: Option<String>,
}

/// Engines before 0.2 tell no `on`.
fn yes() -> bool {
    true
}

/// The organisation's rule set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Organisation {
    /// Its name for people.
    pub title: String,
    /// The file it was read from.
    pub file: Option<String>,
    /// The day it was chosen, YYYY-MM-DD.
    pub since: Option<String>,
}

/// What the popup asks of the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Request {
    /// Answered with a [`PopupState`].
    PopupState {
        /// The tab the popup speaks about.
        tab: i32,
    },
    /// Switches checking on or off for a site; answered with an [`Answer`].
    SetSite {
        /// The site's origin.
        origin: String,
        /// Whether to check there.
        on: bool,
    },
    /// Takes an organisation's rule set into use, or removes it; answered with an [`Answer`].
    SetOrganisation {
        /// The rule set as canonical JSON; `None` removes it.
        json: Option<String>,
        /// The file it was read from.
        file: Option<String>,
    },
}

/// Whether the background did as asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Answer {
    /// Whether it was done.
    pub ok: bool,
    /// Why not, one sentence each.
    #[serde(default)]
    pub problems: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_the_contract_is_read() {
        let text = r#"{"origin":"https://x.com","host":"x.com","supported":"built-in","on":true,
            "page":{"state":"not-checking","reason":"This field cannot be read here.","engine":null,"findings":0,
                    "composers":1,"site":"x"},
            "ruleSets":[{"id":"a","version":2,"title":"A","rules":7,"source":"built-in"}],
            "organisation":null,"version":"0.1.0"}"#;
        let state: PopupState = serde_json::from_str(text).expect("the contract's example is read");
        assert_eq!(state.supported, Supported::BuiltIn);
        assert_eq!(state.page.map(|page| page.state), Some(PageState::NotChecking));
        assert_eq!(state.rule_sets[0].rules, 7);
    }

    #[test]
    fn requests_are_written_as_the_contract_says() {
        let json = |request| serde_json::to_string(&request).expect("requests are plain data");
        assert_eq!(json(Request::PopupState { tab: 7 }), r#"{"type":"popup-state","tab":7}"#);
        assert_eq!(
            json(Request::SetSite { origin: "https://a.example".into(), on: false }),
            r#"{"type":"set-site","origin":"https://a.example","on":false}"#
        );
        assert_eq!(json(Request::SetOrganisation { json: None, file: None }), r#"{"type":"set-organisation","json":null,"file":null}"#);
    }
}
