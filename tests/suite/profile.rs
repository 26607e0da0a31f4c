//! A profile keeps the organisation's own things quiet, and only those.

use scrubline::ruleset;
use scrubline::{Checker, Post, Profile};

use crate::{built_in, lists};

#[test]
fn own_things_are_quiet_and_others_are_not() {
    let profile = Profile {
        phones: vec!["(212) 555-7100".into()],
        domains: vec!["stoneclinic.example".into()],
        addresses: vec!["12 Maple Avenue, Stoneville, OH 43004".into()],
        staff: vec!["Maria Lopez".into()],
        providers: vec!["Dr. Ana Ruiz, DO".into()],
        mrn_formats: vec!["SC-######".into()],
        ..Profile::default()
    };
    let plain = Checker::new(&built_in(), &Profile::default(), lists()).expect("compiles");
    let own = Checker::new(&built_in(), &profile, lists()).expect("compiles");
    let finds = |checker: &Checker, text: &str| -> Vec<String> {
        checker.check(&Post::new(text)).findings.into_iter().map(|finding| finding.rule).collect()
    };
    for (text, rule) in [
        ("Patients can reach Ana at 212.555.7100.", "phi/phone"),
        ("Write about the patient to ana@mail.stoneclinic.example", "phi/email"),
        ("Our patients find us at 12 Maple Avenue, near home.", "phi/home-address"),
        ("Maria Lopez was seen at the fair.", "phi/full-name-in-care"),
    ] {
        assert!(finds(&plain, text).contains(&rule.to_owned()), "{text}: {:?}", finds(&plain, text));
        assert!(finds(&own, text).is_empty(), "{text}: {:?}", finds(&own, text));
    }
    assert_eq!(finds(&plain, "Seen today: SC-004821"), Vec::<String>::new());
    assert_eq!(finds(&own, "Seen today: SC-004821"), ["phi/own-record-number"]);
    assert_eq!(finds(&own, "Left the patient a voicemail at 212-555-7342"), ["phi/phone"]);
}

#[test]
fn country_kind_and_switches_decide_which_sets_are_on() {
    let own = |text: &str| {
        let head = "[ruleset]\nid = \"own\"\nversion = 1\ntitle = \"Own\"\ndescription = \"Own.\"\nupdated = 2026-11-22\n";
        let file = ruleset::SourceFile::new("ruleset.toml", format!("{head}{text}").into()).expect("text");
        ruleset::parse(&[file]).map(|(set, _)| set)
    };
    let checker = |text: &str| Checker::new(&[built_in(), vec![own(text)?]].concat(), &Profile::default(), lists());
    let finds = |text: &str| {
        let report = checker(text).expect("compiles").check(&Post::new("Use my code ROE10 for this magnesium, our tea cures diabetes."));
        report.findings.into_iter().map(|finding| finding.rule).filter(|rule| rule.starts_with("disclosures/")).count()
    };
    assert_eq!(finds(""), 1);
    assert_eq!(finds("[profile]\ncountries = [\"AU\"]"), 0, "an American set in Australia");
    assert_eq!(finds("[profile]\ncountries = [\"AU\"]\n[sets]\non = [\"disclosures-us\"]"), 1);
    assert_eq!(finds("[sets]\noff = [\"disclosures-us\"]"), 0);
    assert!(checker("[sets]\noff = [\"disclosures-moon\"]").is_err());
    assert!(checker("[profile]\ncountries = [\"America\"]").is_err());
}
