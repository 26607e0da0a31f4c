//! Checks posts by healthcare staff for patient information, risky claims and missing
//! disclosures, while they are being written.
//!
//! The engine is a function from a post and rule sets to a report. It does no I/O, reads no clock
//! and keeps no global state: the same input gives the same findings, natively and in WebAssembly.
//!
//! ```
//! use scrubline::{Checker, Lists, Post, Profile, Verdict};
//! # fn main() -> Result<(), Vec<scrubline::ruleset::RuleSetError>> {
//! let checker = Checker::new(&[], &Profile::default(), Lists::default())?;
//! assert_eq!(checker.check(&Post::new("Flu shots this Friday!")).verdict, Verdict::Clear);
//! # Ok(())
//! # }
//! ```
//!
//! # Untrusted input
//!
//! Posts may be anything. A check takes time linear in the text, never fails, and reports at most
//! 100 findings a rule. Rule sets may be hostile: kinds, validators and detectors are closed
//! lists, patterns are bounded in size and run in linear time around a literal they must contain,
//! and a set with a single problem is refused whole, with every problem listed.

// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod checker;
mod checks;
mod date;
mod detect;
mod hits;
mod learned;
mod limit;
mod overlap;
mod post;
mod report;
pub mod ruleset;
mod span;
mod text;

pub use checker::Checker;
pub use date::{Date, NotADate};
pub use detect::Lists;
pub use post::{Account, AccountHistory, AccountKind, Attachment, AttachmentKind, PastPost, Post, PostClass, RepliedTo, Surface};
pub use report::{Authority, Category, Confidence, Edit, Finding, Fix, FixKind, Identifier, LimitUse, Report, Severity, Source, Verdict};
pub use ruleset::Profile;
pub use span::{Offsets, ScalarSpan, Span, Utf16Span};
