//! What every built-in rule must have.

use std::collections::BTreeSet;

use scrubline::ruleset::{self, Compiled};
use scrubline::{Authority, Category, Checker, Date, Post, Profile};

use crate::{built_in, built_in_folders, checker, lists, source_files};

#[test]
fn every_rule_finds_its_flags_and_allows_the_rest() {
    let lists = lists();
    for folder in built_in_folders() {
        let (set, places) = ruleset::parse(&source_files(&folder)).unwrap_or_else(|errors| panic!("{errors:#?}"));
        let problems: Vec<String> = places.check(&set, &lists).iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

#[test]
fn every_kind_and_category_is_there() {
    let sets = built_in();
    let rules: Vec<_> = sets.iter().flat_map(|set| &set.rules).collect();
    assert!(rules.len() >= 30, "{} rules", rules.len());
    let kinds: BTreeSet<&str> = rules.iter().map(|rule| rule.body.kind()).collect();
    assert_eq!(
        kinds,
        BTreeSet::from(["phrase", "pattern", "identifier", "requires", "ratio", "count", "history", "attachment", "story", "learned"])
    );
    let missing: Vec<&str> = Category::ALL.iter().filter(|c| !rules.iter().any(|rule| rule.category == **c)).map(|c| c.name()).collect();
    assert!(missing.is_empty(), "no rule of {missing:?}");
}

#[test]
fn every_rule_has_what_a_reader_needs_to_judge_it() {
    let mut lacks = Vec::new();
    // A day's grace for those who are ahead of Greenwich.
    let tomorrow = time::OffsetDateTime::now_utc().date() + time::Duration::DAY;
    let tomorrow = Date::new(tomorrow.year() as u16, tomorrow.month().into(), tomorrow.day()).expect("a date");
    for rule in built_in().iter().flat_map(|set| &set.rules) {
        let source = &rule.source;
        for (what, there) in [
            ("an example", !rule.flags.is_empty()),
            ("two counter-examples", rule.allows.len() >= 2),
            ("a source", source.cite.iter().any(|cite| !cite.trim().is_empty())),
            ("a jurisdiction", !source.jurisdiction.is_empty()),
            ("a day in the past on which the source was read", source.checked <= tomorrow),
            ("a repair or the reason why there is none", !rule.fixes.is_empty() || rule.no_fix.is_some()),
            ("either a repair or a reason against it", rule.fixes.is_empty() || rule.no_fix.is_none()),
        ] {
            if !there {
                lacks.push(format!("{} lacks {what}", rule.id));
            }
        }
    }
    assert!(lacks.is_empty(), "{}", lacks.join("\n"));
}

#[test]
fn ids_are_unique_across_sets() {
    let sets = built_in();
    let mut seen = BTreeSet::new();
    for rule in sets.iter().flat_map(|set| &set.rules) {
        assert!(seen.insert(&rule.id), "{} is used twice", rule.id);
    }
}

#[test]
fn messages_are_one_calm_sentence() {
    for rule in built_in().iter().flat_map(|set| &set.rules) {
        for text in [&rule.message, &rule.why, &rule.instead] {
            assert!(text.ends_with('.'), "{}: \"{text}\" is no sentence", rule.id);
            for word in ["violation", "illegal", "must ", "HIPAA violation", "fine of", "!"] {
                assert!(!text.contains(word), "{}: \"{text}\" threatens or commands", rule.id);
            }
        }
    }
}

#[test]
fn only_patient_rules_hold_by_default() {
    for rule in built_in().iter().flat_map(|set| &set.rules) {
        if rule.severity == scrubline::Severity::Hold {
            assert!(rule.category.protects_patients(), "{} holds without a policy", rule.id);
        }
    }
}

#[test]
fn law_is_cited_by_its_paragraph() {
    for rule in built_in().iter().flat_map(|set| &set.rules) {
        if rule.source.authority == Authority::Law {
            // Regulations of the United States by title and part, acts elsewhere by section, article, regulation or rule.
            let us = rule.source.jurisdiction.iter().any(|place| place.starts_with("US"));
            let marks: &[&str] = if us { &[" CFR ", " USC "] } else { &[" s. ", " s ", "Article ", "regulation ", "Reg. ", "C.01."] };
            let by_paragraph = |cite: &String| marks.iter().any(|mark| cite.contains(mark)) && cite.contains(|c: char| c.is_ascii_digit());
            assert!(rule.source.cite.iter().any(by_paragraph), "{} cites no paragraph", rule.id);
        }
    }
}

#[test]
fn compiled_form_gives_the_same_reports() {
    let direct = checker();
    let bytes = Compiled::new(&built_in()).expect("compiles").to_bytes();
    assert_eq!(bytes, Compiled::new(&built_in()).expect("compiles").to_bytes(), "equal input, equal bytes");
    let loaded = Checker::from_compiled(Compiled::from_bytes(&bytes).expect("whole"), lists()).expect("loads");
    for rule in built_in().iter().flat_map(|set| &set.rules) {
        for example in rule.flags.iter().chain(&rule.allows) {
            let post = Post::new(&example.text);
            assert_eq!(direct.check(&post), loaded.check(&post), "{}", example.text);
        }
    }
    for end in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        let damaged = Compiled::from_bytes(&bytes[..end]).and_then(|compiled| Checker::from_compiled(compiled, lists()));
        assert!(damaged.is_err(), "{end} bytes of {}", bytes.len());
    }
}

#[test]
fn organisation_layers_on_top_without_recompiling_sources() {
    let toml = r#"
[ruleset]
id = "own"
version = 3
title = "Own"
description = "Own rules."
updated = 2026-11-22

[profile]
phones = ["212-555-7100"]

[[override]]
rule = "access/emoji-run"
off = true

[[override]]
rule = "claims/cure"
severity = "hold"
"#;
    let file = ruleset::SourceFile::new("ruleset.toml", toml.into()).expect("text");
    let (own, _) = ruleset::parse(&[file]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let base = Compiled::from_bytes(&Compiled::new(&built_in()).expect("compiles").to_bytes()).expect("whole");
    let merged = ruleset::merge(base, &own, &lists()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let layered = Checker::from_compiled(merged, lists()).expect("loads");
    let direct = Checker::new(&[built_in(), vec![own]].concat(), &Profile::default(), lists()).expect("compiles");
    for text in
        ["Our tea cures diabetes.", "Thank you 🎉🎉🎉🎉🎉🎉", "Call the patient at 212-555-7100", "Call the patient at 212-555-7342"]
    {
        assert_eq!(layered.check(&Post::new(text)), direct.check(&Post::new(text)), "{text}");
    }
    assert_eq!(layered.check(&Post::new("Our tea cures diabetes.")).verdict, scrubline::Verdict::Hold);
    assert!(layered.check(&Post::new("Call the patient at 212-555-7100")).findings.is_empty());
}

#[test]
fn the_template_for_organisations_is_a_good_set() {
    let files = source_files(&crate::root().join("rules/templates/organisation"));
    let (set, places) = ruleset::parse(&files).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let problems: Vec<String> = places.check(&set, &lists()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(set.profile.promotion_target, Some(0.6));
}

#[test]
fn the_table_of_sets_says_what_their_headers_say() {
    let documentation = std::fs::read_to_string(crate::root().join("docs/rule-sets.md")).expect("docs/rule-sets.md");
    for set in built_in() {
        let list = |values: &[String], all: &str| if values.is_empty() { all.to_owned() } else { values.join(", ") };
        let kinds: Vec<String> = set.audience.kinds.iter().map(|kind| kind.name().to_owned()).collect();
        let row = format!("| `{}` | {} | {} |", set.id, list(&set.audience.countries, "all"), list(&kinds, "all"));
        assert!(documentation.contains(&row), "docs/rule-sets.md lacks: {row}");
    }
}
