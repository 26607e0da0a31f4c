//! Rule sets: what they say, how they are read, checked, compiled and layered.
//!
//! A rule set is data. It cannot make the engine slow, loop, fetch or run code: the kinds of
//! rules, validators and detectors are closed lists.

mod alternatives;
mod audience;
mod check;
mod closed_lists;
mod compile;
#[cfg(feature = "toml")]
mod docs;
mod error;
mod example;
mod fix;
mod index;
mod layer;
mod literal;
mod numbers;
mod packed;
mod phrase;
mod profile;
mod protected_talk;
mod rule;
#[cfg(feature = "toml")]
mod source;
mod validate;
mod vocabulary;

use serde::{Deserialize, Serialize};

pub use audience::{Audience, OrganisationKind, SetSwitch};
pub(crate) use check::check_with;
pub use check::stale_rules;
#[cfg(feature = "toml")]
pub use check::{check, js_patterns};
pub use closed_lists::{AttachmentCondition, CountMeasure, Detector, RatioMeasure, Validator};
pub use compile::{Compiled, SetInfo};
pub(crate) use compile::{CompiledRule, Role, Target, build_regex};
#[cfg(feature = "toml")]
pub use docs::{MARK as PAGE_MARK, Page, pages};
pub use error::{RuleSetError, RuleSetErrorKind};
pub use example::{Example, ExampleHistory};
pub use fix::{FixSpec, ReplyTone};
pub use layer::merge;
pub(crate) use numbers::Numbers;
pub(crate) use phrase::{Element, MAX_GAP};
pub use phrase::{Phrase, PhraseError};
pub use profile::{CONTACT_LINE, Profile, SafeReply};
pub use protected_talk::protected_talk;
pub use rule::{Body, Doubts, QuietWhen, Rule, Signal, Trigger};
#[cfg(feature = "toml")]
pub use source::{Places, SourceFile, parse};
pub use vocabulary::Vocabulary;
#[cfg(feature = "toml")]
pub use vocabulary::model_features;

use crate::date::Date;
use crate::report::Severity;

/// A rule set: header, profile, changes to other sets' rules, and rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleSet {
    /// Its name in files and settings ("hipaa-safe-harbor").
    pub id: String,
    /// Only ever goes up.
    pub version: u32,
    /// Its name for people.
    pub title: String,
    /// One or two sentences: what it looks for.
    pub description: String,
    /// The day of this version.
    pub updated: Date,
    /// For whom it is on when nobody says otherwise.
    #[serde(default)]
    pub audience: Audience,
    /// What the organisation is known by; keeps its own phones, staff and sites quiet.
    #[serde(default)]
    pub profile: Profile,
    /// Changes to rules of lower layers.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// Whole sets of lower layers switched on or off.
    #[serde(default)]
    pub switches: Vec<SetSwitch>,
    /// Its rules.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

impl RuleSet {
    /// The set on its own and for everybody, as its examples are run: no profile, no say about others.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self { audience: Audience::default(), profile: Profile::default(), switches: Vec::new(), overrides: Vec::new(), ..self.clone() }
    }
}

/// A change to a rule of a lower layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// The rule's id.
    pub rule: String,
    /// A new severity.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Whether the rule is switched off.
    #[serde(default)]
    pub off: bool,
}
