//! What a check found.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::post::PostClass;
use crate::span::Span;

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The highest effective severity found; `info` counts as clear.
    pub verdict: Verdict,
    /// Findings about a place in the text first, in text order, then those about the whole post.
    pub findings: Vec<Finding>,
    /// How much of the platform's limit the text uses; `None` where no limit is known.
    pub limit: Option<LimitUse>,
}

impl Report {
    /// What the post is, for the account's history: it sells if a rule about promotion found
    /// something. Adverts and personal accounts, where those rules do not run, are never counted.
    #[must_use]
    pub fn class(&self) -> PostClass {
        let sells = self.findings.iter().any(|finding| finding.category == Category::Promotion);
        if sells { PostClass::Promotion } else { PostClass::Other }
    }
}

/// What may happen to the post now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing found that needs a second look.
    Clear,
    /// Something to look at before it goes out.
    Warn,
    /// Publishing is held until it is repaired or overridden.
    Hold,
}

/// Characters used and allowed, as the platform counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitUse {
    /// Characters the text takes.
    pub used: u32,
    /// Characters the platform allows.
    pub max: u32,
}

/// One thing a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// What kind of problem it is.
    pub category: Category,
    /// The Safe Harbor identifier it marks, if it marks one.
    pub identifier: Option<Identifier>,
    /// How the reader is told; already lowered where the evidence is weak.
    pub severity: Severity,
    /// How strong the evidence is.
    pub confidence: Confidence,
    /// The value alone, without cue or title; `None` for findings about the whole post.
    pub span: Option<Span>,
    /// What was found, in one sentence.
    pub message: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// Where the rule comes from.
    pub source: Source,
    /// Which words and which context led here, one line each.
    pub evidence: Vec<String>,
    /// Repairs offered; none is ever applied by itself.
    pub fixes: Vec<Fix>,
}

/// Where a rule comes from and when a person last checked that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What gives the rule its weight.
    pub authority: Authority,
    /// The passages it rests on ("45 CFR 164.514(b)(2)").
    pub cite: Vec<String>,
    /// Where it applies ("US", "UK", …).
    pub jurisdiction: Vec<String>,
    /// The day a person last read the source.
    pub checked: Date,
}

/// A repair, as an edit of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What kind of repair.
    pub kind: FixKind,
    /// What its button says.
    pub label: String,
    /// The edit; `None` for an attestation, which inserts nothing.
    pub edit: Option<Edit>,
}

/// Replace the bytes of `span` by `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Declares an enum with its names in rule sets and on the wire, and the list of all of them.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in rule sets and on the wire.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$variant),)+ _ => Err(()) }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// What kind of problem a finding is.
    Category {
        /// A HIPAA Safe Harbor identifier, in context.
        Phi = "phi",
        /// A recognisable patient without an identifier.
        PatientStory = "patient-story",
        /// A reply that confirms or denies that someone is a patient.
        PatientRelationship = "patient-relationship",
        /// A health claim that goes too far.
        Claim = "claim",
        /// A disclosure that is missing.
        Disclosure = "disclosure",
        /// Self-promotion overload.
        Promotion = "promotion",
        /// Wording that harms: arguing, stigma, unsafe wording.
        Tone = "tone",
        /// Text some readers cannot use.
        Access = "access",
        /// The organisation's or the ad platform's own rules.
        Policy = "policy",
    }
}

impl Category {
    /// Whether its rules protect patients and so run on personal accounts too.
    #[must_use]
    pub fn protects_patients(self) -> bool {
        matches!(self, Self::Phi | Self::PatientStory | Self::PatientRelationship)
    }
}

named! {
    /// How a finding is told. Policy decides it; evidence may only lower it.
    Severity {
        /// Worth knowing.
        Info = "info",
        /// Look at it before it goes out.
        Warn = "warn",
        /// Publishing is held.
        Hold = "hold",
    }
}

named! {
    /// How strong the evidence for a finding is.
    Confidence {
        /// Shown as `info`, never holds.
        Low = "low",
        /// Warns at the most.
        Medium = "medium",
        /// May hold, where policy says so.
        High = "high",
    }
}

impl Confidence {
    /// One step up.
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Low => Self::Medium,
            Self::Medium | Self::High => Self::High,
        }
    }

    /// One step down.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::High => Self::Medium,
            Self::Medium | Self::Low => Self::Low,
        }
    }

    /// The strongest severity such evidence can carry.
    #[must_use]
    pub fn limit(self) -> Severity {
        match self {
            Self::Low => Severity::Info,
            Self::Medium => Severity::Warn,
            Self::High => Severity::Hold,
        }
    }
}

named! {
    /// What gives a rule its weight.
    Authority {
        /// A statute or regulation.
        Law = "law",
        /// A regulator's published guidance.
        Guidance = "guidance",
        /// A professional board or association.
        Board = "board",
        /// The platform's own policy.
        Platform = "platform",
        /// House style: nobody's law, our advice.
        House = "house",
    }
}

named! {
    /// The 18 Safe Harbor identifiers of 45 CFR 164.514(b)(2)(i), as `eval/score.py` names them.
    Identifier {
        /// (A) Names.
        Name = "NAME",
        /// (B) Geographic subdivisions smaller than a state.
        Geo = "GEO",
        /// (C) Elements of dates, except the year.
        Date = "DATE",
        /// (C) Ages over 89.
        AgeOver89 = "AGE_OVER_89",
        /// (D) Telephone numbers.
        Phone = "PHONE",
        /// (E) Fax numbers.
        Fax = "FAX",
        /// (F) Email addresses.
        Email = "EMAIL",
        /// (G) Social security numbers.
        Ssn = "SSN",
        /// (H) Medical record numbers.
        Mrn = "MRN",
        /// (I) Health plan beneficiary numbers.
        HealthPlanId = "HEALTH_PLAN_ID",
        /// (J) Account numbers.
        Account = "ACCOUNT",
        /// (K) Certificate and license numbers.
        License = "LICENSE",
        /// (L) Vehicle identifiers and serial numbers, license plates included.
        Vehicle = "VEHICLE",
        /// (M) Device identifiers and serial numbers.
        Device = "DEVICE",
        /// (N) Web addresses (URLs).
        Url = "URL",
        /// (O) Internet Protocol addresses.
        Ip = "IP",
        /// (P) Biometric identifiers.
        Biometric = "BIOMETRIC",
        /// (Q) Full-face photographs.
        Photo = "PHOTO",
        /// (R) Any other unique identifying number, characteristic or code.
        OtherId = "OTHER_ID",
    }
}

named! {
    /// What kind of repair a fix is.
    FixKind {
        /// Replaces the words found.
        Replace = "replace",
        /// Replaces the whole post.
        ReplacePost = "replace-post",
        /// Inserts at the start of the post.
        InsertStart = "insert-start",
        /// Inserts at the end of the post.
        InsertEnd = "insert-end",
        /// Inserts a line with a gap that the writer must fill.
        Blank = "blank",
        /// Asks the writer to confirm something; inserts nothing.
        Attest = "attest",
    }
}
