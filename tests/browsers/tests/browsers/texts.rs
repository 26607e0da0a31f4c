//! What the tests type, and what the built-in rules say about it. All values are invented.

use scrubline_browser_tests::interface::Painted;

/// Nothing to find.
pub const CLEAR: &str = "Our doors are open again.";

/// Holds: one high-confidence identifier.
pub const HOLD: &str = "Her SSN is 536-22-8145, said nurse.";
pub const HOLD_RULE: &str = "phi/ssn";
pub const HOLD_WORDS: &str = "536-22-8145";
/// [`HOLD`] after the rule's repair.
pub const HOLD_REPAIRED: &str = "Her SSN is [removed], said nurse.";

/// Warns about the whole post, and offers to insert a line at its start.
pub const INSERT: &str = "My favourite tea, use my code DRK15!";
pub const INSERT_RULE: &str = "disclosures/ad-disclosure";
/// Of the rule's variants the longest that still fits is offered.
pub const INSERTED: &str = "Paid partnership. ";

/// Warns, and is painted.
pub const WARN: &str = "This tea cures diabetes.";
pub const WARN_RULE: &str = "claims/cure";

/// What is painted in [`HOLD`].
pub fn hold_painted() -> Vec<Painted> {
    vec![Painted::new("hold", HOLD_WORDS)]
}

/// A finding, unless the profile says that the number is the clinic's own.
pub const OWN_PHONE: &str = "Patients, call Rosa at 415-867-5309.";
/// The clinic's own rule set: no rules, its own phone.
pub const OWN_PHONE_PROFILE: &str = "[ruleset]
id = \"river-street\"
title = \"River Street Clinic\"
description = \"What is the clinic's own\"
version = 1
updated = 2026-11-22

[profile]
phones = [\"415-867-5309\"]
";

/// Warns about the whole post, and offers a line with a gap.
pub const BLANK: &str = "Come see these real results!";
pub const BLANK_RULE: &str = "disclosures/results-vary";

/// Warns about the whole post, and wants something confirmed.
pub const ATTEST: &str = "A patient story from our clinic.";
pub const ATTEST_RULE: &str = "disclosures/patient-consent";
