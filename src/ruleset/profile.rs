//! What an organisation is known by.

use serde::{Deserialize, Serialize};

use super::{OrganisationKind, ReplyTone};

/// The organisation's own phones, sites, people and record numbers. It is what makes precision
/// possible: a clinic's own phone number is not patient information.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Profile {
    /// What kind of organisation it is; decides which rule sets are on by default.
    pub kind: Option<OrganisationKind>,
    /// Where it works, as ISO 3166 codes ("US", "GB"); nowhere said counts as the US.
    pub countries: Vec<String>,
    /// Names of the organisation and its sites.
    pub organisations: Vec<String>,
    /// Own phone and fax numbers, in any form.
    pub phones: Vec<String>,
    /// Own postal addresses.
    pub addresses: Vec<String>,
    /// Own web and mail domains, subdomains included.
    pub domains: Vec<String>,
    /// Own account names, without `@`.
    pub handles: Vec<String>,
    /// Staff, by full name.
    pub staff: Vec<String>,
    /// Providers, by full name, titles allowed ("Dr. Ana Ruiz, DO").
    pub providers: Vec<String>,
    /// Forms of own medical record numbers: `#` a digit, `@` a letter, anything else itself.
    pub mrn_formats: Vec<String>,
    /// States of licence, as postal codes.
    pub states: Vec<String>,
    /// Hashtags of campaigns, without `#`.
    pub campaign_hashtags: Vec<String>,
    /// The line that invites people to get in touch ("Call us at …").
    pub contact_line: String,
    /// Own brand and product names.
    pub brands: Vec<String>,
    /// The share of the account's latest posts that may sell, 0 to 1; the rules' own if `None`.
    pub promotion_target: Option<f64>,
    /// Emergency numbers to name in urgent cases ("911").
    pub emergency_numbers: Vec<String>,
    /// Whole replies that say nothing about anyone, to be offered instead of one that does.
    pub safe_replies: Vec<SafeReply>,
}

/// Where a safe reply names the way to get in touch.
pub const CONTACT_LINE: &str = "{contact-line}";

/// A reply that confirms nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SafeReply {
    /// How it sounds.
    pub tone: ReplyTone,
    /// Its words; [`CONTACT_LINE`] stands for the profile's contact line.
    pub text: String,
}

impl Profile {
    /// Adds what another profile knows; its kind, target and contact line win if it has some.
    pub fn extend(&mut self, other: Self) {
        let pairs = [
            (&mut self.countries, other.countries),
            (&mut self.organisations, other.organisations),
            (&mut self.phones, other.phones),
            (&mut self.addresses, other.addresses),
            (&mut self.domains, other.domains),
            (&mut self.handles, other.handles),
            (&mut self.staff, other.staff),
            (&mut self.providers, other.providers),
            (&mut self.mrn_formats, other.mrn_formats),
            (&mut self.states, other.states),
            (&mut self.campaign_hashtags, other.campaign_hashtags),
            (&mut self.brands, other.brands),
            (&mut self.emergency_numbers, other.emergency_numbers),
        ];
        for (mine, theirs) in pairs {
            for entry in theirs {
                if !mine.contains(&entry) {
                    mine.push(entry);
                }
            }
        }
        self.kind = other.kind.or(self.kind);
        self.promotion_target = other.promotion_target.or(self.promotion_target);
        // Own wordings of a tone stand instead of those of a lower layer.
        self.safe_replies.retain(|mine| other.safe_replies.iter().all(|theirs| theirs.tone != mine.tone));
        self.safe_replies.extend(other.safe_replies);
        if !other.contact_line.is_empty() {
            self.contact_line = other.contact_line;
        }
    }
}
