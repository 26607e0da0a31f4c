//! Models: made from the cases as they are, asked by rules, and able to doubt.

use std::collections::BTreeSet;
use std::fs;

use scrubline::ruleset::Body;
use scrubline::{Post, Severity, Surface};
use scrubline_measured::{NOTHING_IN, fingerprint, learnt_from};

use crate::{built_in, checker, root};

/// The models' names with their texts.
fn models() -> Vec<(String, String)> {
    let folder = fs::read_dir(root().join("rules/models")).expect("rules/models");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let model = |path: std::path::PathBuf| {
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a model"))
    };
    paths.map(model).collect()
}

#[test]
fn models_are_made_from_the_cases_as_they_are() {
    let cases = fingerprint(&root().join("tests/cases"), &[&learnt_from()[..], &[NOTHING_IN]].concat()).expect("cases");
    for (name, text) in models() {
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with("# ")).collect();
        assert!(header.iter().any(|line| line.ends_with(&cases)), "{name}: {header:?}, now {cases}: run `cargo xtask train`");
    }
}

#[test]
fn every_model_is_asked_by_a_rule() {
    let asked: BTreeSet<String> = built_in()
        .iter()
        .flat_map(|set| &set.rules)
        .filter_map(|rule| match &rule.body {
            Body::Learned { model, .. } => Some(model.clone()),
            _ => None,
        })
        .collect();
    let there: BTreeSet<String> = models().into_iter().map(|(name, _)| name).collect();
    assert_eq!(asked, there);
}

#[test]
fn a_model_never_holds_and_says_what_it_goes_by() {
    let post = "had a lady in tonight who drove herself in with a broken wrist because her husband was at the game, she works at the \
                bakery by the school and asked us to hurry up lol";
    let report = checker().check(&Post::new(post));
    let told = report.findings.iter().find(|finding| finding.rule.starts_with("stories/")).expect("a story");
    assert_eq!(told.severity, Severity::Warn);
    let sets = built_in();
    for rule in sets.iter().flat_map(|set| &set.rules).filter(|rule| matches!(rule.body, Body::Learned { .. })) {
        assert!(rule.severity < Severity::Hold && rule.confidence.limit() < Severity::Hold, "{}", rule.id);
    }
}

#[test]
fn what_phrases_alone_found_in_a_harmless_post_is_only_noted() {
    let post = "We said goodbye to Rex the clinic greyhound on Sunday. 13 and a half. Best greeter we ever had. His bed stays in the window \
                for now.";
    let report = checker().check(&Post::new(post));
    assert!(report.findings.iter().all(|finding| finding.severity == Severity::Info), "{:?}", report.findings);
}

#[test]
fn a_story_inside_a_long_article_is_told_and_a_long_harmless_one_is_not() {
    let filler = "Our clinic is open on weekdays from eight to five. Parking is free behind the building. The flu vaccine protects most \
                  people through the season, and the nurses can answer questions about it. Bring your insurance card and a list of your \
                  medicines. The waiting room has new chairs and a fish tank. ";
    let story = "Had a lady in tonight who drove herself in with a broken wrist because her husband was at the game. She works at the bakery by \
                 the school and had her two kids in the back seat in pajamas. She cried when I cut her ring off, it was her grandmother's, and \
                 then she asked me whether she would still be able to ice the wedding cake on Saturday. We gave the kids popsicles. I will never \
                 forget her face when her husband finally walked in at midnight with mud on his boots. ";
    let told = |text: &str| {
        let report = checker().check(&Post::new(text).on(Surface::Article));
        report.findings.iter().any(|finding| finding.rule.starts_with("stories/") && finding.severity > Severity::Info)
    };
    assert!(told(&format!("{}{story}{}", filler.repeat(3), filler.repeat(3))));
    assert!(!told(&filler.repeat(7)));
}
