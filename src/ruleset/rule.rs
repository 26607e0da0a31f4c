//! One rule as data.

use serde::{Deserialize, Serialize};

use super::{AttachmentCondition, CountMeasure, Detector, Example, FixSpec, RatioMeasure, Validator};
use crate::post::{AttachmentKind, PostClass, Surface};
use crate::report::{Category, Confidence, Identifier, Severity, Source, named};

/// A rule: what it looks for, what it says, and its own examples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Stable name by topic ("claims/guaranteed-outcome"); never reused, even after removal.
    pub id: String,
    /// The engine version that brought it.
    pub since: String,
    /// What it finds.
    pub category: Category,
    /// How a finding is told when the evidence is strong.
    pub severity: Severity,
    /// How strong the evidence of a plain match is.
    pub confidence: Confidence,
    /// Where it runs; empty means everywhere.
    #[serde(default)]
    pub surfaces: Vec<Surface>,
    /// The Safe Harbor identifier its matches are.
    #[serde(default)]
    pub identifier: Option<Identifier>,
    /// Where it comes from.
    pub source: Source,
    /// What was found, in one sentence.
    pub message: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// Repairs offered.
    #[serde(default)]
    pub fixes: Vec<FixSpec>,
    /// Why there is no repair, where there is none.
    #[serde(default)]
    pub no_fix: Option<String>,
    /// Posts it must find; at least one.
    pub flags: Vec<Example>,
    /// Posts it must not find; at least two.
    pub allows: Vec<Example>,
    /// What it looks for.
    pub body: Body,
}

/// What a rule looks for, by kind. The list is closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum Body {
    /// Words in a row.
    Phrase {
        /// Which words, and when they count.
        trigger: Trigger,
    },
    /// A regular expression over folded text.
    Pattern {
        /// Expressions; a group named `value` marks what is underlined.
        patterns: Vec<String>,
        /// A check of the value by code.
        validator: Option<Validator>,
        /// When a match counts (`any` stays empty).
        trigger: Trigger,
    },
    /// A detector for identifiers that need more than a pattern.
    Identifier {
        /// Which detector.
        detector: Detector,
        /// When a match counts (`any` stays empty).
        trigger: Trigger,
    },
    /// Something must be said when something else is.
    Requires {
        /// What calls for it; without phrases of its own whatever answers its `answering`.
        when: Trigger,
        /// Ways to have said it.
        one_of: Vec<String>,
    },
    /// A share of the post.
    Ratio {
        /// What is measured.
        measure: RatioMeasure,
        /// The share, 0 to 1, from which on it fires.
        at_least: f64,
        /// How much text there must be: letters for `capitals`, sentences for `sentences`.
        minimum: u32,
        /// What counts, for `sentences`.
        trigger: Trigger,
    },
    /// A number of things in the post.
    Count {
        /// What is counted.
        measure: CountMeasure,
        /// Fires above this number.
        more_than: u32,
    },
    /// A share of what the account posted lately.
    History {
        /// Which posts are counted.
        class: PostClass,
        /// The share, 0 to 1, above which it fires; for promotion the profile may set another.
        at_least: f64,
        /// How many of the latest posts are looked at.
        last: u32,
        /// How many there must be.
        minimum: u32,
        /// Words this post must hold as well; none if `any` is empty.
        trigger: Trigger,
    },
    /// Something about the attached files.
    Attachment {
        /// Kinds of files it looks at.
        kinds: Vec<AttachmentKind>,
        /// What about them.
        condition: AttachmentCondition,
        /// Words the post must hold as well; none if `any` is empty.
        trigger: Trigger,
    },
    /// One patient told by several signals at once, none of which says it alone.
    Story {
        /// What speaks for and against it.
        signals: Vec<Signal>,
        /// From each of these lists one signal must stand in the window.
        needs: Vec<Vec<String>>,
        /// The sum of weights from which on it fires.
        at_least: u32,
        /// The sum from which on the evidence is one step stronger.
        sure_from: Option<u32>,
        /// How many neighbouring sentences are looked at together.
        within: u32,
        /// When it counts: `with`, `unless`, `answering` and `consent`.
        trigger: Trigger,
    },
    /// What a model learnt from labelled posts holds for likely.
    Learned {
        /// Which model.
        model: String,
        /// The sum of weights from which on it fires: 32nds of the logarithm of the odds, 0 for even odds.
        at_least: i32,
        /// A warning of a rule whose id starts so has told of it already.
        unless_told: Vec<String>,
        /// What the model holds for unlikely where other rules tell it.
        doubts: Option<Doubts>,
        /// When it counts: `with`, `unless`, `answering` and `unless_answering`.
        trigger: Trigger,
    },
}

/// What other rules find is only noted where the model holds it for unlikely.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Doubts {
    /// How the ids of those rules start.
    pub rules: Vec<String>,
    /// The sum of weights below which the model doubts.
    pub below: i32,
}

/// Something that speaks for or against a story. Of several signals of one name the heaviest counts,
/// once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signal {
    /// What it is, for the explanation: "a person", "a time".
    pub name: String,
    /// How much it adds; below zero it speaks against a story, wherever in the post it stands.
    pub weight: i32,
    /// Words that say it.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// A detector that finds it.
    #[serde(default)]
    pub detector: Option<Detector>,
    /// None of these may stand in the same sentence.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// Ways of speaking that keep it quiet.
    #[serde(default)]
    pub quiet_when: Vec<QuietWhen>,
}

impl Body {
    /// The kind's name in rule sets.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Phrase { .. } => "phrase",
            Self::Pattern { .. } => "pattern",
            Self::Identifier { .. } => "identifier",
            Self::Requires { .. } => "requires",
            Self::Ratio { .. } => "ratio",
            Self::Count { .. } => "count",
            Self::History { .. } => "history",
            Self::Attachment { .. } => "attachment",
            Self::Story { .. } => "story",
            Self::Learned { .. } => "learned",
        }
    }

    /// The conditions, for the kinds that have some.
    #[must_use]
    pub fn trigger(&self) -> Option<&Trigger> {
        match self {
            Self::Phrase { trigger }
            | Self::Pattern { trigger, .. }
            | Self::Identifier { trigger, .. }
            | Self::Requires { when: trigger, .. }
            | Self::Ratio { trigger, .. }
            | Self::History { trigger, .. }
            | Self::Attachment { trigger, .. }
            | Self::Story { trigger, .. }
            | Self::Learned { trigger, .. } => Some(trigger),
            Self::Count { .. } => None,
        }
    }
}

/// Which phrases set a rule off, and what around them keeps it quiet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Trigger {
    /// One of these phrases.
    #[serde(default)]
    pub any: Vec<String>,
    /// One of these must stand in the same sentence.
    #[serde(default)]
    pub near: Vec<String>,
    /// None of these may stand in the same sentence.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// One of these must stand somewhere in the post.
    #[serde(default)]
    pub with: Vec<String>,
    /// None of these may stand anywhere in the post.
    #[serde(default)]
    pub unless: Vec<String>,
    /// One of these must stand in the same sentence, or in the one before or after it.
    #[serde(default)]
    pub around: Vec<String>,
    /// One of these in the same sentence makes the evidence one step stronger.
    #[serde(default)]
    pub raise_near: Vec<String>,
    /// One of these in the same sentence makes the evidence one step weaker.
    #[serde(default)]
    pub lower_near: Vec<String>,
    /// One of these anywhere in the post keeps the evidence at medium: somebody agreed, in words that
    /// prove nothing.
    #[serde(default)]
    pub consent: Vec<String>,
    /// One of these must stand in what is being answered.
    #[serde(default)]
    pub answering: Vec<String>,
    /// None of these may stand in what is being answered.
    #[serde(default)]
    pub unless_answering: Vec<String>,
    /// Ways of speaking that keep it quiet.
    #[serde(default)]
    pub quiet_when: Vec<QuietWhen>,
}

named! {
    /// A way of speaking in which words do not claim anything.
    QuietWhen {
        /// "does not cure", "no guarantee".
        Negated = "negated",
        /// "Does it cure?"
        Question = "question",
        /// "Myth: it cures", "the seller claims that it cures".
        Reported = "reported",
    }
}
