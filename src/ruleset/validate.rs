//! What a rule set must hold whatever form it came in: ids, lengths, phrases, patterns, examples.

use std::collections::BTreeMap;

use super::audience::is_country;
use super::error::RuleSetErrorKind as Kind;
use super::phrase::Phrase;
use super::rule::{Body, Rule, Signal};
use super::{Profile, RuleSet, Vocabulary, literal};

/// Most rules in a set.
const MAX_RULES: usize = 10_000;
/// Most characters of a message, so that the card stays a card.
const MAX_SENTENCE: usize = 200;
/// Most bytes of a pattern.
const MAX_PATTERN: usize = 600;

/// A problem with the set as a value; the source reader knows the line.
#[derive(Debug)]
pub(crate) struct Problem {
    /// Index of the rule.
    pub rule: Option<usize>,
    /// The field of the rule.
    #[cfg_attr(not(feature = "toml"), expect(dead_code, reason = "only sources have lines to name"))]
    pub field: Option<&'static str>,
    /// What is wrong.
    pub kind: Kind,
}

/// Every problem of the set but failing examples, which [`check`](super::check()) finds.
pub(crate) fn validate(set: &RuleSet, vocabulary: &Vocabulary) -> Vec<Problem> {
    let mut problems = Vec::new();
    if set.rules.len() > MAX_RULES {
        problems.push(Problem { rule: None, field: None, kind: Kind::TooManyRules { max: MAX_RULES } });
    }
    validate_profile(&set.profile, &mut problems);
    for (key, countries) in [("countries", &set.audience.countries), ("countries", &set.profile.countries)] {
        for country in countries.iter().filter(|country| !is_country(country)) {
            let kind = Kind::Profile { key, value: country.clone(), wanted: "a country code such as US, GB or EU" };
            problems.push(Problem { rule: None, field: None, kind });
        }
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, rule) in set.rules.iter().enumerate() {
        let mut add = |field, kind| problems.push(Problem { rule: Some(index), field: Some(field), kind });
        if !is_id(&rule.id) {
            add("id", Kind::BadId { id: rule.id.clone() });
        } else if first.insert(&rule.id, index).is_some() {
            add("id", Kind::DuplicateId { id: rule.id.clone(), first_line: 0 });
        }
        validate_texts(rule, &mut add);
        validate_body(rule, vocabulary, &mut add);
        for (key, examples, need) in [("flags", &rule.flags, 1), ("allows", &rule.allows, 2)] {
            if examples.len() < need {
                add(key, Kind::TooFewExamples { key, need });
            }
        }
    }
    problems
}

/// Entries of a profile that would keep nothing quiet, or would hold every number.
fn validate_profile(profile: &Profile, problems: &mut Vec<Problem>) {
    let mut add = |key, value: &String, wanted| {
        problems.push(Problem { rule: None, field: None, kind: Kind::Profile { key, value: value.clone(), wanted } });
    };
    for phone in profile.phones.iter().filter(|phone| phone.bytes().filter(u8::is_ascii_digit).count() < 7) {
        add("phones", phone, "a number of at least seven digits");
    }
    for state in profile.states.iter().filter(|state| state.len() != 2 || !state.bytes().all(|b| b.is_ascii_uppercase())) {
        add("states", state, "a postal code such as OH");
    }
    for domain in profile.domains.iter().filter(|domain| !domain.contains('.') || domain.contains(['/', ' ', '@'])) {
        add("domains", domain, "a domain such as clinic.example");
    }
    for form in &profile.mrn_formats {
        let places = form.chars().filter(|c| matches!(c, '#' | '@')).count();
        let fixed = form.chars().filter(char::is_ascii_alphanumeric).count();
        // A few digits alone are a price, a year or a street number as well.
        if places == 0 || places + fixed < 4 || (fixed == 0 && !form.contains('@') && places < 8) {
            add("mrn-formats", form, "a form with '#' for digits or '@' for letters, with fixed letters or at least eight digits");
        }
    }
}

/// `topic/name`, both in kebab-case.
fn is_id(id: &str) -> bool {
    let kebab = |part: &str| {
        !part.is_empty()
            && part.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    matches!(id.split('/').collect::<Vec<_>>()[..], [topic, name] if kebab(topic) && kebab(name))
}

fn validate_texts(rule: &Rule, add: &mut impl FnMut(&'static str, Kind)) {
    for (key, text) in [("message", &rule.message), ("why", &rule.why), ("instead", &rule.instead)] {
        if text.trim().is_empty() {
            add(key, Kind::EmptyText { key });
        } else if text.chars().count() > MAX_SENTENCE {
            add(key, Kind::TooLong { key, max: MAX_SENTENCE });
        }
    }
    if rule.source.jurisdiction.is_empty() {
        add("jurisdiction", Kind::Missing { key: "jurisdiction" });
    }
    if rule.source.cite.is_empty() {
        add("cite", Kind::Missing { key: "cite" });
    }
    for fix in &rule.fixes {
        let (_, text) = fix.told();
        if text.chars().count() > MAX_SENTENCE {
            add("fix", Kind::TooLong { key: "fix", max: MAX_SENTENCE });
        }
    }
}

fn validate_body(rule: &Rule, vocabulary: &Vocabulary, add: &mut impl FnMut(&'static str, Kind)) {
    match &rule.body {
        Body::Phrase { trigger } if trigger.any.is_empty() => add("phrases", Kind::NothingToLookFor { key: "phrases" }),
        Body::Requires { when, .. } if when.any.is_empty() && when.answering.is_empty() => {
            add("when", Kind::NothingToLookFor { key: "any" });
        }
        Body::Requires { one_of, .. } if one_of.is_empty() => add("one-of", Kind::NothingToLookFor { key: "one-of" }),
        Body::Pattern { patterns, .. } => {
            if patterns.is_empty() {
                add("patterns", Kind::NothingToLookFor { key: "patterns" });
            }
            for pattern in patterns {
                if let Err(reason) = check_pattern(pattern) {
                    add("patterns", Kind::Pattern { pattern: pattern.clone(), reason });
                }
            }
        }
        Body::Learned { model, .. } if vocabulary.models().named(model).is_none() => {
            add("model", Kind::UnknownModel { name: model.clone() })
        }
        Body::Story { signals, needs, .. } => validate_story(signals, needs, vocabulary, add),
        _ => {}
    }
    if let Body::Requires { one_of, .. } = &rule.body {
        check_phrases("one-of", one_of, vocabulary, add);
    }
    let Some(trigger) = rule.body.trigger() else { return };
    let any = if matches!(rule.body, Body::Requires { .. }) { "when" } else { "phrases" };
    for (key, phrases) in [
        (any, &trigger.any),
        ("near", &trigger.near),
        ("unless-near", &trigger.unless_near),
        ("with", &trigger.with),
        ("unless", &trigger.unless),
        ("raise-near", &trigger.raise_near),
        ("lower-near", &trigger.lower_near),
        ("consent", &trigger.consent),
        ("around", &trigger.around),
        ("answering", &trigger.answering),
        ("unless-answering", &trigger.unless_answering),
    ] {
        check_phrases(key, phrases, vocabulary, add);
    }
}

/// Signals that say something, and needs that some signal can meet.
fn validate_story(signals: &[Signal], needs: &[Vec<String>], vocabulary: &Vocabulary, add: &mut impl FnMut(&'static str, Kind)) {
    if signals.iter().all(|signal| signal.phrases.is_empty()) {
        add("signals", Kind::NothingToLookFor { key: "phrases" });
    }
    if needs.is_empty() {
        add("needs", Kind::Missing { key: "needs" });
    }
    for name in needs.iter().flatten() {
        if !signals.iter().any(|signal| signal.name == *name && signal.weight >= 0) {
            add("needs", Kind::UnknownSignal { name: name.clone() });
        }
    }
    for signal in signals {
        if signal.name.trim().is_empty() {
            add("signals", Kind::EmptyText { key: "name" });
        }
        if signal.phrases.is_empty() && signal.detector.is_none() {
            add("signals", Kind::NothingToLookFor { key: "phrases" });
        }
        check_phrases("signals", &signal.phrases, vocabulary, add);
        check_phrases("signals", &signal.unless_near, vocabulary, add);
    }
}

fn check_phrases(key: &'static str, phrases: &[String], vocabulary: &Vocabulary, add: &mut impl FnMut(&'static str, Kind)) {
    for phrase in phrases {
        if let Err(error) = Phrase::parse(phrase, vocabulary) {
            add(key, Kind::Phrase { phrase: phrase.clone(), error });
        }
    }
}

fn check_pattern(pattern: &str) -> Result<(), String> {
    if pattern.len() > MAX_PATTERN {
        return Err(format!("is longer than {MAX_PATTERN} bytes"));
    }
    literal::required(pattern)?;
    super::compile::build_regex(pattern).map(|_| ()).map_err(|_| "is too large once compiled".to_owned())
}
