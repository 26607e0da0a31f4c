//! How a state is said: one short line, and at most one sentence that says what to do.

use crate::state::{EnginePlace, Page, PageState, PopupState, RuleSet, Supported};

/// How a line is coloured, beside its words; never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say about a text.
    Quiet,
    /// Nothing was found.
    Clear,
    /// Something to look at.
    Review,
    /// Publish is held.
    Held,
}

impl Tone {
    /// The name used in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Quiet => "quiet",
            Tone::Clear => "clear",
            Tone::Review => "review",
            Tone::Held => "held",
        }
    }
}

/// The state of this page in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// How it is coloured.
    pub tone: Tone,
    /// The line.
    pub line: String,
    /// What to do, or why.
    pub detail: String,
}

/// Says how things stand on this page. It never says that a post is fine: only that nothing was found.
pub fn status(state: &PopupState) -> Status {
    match (state.supported, state.on, &state.page) {
        (Supported::None, _, _) => quiet("Not checking here", "Extensions cannot run on this page."),
        (Supported::Generic, false, _) => {
            quiet("Off on this site", "Switch it on to check what you type here; your browser asks once for this site.")
        }
        (Supported::BuiltIn, false, _) => quiet("Off on this site", "Nothing you type here is checked."),
        (_, true, None) => quiet("Nothing to check yet", "Start a post, comment or reply. If nothing happens, reload the page."),
        (_, true, Some(page)) => page_status(page),
    }
}

fn page_status(page: &Page) -> Status {
    match page.state {
        PageState::None => quiet("Nothing to check yet", "Start a post, comment or reply to have it checked."),
        PageState::Checking => quiet("Checking…", "The result appears here and beside your text."),
        PageState::Clear => Status {
            tone: Tone::Clear,
            line: "Nothing found".into(),
            detail: match page.composers {
                0 | 1 => "In what you are writing on this page.".into(),
                several => format!("In the {several} texts you are writing on this page."),
            },
        },
        PageState::Review => Status {
            tone: Tone::Review,
            line: format!("{} to review", page.findings),
            detail: "Underlined in your text; press Alt+Shift+S there to read them one by one.".into(),
        },
        PageState::Held => Status {
            tone: Tone::Held,
            line: format!("Held: {} to review", page.findings),
            detail: "Repair your text, or give a reason when you post.".into(),
        },
        PageState::NotChecking => quiet(
            "Not checking here",
            page.reason.as_deref().unwrap_or("This field cannot be read; you can post, and nothing was checked."),
        ),
    }
}

fn quiet(line: &str, detail: &str) -> Status {
    Status { tone: Tone::Quiet, line: line.into(), detail: detail.into() }
}

/// Where the check runs; nothing while that is not known.
pub fn engine(state: &PopupState) -> Option<&'static str> {
    match state.page.as_ref()?.engine? {
        EnginePlace::Local => Some("Checked inside this tab. Nothing you type leaves it."),
        EnginePlace::Remote => {
            Some("Checked in the extension's background on this device, because this site does not allow it in the tab.")
        }
    }
}

/// The line under a rule set's title.
pub fn rule_set(set: &RuleSet) -> String {
    let mut line = format!("Version {} · {}", set.version, count(set.rules, "rule"));
    if let Some(day) = &set.updated {
        line.push_str(&format!(" · updated {day}"));
    }
    if !set.on {
        line.insert_str(0, "Off for your organization · ");
    }
    line
}

/// A number with its noun.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(supported: Supported, on: bool, page: Option<Page>) -> PopupState {
        PopupState {
            origin: "https://x.com".into(),
            host: "x.com".into(),
            supported,
            on,
            page,
            rule_sets: Vec::new(),
            organisation: None,
            version: "0.1.0".into(),
        }
    }

    fn page(state: PageState, findings: usize) -> Option<Page> {
        Some(Page { state, reason: None, engine: Some(EnginePlace::Local), findings, composers: 1 })
    }

    fn line(state: &PopupState) -> String {
        status(state).line
    }

    #[test]
    fn off_wins_over_what_the_page_last_told() {
        assert_eq!(line(&state(Supported::BuiltIn, false, page(PageState::Held, 2))), "Off on this site");
        assert_eq!(line(&state(Supported::Generic, false, None)), "Off on this site");
        assert_eq!(line(&state(Supported::None, true, None)), "Not checking here");
    }

    #[test]
    fn findings_are_counted_and_clear_promises_nothing() {
        assert_eq!(line(&state(Supported::BuiltIn, true, page(PageState::Held, 2))), "Held: 2 to review");
        assert_eq!(line(&state(Supported::BuiltIn, true, page(PageState::Review, 1))), "1 to review");
        assert_eq!(line(&state(Supported::Generic, true, page(PageState::Clear, 0))), "Nothing found");
    }

    #[test]
    fn a_page_that_cannot_be_checked_says_why() {
        let mut page = page(PageState::NotChecking, 0).expect("a page");
        page.reason = Some("The checker did not start on this page.".into());
        let said = status(&state(Supported::BuiltIn, true, Some(page)));
        assert_eq!((said.tone, said.detail.as_str()), (Tone::Quiet, "The checker did not start on this page."));
    }

    #[test]
    fn rule_sets_are_told_with_version_size_and_day() {
        let mut set = RuleSet { id: "a".into(), version: 3, title: "A".into(), on: true, rules: 1, updated: None };
        assert_eq!(rule_set(&set), "Version 3 · 1 rule");
        set.rules = 12;
        set.updated = Some("2026-11-22".into());
        assert_eq!(rule_set(&set), "Version 3 · 12 rules · updated 2026-11-22");
        set.on = false;
        assert_eq!(rule_set(&set), "Off for your organization · Version 3 · 12 rules · updated 2026-11-22");
    }
}
