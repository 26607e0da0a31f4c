//! One rule as data.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::post::{AccountHistory, Attachment, AttachmentKind, PastPost, PostClass, Surface};
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
        /// When it counts: `with`, `unless` and `answering`; `lower_near` are words of consent.
        trigger: Trigger,
    },
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
            | Self::Story { trigger, .. } => Some(trigger),
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

named! {
    /// A check of a pattern's value by code. Source of each: `src/detect/validators.rs`.
    Validator {
        /// Social security number: never-issued groups lower the confidence.
        Ssn = "ssn",
        /// Payment card: Luhn check digit.
        Luhn = "luhn",
        /// Medicare Beneficiary Identifier: position classes.
        Mbi = "mbi",
        /// DEA registration number: check digit.
        Dea = "dea",
        /// Vehicle identification number: check digit.
        Vin = "vin",
        /// IMEI of a device: 15 digits with a Luhn check digit.
        Imei = "imei",
        /// NHS number: modulus 11.
        Nhs = "nhs",
        /// UK National Insurance number: letters in use.
        Nino = "nino",
        /// Scottish Community Health Index number: a day and modulus 11.
        Chi = "chi",
        /// Dutch citizen service number: the eleven test.
        Bsn = "bsn",
        /// Spanish DNI or NIE: check letter.
        Dni = "dni",
        /// French NIR: key modulo 97.
        Nir = "nir",
        /// Polish PESEL: weighted check digit.
        Pesel = "pesel",
        /// Australian Medicare card number: weighted check digit.
        MedicareAu = "medicare-au",
        /// Australian Individual Healthcare Identifier: prefix and Luhn check digit.
        Ihi = "ihi",
        /// Canadian social insurance number: nine digits with a Luhn check digit.
        Sin = "sin",
        /// Ontario health number: ten digits with a Luhn check digit.
        Ohip = "ohip",
        /// British Columbia personal health number: 9, then modulus 11.
        PhnBc = "phn-bc",
        /// Quebec health insurance number: four letters and a day of birth.
        Ramq = "ramq",
        /// International bank account number: modulus 97.
        Iban = "iban",
        /// At least one digit.
        HasDigit = "has-digit",
        /// Not a word of the language: letters and digits mixed, or digits only.
        Code = "code",
    }
}

named! {
    /// A detector for identifiers. Each lives in `src/detect/`.
    Detector {
        /// Social security numbers.
        Ssn = "ssn",
        /// Telephone numbers.
        Phone = "phone",
        /// Fax numbers.
        Fax = "fax",
        /// E-mail addresses.
        Email = "email",
        /// IP addresses.
        Ip = "ip",
        /// Portal addresses that carry a person or a token.
        PortalUrl = "portal-url",
        /// Dates tied to care.
        CareDate = "care-date",
        /// Days told from today or by their name.
        RelativeDate = "relative-date",
        /// Ages over 89.
        AgeOver89 = "age-over-89",
        /// Persons named by a cue.
        NameByCue = "name-by-cue",
        /// Persons named as somebody's family.
        RelativeName = "relative-name",
        /// Persons who treat: "Dr. Patel".
        ClinicianName = "clinician-name",
        /// Persons in the field of a form: "Name: Jane Roe".
        NameInField = "name-in-field",
        /// Given name and surname or initial.
        FullName = "full-name",
        /// Persons of whom nothing is told but the name.
        OtherName = "other-name",
        /// The same, and words and handles that are names only beside care: "Kevin", "@kevinroe".
        NameBesideCare = "name-beside-care",
        /// The name of the person who is being answered.
        AnsweredName = "answered-name",
        /// Record numbers in the organisation's own form, from the profile.
        OwnRecordNumber = "own-record-number",
        /// Hospitals, clinics and the like by name.
        Facility = "facility",
        /// A town before its state.
        Town = "town",
        /// A town of the list where a place stands, or any after words of living there.
        Locality = "locality",
        /// Addresses by their form.
        Address = "address",
        /// Addresses by the words before them.
        GivenAddress = "given-address",
        /// How old somebody is, whatever the age.
        Age = "age",
        /// He or she, and what he or she did.
        Narrative = "narrative",
        /// He, she, him, her: one person, not people.
        ThirdPerson = "third-person",
        /// A place or thing by its own name after a word such as "in", "at" or "from".
        NamedPlace = "named-place",
    }
}

named! {
    /// What a `ratio` rule measures.
    RatioMeasure {
        /// Capital letters among letters.
        Capitals = "capitals",
        /// Sentences that hold one of the phrases among all sentences.
        Sentences = "sentences",
    }
}

named! {
    /// What a `count` rule counts.
    CountMeasure {
        /// Hashtags.
        Hashtags = "hashtags",
        /// Long hashtags without capitals.
        UnreadableHashtags = "unreadable-hashtags",
        /// The longest row of emoji.
        EmojiRun = "emoji-run",
        /// Mentions of accounts.
        Mentions = "mentions",
        /// Emoji.
        Emoji = "emoji",
        /// Letters made of mathematical or enclosed symbols.
        StyledLetters = "styled-letters",
        /// The longest row of drawing characters.
        SymbolRun = "symbol-run",
        /// School grade by Flesch–Kincaid, of posts with three sentences or more.
        ReadingGrade = "reading-grade",
        /// Words of the longest sentence.
        LongestSentence = "longest-sentence",
    }
}

named! {
    /// What an `attachment` rule looks at.
    AttachmentCondition {
        /// No alternative text is written.
        NoAltText = "no-alt-text",
        /// The alternative text is a file name.
        FileNameAlt = "file-name-alt",
        /// The alternative text starts by saying that it is a picture.
        AnnouncedAlt = "announced-alt",
        /// Such a file is attached.
        Present = "present",
    }
}

named! {
    /// How a safe reply sounds.
    ReplyTone {
        /// Thanks, and nothing about who wrote.
        Thankful = "thankful",
        /// Sorry to read it, and an offer to talk.
        Apologetic = "apologetic",
        /// Why nothing can be said here, and where to turn.
        Neutral = "neutral",
    }
}

impl ReplyTone {
    /// What its button says before the reply.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Thankful => "Thankful reply",
            Self::Apologetic => "Apologetic reply",
            Self::Neutral => "Neutral reply",
        }
    }
}

/// A repair a rule offers. None asserts a fact for the writer: consent, licence and results are
/// gaps to fill or boxes to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum FixSpec {
    /// Replace the words found.
    Replace(String),
    /// Replace the whole post by one of the safe replies in this tone, which the profile holds.
    SafeReply(ReplyTone),
    /// Replace the words found if they are these.
    ReplaceWord {
        /// The words, in lower case.
        word: String,
        /// What stands there afterwards.
        with: String,
    },
    /// Insert at the start.
    InsertStart(String),
    /// Insert at the end.
    InsertEnd(String),
    /// Insert at the end, with a gap `[ ]` to fill.
    Blank(String),
    /// Confirm this sentence; nothing is inserted.
    Attest(String),
}

impl FixSpec {
    /// What it does, as people are told, and its words.
    #[must_use]
    pub fn told(&self) -> (&'static str, &str) {
        match self {
            Self::Replace(text) if text.is_empty() => ("take the words out", text),
            Self::Replace(text) | Self::ReplaceWord { with: text, .. } => ("replace by", text),
            Self::InsertStart(text) => ("start with", text),
            Self::InsertEnd(text) => ("end with", text),
            Self::Blank(text) => ("add, to fill", text),
            Self::Attest(text) => ("confirm", text),
            Self::SafeReply(tone) => ("replace the post by a safe reply", tone.name()),
        }
    }
}

/// An example post: usually a text alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "ExampleForm", into = "ExampleForm")]
pub struct Example {
    /// The text.
    pub text: String,
    /// Files attached.
    pub attachments: Vec<Attachment>,
    /// The name of the person who is answered, empty if it answers nobody.
    pub answers: String,
    /// The text that is answered.
    pub answered_text: String,
    /// The profile's record number forms, for rules that need some.
    pub mrn_formats: Vec<String>,
    /// How many posts of each class the account posted lately.
    pub history: ExampleHistory,
}

/// An example's history, as counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExampleHistory {
    /// Posts that sold.
    pub promotion: u32,
    /// Others.
    pub other: u32,
}

impl From<ExampleHistory> for AccountHistory {
    fn from(counts: ExampleHistory) -> Self {
        let of = |class, count| (0..count).map(move |_| PastPost { day: Date::default(), class });
        Self { posts: of(PostClass::Promotion, counts.promotion).chain(of(PostClass::Other, counts.other)).collect() }
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged, rename_all_fields = "kebab-case")]
enum ExampleForm {
    Text(String),
    Full {
        text: String,
        #[serde(default)]
        attachments: Vec<Attachment>,
        #[serde(default)]
        answers: String,
        #[serde(default)]
        answered_text: String,
        #[serde(default)]
        mrn_formats: Vec<String>,
        #[serde(default)]
        history: ExampleHistory,
    },
}

impl From<ExampleForm> for Example {
    fn from(form: ExampleForm) -> Self {
        match form {
            ExampleForm::Text(text) => Self { text, ..Self::default() },
            ExampleForm::Full { text, attachments, answers, answered_text, mrn_formats, history } => {
                Self { text, attachments, answers, answered_text, mrn_formats, history }
            }
        }
    }
}

impl From<Example> for ExampleForm {
    fn from(example: Example) -> Self {
        let Example { text, attachments, answers, answered_text, mrn_formats, history } = example;
        Self::Full { text, attachments, answers, answered_text, mrn_formats, history }
    }
}
