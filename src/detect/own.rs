//! The organisation's own phones, sites, people and record numbers, ready to be compared.

use std::collections::BTreeSet;

use super::{Detected, Scene};
use crate::ruleset::Profile;
use crate::span::Span;
use crate::text::{Folded, Text};

/// A profile, folded once.
#[derive(Default)]
pub(crate) struct Own {
    phones: BTreeSet<String>,
    domains: Vec<String>,
    addresses: Vec<String>,
    organisations: Vec<String>,
    /// Words of the names of staff and providers, titles left out.
    people: Vec<Vec<String>>,
    record_forms: Vec<Vec<u8>>,
}

impl Own {
    pub fn new(profile: &Profile) -> Self {
        let folded = |entries: &[String]| -> Vec<String> { entries.iter().map(|entry| words_of(entry).join(" ")).collect() };
        Self {
            phones: profile.phones.iter().map(|phone| national_digits(phone)).collect(),
            domains: profile.domains.iter().map(|domain| Folded::new(domain.trim()).text().trim_start_matches("www.").to_owned()).collect(),
            addresses: folded(&profile.addresses),
            organisations: folded(&profile.organisations),
            people: profile.staff.iter().chain(&profile.providers).map(|name| name_words(name)).collect(),
            record_forms: profile.mrn_formats.iter().map(|form| form.to_ascii_lowercase().into_bytes()).collect(),
        }
    }

    pub fn has_phone(&self, digits: &str) -> bool {
        self.phones.contains(&national_digits(digits))
    }

    /// Whether a host is one of the domains or below one.
    pub fn has_domain(&self, host: &str) -> bool {
        self.domains.iter().any(|domain| host == domain || host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.')))
    }

    /// Whether a facility's name is, or is part of, the name of one of the organisation's sites.
    pub fn has_organisation(&self, folded: &str) -> bool {
        let words = words_of(folded).join(" ");
        self.organisations.iter().any(|own| own.contains(&words) || words.contains(own.as_str()))
    }

    pub fn has_address(&self, folded: &str) -> bool {
        let words = words_of(folded).join(" ");
        self.addresses.iter().any(|own| own.contains(&words) || words.starts_with(own.as_str()))
    }

    /// Whether these words are the name, or part of the name, of one of the staff.
    pub fn has_person(&self, words: &[&str]) -> bool {
        !words.is_empty()
            && self.people.iter().any(|person| {
                words.iter().all(|word| person.iter().any(|part| part == word || (word.len() == 1 && part.starts_with(word))))
            })
    }
}

/// The last ten digits, so that "+1 (212) 555-0100" and "212.555.0100" are the same.
fn national_digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(10)..].to_owned()
}

fn words_of(entry: &str) -> Vec<String> {
    let text = Text::new(entry);
    (0..text.words().len()).map(|index| text.word(index).to_owned()).collect()
}

fn name_words(name: &str) -> Vec<String> {
    // What follows a comma are credentials: "Ana Ruiz, DO".
    let name = name.split(',').next().unwrap_or(name);
    words_of(name).into_iter().filter(|word| !matches!(word.as_str(), "dr" | "mr" | "mrs" | "ms" | "prof" | "nurse")).collect()
}

/// Record numbers in the organisation's own form: `#` a digit, `@` a letter.
pub(super) fn record_numbers(scene: &Scene<'_>) -> Vec<Detected> {
    let folded = scene.text.folded().as_bytes();
    let mut found = Vec::new();
    for form in scene.own.record_forms.iter().filter(|form| !form.is_empty()) {
        let fits = |window: &[u8]| {
            window.iter().zip(form).all(|(b, place)| match place {
                b'#' => b.is_ascii_digit(),
                b'@' => b.is_ascii_lowercase(),
                other => b == other,
            })
        };
        for (start, window) in folded.windows(form.len()).enumerate() {
            let end = start + form.len();
            let joined = |at: Option<&u8>| at.is_some_and(u8::is_ascii_alphanumeric);
            if fits(window) && !joined(start.checked_sub(1).and_then(|at| folded.get(at))) && !joined(folded.get(end)) {
                found.push(Detected::new(Span::new(start, end), "a number in the form of your record numbers"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_things_in_any_form() {
        let own = Own::new(&Profile {
            phones: vec!["+1 (212) 555-0100".into()],
            domains: vec!["www.Clinic.example".into()],
            providers: vec!["Dr. Ana Ruiz, DO".into()],
            addresses: vec!["12 Main Street, Stoneville, OH 43004".into()],
            ..Profile::default()
        });
        assert!(own.has_phone("2125550100") && !own.has_phone("2125550101"));
        assert!(own.has_domain("mail.clinic.example") && !own.has_domain("notclinic.example"));
        assert!(own.has_person(&["ruiz"]) && own.has_person(&["a", "ruiz"]) && !own.has_person(&["roe"]) && !own.has_person(&[]));
        assert!(own.has_address("12 main street") && !own.has_address("13 main street"));
    }
}
