//! What is wrong with a rule set, where, and what to try.

use std::fmt;
use std::ops::Range;

use super::phrase::PhraseError;

/// One problem of a rule set. Loading collects all of them instead of stopping at the first.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetError {
    /// The file, as it was named; empty for a set that was not read from files.
    pub file: String,
    /// The line, from 1; 0 where there is none.
    pub line: usize,
    /// The bytes of the file at fault, if known.
    pub span: Option<Range<usize>>,
    /// The rule it is about, if any.
    pub rule: Option<String>,
    /// What is wrong.
    pub kind: RuleSetErrorKind,
}

/// What is wrong with a rule set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RuleSetErrorKind {
    /// Not TOML; the parser's words.
    Syntax(String),
    /// Bytes that are no UTF-8, from this byte on.
    NotUtf8 {
        /// The first byte at fault.
        at: usize,
    },
    /// A file without any entry.
    Empty,
    /// No `[ruleset]` header in any file.
    NoHeader,
    /// A second `[ruleset]` header.
    SecondHeader,
    /// A key that does not exist here.
    UnknownKey {
        /// As written.
        key: String,
        /// The key that was probably meant.
        suggestion: Option<String>,
    },
    /// A key that must be there.
    Missing {
        /// Its name.
        key: &'static str,
    },
    /// A value of the wrong type.
    WrongType {
        /// The key.
        key: String,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A value outside a closed list.
    UnknownValue {
        /// The key.
        key: String,
        /// As written.
        value: String,
        /// The closed list.
        allowed: Vec<&'static str>,
    },
    /// A text that is empty.
    EmptyText {
        /// The key.
        key: &'static str,
    },
    /// A text too long for the card.
    TooLong {
        /// The key.
        key: &'static str,
        /// Most characters allowed.
        max: usize,
    },
    /// A number outside its range.
    OutOfRange {
        /// The key.
        key: &'static str,
        /// The range, in words.
        range: &'static str,
    },
    /// An id that is not `topic/name` in kebab-case.
    BadId {
        /// As written.
        id: String,
    },
    /// An id used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it stood first.
        first_line: usize,
    },
    /// A phrase that cannot be read.
    Phrase {
        /// As written.
        phrase: String,
        /// Why not.
        error: PhraseError,
    },
    /// A pattern that cannot be used.
    Pattern {
        /// As written.
        pattern: String,
        /// Why not.
        reason: String,
    },
    /// An entry of the profile that cannot be right.
    Profile {
        /// The key.
        key: &'static str,
        /// As written.
        value: String,
        /// What belongs there.
        wanted: &'static str,
    },
    /// A kind of rule that lacks what it looks for.
    NothingToLookFor {
        /// The key that should hold it.
        key: &'static str,
    },
    /// No model is named so.
    UnknownModel {
        /// The name.
        name: String,
    },
    /// A story needs a signal that none of its signals is named.
    UnknownSignal {
        /// The name.
        name: String,
    },
    /// Too few examples.
    TooFewExamples {
        /// `flags` or `allows`.
        key: &'static str,
        /// How many are needed.
        need: usize,
    },
    /// A `flags` example that the rule does not find.
    NotFlagged {
        /// The example.
        example: String,
    },
    /// An `allows` example that the rule finds.
    Flagged {
        /// The example.
        example: String,
        /// The words it found.
        words: String,
    },
    /// A rule that finds something in talk about pay, staffing, working conditions or unions.
    ProtectedTalk {
        /// The first such post it finds something in.
        sentence: String,
    },
    /// An override of a rule that exists nowhere below.
    UnknownRule {
        /// Its id.
        id: String,
    },
    /// A switch of a set that is in no layer below.
    UnknownSet {
        /// Its id.
        id: String,
    },
    /// More rules than a set may have.
    TooManyRules {
        /// The limit.
        max: usize,
    },
    /// The compiled form cannot be built or read.
    Compiled(String),
}

impl RuleSetErrorKind {
    /// What to try, where something general can be said.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Syntax(_) => Some("texts stand in \"quotes\", lists in [brackets], each rule starts with [[rule]]".into()),
            Self::NotUtf8 { .. } => Some("save the file as UTF-8".into()),
            Self::Empty | Self::NoHeader => {
                Some("start ruleset.toml with [ruleset] and its id, version, title, description and updated".into())
            }
            Self::SecondHeader => Some("keep one [ruleset] header in ruleset.toml".into()),
            Self::UnknownKey { suggestion: Some(key), .. } => Some(format!("did you mean '{key}'?")),
            Self::UnknownKey { .. } => Some("remove it, or look at docs/rule-sets.md for the keys of this kind".into()),
            Self::UnknownValue { allowed, .. } => Some(format!("use one of: {}", allowed.join(", "))),
            Self::BadId { .. } => Some("write it as topic/name, lower case, words joined by '-'".into()),
            Self::DuplicateId { .. } => Some("give this rule an id of its own".into()),
            Self::TooFewExamples { .. } => Some("examples are the rule's test: add posts it must and must not find".into()),
            Self::NotFlagged { .. } => Some("widen the rule, or move the example to 'allows'".into()),
            Self::Flagged { .. } => Some("narrow the rule (unless-near, quiet-when), or move the example to 'flags'".into()),
            Self::UnknownModel { .. } => Some("docs/rule-sets.md lists the models; a rule set cannot bring its own".into()),
            Self::UnknownSignal { .. } => Some("'needs' lists names of the rule's signals".into()),
            Self::ProtectedTalk { .. } => Some(
                "staff may talk about pay, staffing, working conditions and unions (29 USC 157, 158); narrow the rule until it leaves such talk alone"
                    .into(),
            ),
            Self::NothingToLookFor { .. } => Some("a rule without words to look for would never find anything".into()),
            _ => None,
        }
    }
}

impl fmt::Display for RuleSetErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(words) => write!(f, "this is not TOML: {}", words.trim()),
            Self::NotUtf8 { at } => write!(f, "the file is not UTF-8 text from byte {at} on"),
            Self::Empty => f.write_str("the file is empty"),
            Self::NoHeader => f.write_str("no file has a [ruleset] header"),
            Self::SecondHeader => f.write_str("the rule set has a second [ruleset] header"),
            Self::UnknownKey { key, .. } => write!(f, "unknown key '{key}'"),
            Self::Missing { key } => write!(f, "'{key}' is missing"),
            Self::WrongType { key, expected, found } => write!(f, "'{key}' must be {expected}, not {found}"),
            Self::UnknownValue { key, value, .. } => write!(f, "'{value}' is no {key}"),
            Self::EmptyText { key } => write!(f, "'{key}' is empty"),
            Self::TooLong { key, max } => write!(f, "'{key}' is longer than {max} characters, too long for the card"),
            Self::OutOfRange { key, range } => write!(f, "'{key}' must be {range}"),
            Self::BadId { id } => write!(f, "'{id}' is no rule id"),
            Self::DuplicateId { id, first_line: 0 } => write!(f, "rule id '{id}' is already used; ids are never reused"),
            Self::DuplicateId { id, first_line } => write!(f, "rule id '{id}' is already used on line {first_line}; ids are never reused"),
            Self::Phrase { phrase, error } => write!(f, "phrase \"{phrase}\" {error}"),
            Self::Pattern { pattern, reason } => write!(f, "pattern '{pattern}' {reason}"),
            Self::Profile { key, value, wanted } => write!(f, "'{value}' in the profile's '{key}' must be {wanted}"),
            Self::NothingToLookFor { key } => write!(f, "'{key}' is empty"),
            Self::UnknownModel { name } => write!(f, "no model is named '{name}'"),
            Self::UnknownSignal { name } => write!(f, "no signal that speaks for a story is named '{name}'"),
            Self::TooFewExamples { key, need } => write!(f, "'{key}' needs at least {need} example{}", if *need == 1 { "" } else { "s" }),
            Self::NotFlagged { example } => write!(f, "its own example is not found: \"{example}\""),
            Self::Flagged { example, words } if words.is_empty() => write!(f, "finds something in a post it should allow: \"{example}\""),
            Self::Flagged { example, words } => write!(f, "finds \"{words}\" in a post it should allow: \"{example}\""),
            Self::ProtectedTalk { sentence } => write!(f, "would be shown on staff's talk about their work: \"{sentence}\""),
            Self::UnknownRule { id } => write!(f, "there is no rule '{id}' to override"),
            Self::UnknownSet { id } => write!(f, "there is no rule set '{id}' to switch on or off"),
            Self::TooManyRules { max } => write!(f, "a rule set holds at most {max} rules"),
            Self::Compiled(words) => f.write_str(words),
        }
    }
}

impl fmt::Display for RuleSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:", self.file)?;
            if self.line > 0 {
                write!(f, "{}:", self.line)?;
            }
            f.write_str(" ")?;
        }
        if let Some(rule) = &self.rule {
            write!(f, "{rule}: ")?;
        }
        write!(f, "{}", self.kind)?;
        match self.kind.hint() {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for RuleSetError {}
