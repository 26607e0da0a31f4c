//! For whom a rule set is on when nobody says otherwise: by country and by kind of organisation.

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::report::named;

named! {
    /// What an organisation is, as far as it decides which rule sets it needs.
    OrganisationKind {
        /// A hospital or health system.
        Hospital = "hospital",
        /// A medical practice or clinic.
        Clinic = "clinic",
        /// A dental practice.
        Dental = "dental",
        /// A pharmacy.
        Pharmacy = "pharmacy",
        /// An aesthetic practice.
        MedSpa = "med-spa",
        /// Care at a distance.
        Telehealth = "telehealth",
        /// Mental health or substance use care.
        BehavioralHealth = "behavioral-health",
        /// Physiotherapy, chiropractic and other therapy.
        Therapy = "therapy",
        /// Care at home or in a nursing home.
        LongTermCare = "long-term-care",
        /// A public health authority.
        PublicHealth = "public-health",
        /// A site or sponsor of clinical trials.
        Research = "research",
    }
}

/// Whom a set is made for; an empty list means everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Audience {
    /// Where its rules apply: ISO 3166 codes ("US", "GB"), and "EU" for all of the European Economic Area.
    pub countries: Vec<String>,
    /// Kinds of organisations that need it.
    pub kinds: Vec<OrganisationKind>,
}

/// A choice about a whole set of a lower layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SetSwitch {
    /// The set's id.
    pub set: String,
    /// Whether it is on.
    pub on: bool,
}

impl Audience {
    /// Whether the set is on for an organisation that has not switched it. One that does not say
    /// where it is counts as American, and one that does not say what it is as any kind.
    #[must_use]
    pub fn includes(&self, profile: &Profile) -> bool {
        let here = |country: &str| {
            let home = if profile.countries.is_empty() { country == "US" } else { profile.countries.iter().any(|own| own == country) };
            home || country == "EU" && profile.countries.iter().any(|own| is_in_european_economic_area(own))
        };
        (self.countries.is_empty() || self.countries.iter().any(|country| here(country)))
            && (self.kinds.is_empty() || profile.kind.is_none_or(|kind| self.kinds.contains(&kind)))
    }
}

/// Whether a text has the form of a country code.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The members of the European Economic Area, where the GDPR applies (EEA Joint Committee decision 154/2018).
fn is_in_european_economic_area(code: &str) -> bool {
    const MEMBERS: [&str; 30] = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT",
        "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    MEMBERS.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn includes(countries: &[&str], kinds: &[OrganisationKind], own_countries: &[&str], own_kind: Option<OrganisationKind>) -> bool {
        let texts = |codes: &[&str]| codes.iter().map(ToString::to_string).collect();
        let profile = Profile { countries: texts(own_countries), kind: own_kind, ..Profile::default() };
        Audience { countries: texts(countries), kinds: kinds.to_vec() }.includes(&profile)
    }

    #[test]
    fn by_country() {
        assert!(includes(&[], &[], &["AU"], None));
        assert!(includes(&["US"], &[], &[], None) && !includes(&["AU"], &[], &[], None));
        assert!(includes(&["GB", "EU"], &[], &["DE"], None) && !includes(&["US"], &[], &["DE"], None));
    }

    #[test]
    fn by_kind() {
        let trials = [OrganisationKind::Hospital, OrganisationKind::Research];
        assert!(includes(&[], &trials, &[], None) && includes(&[], &trials, &[], Some(OrganisationKind::Hospital)));
        assert!(!includes(&[], &trials, &[], Some(OrganisationKind::Dental)));
    }
}
