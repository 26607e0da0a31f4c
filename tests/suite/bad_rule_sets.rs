//! Bad rule sets are refused whole, with every problem, its line and a hint.

use scrubline::ruleset::{self, RuleSetErrorKind as Kind, SourceFile};

use crate::lists;

const HEADER: &str = "[ruleset]\nid = \"own\"\nversion = 1\ntitle = \"Own\"\ndescription = \"Own rules.\"\nupdated = 2026-11-22\n";

const RULE: &str = r#"
[[rule]]
id = "own/word"
since = "0.1.0"
kind = "phrase"
category = "policy"
severity = "warn"
jurisdiction = ["US"]
authority = "house"
cite = ["Own handbook"]
checked = 2026-11-22
phrases = ["secret project"]
message = "Names a project that is not public."
why = "It is announced in spring."
instead = "Leave it out."
flags = ["Our secret project starts."]
allows = ["Our project starts.", "A secret."]
"#;

fn problems(text: &str) -> Vec<(usize, Kind)> {
    let file = SourceFile::new("own/ruleset.toml", text.into()).expect("text");
    match ruleset::parse(&[file]) {
        Ok((set, places)) => places.check(&set, &lists()).into_iter().map(|error| (error.line, error.kind)).collect(),
        Err(errors) => errors.into_iter().map(|error| (error.line, error.kind)).collect(),
    }
}

#[test]
fn a_model_that_is_not_there_is_named() {
    let rule = RULE.replace("\"phrase\"", "\"learned\"").replace("phrases = [\"secret project\"]", "model = \"gossip\"\nat-least = 0");
    let found = problems(&format!("{HEADER}{rule}"));
    assert!(found.iter().any(|(_, kind)| *kind == Kind::UnknownModel { name: "gossip".into() }), "{found:?}");
}

#[test]
fn a_good_set_has_none() {
    assert_eq!(problems(&format!("{HEADER}{RULE}")), []);
}

#[test]
fn stories_need_what_their_signals_can_say() {
    let story =
        RULE.replace("kind = \"phrase\"", "kind = \"story\"\nwithin = 3\nat-least = 2\nneeds = [[\"a person\"], [\"a place\"]]").replace(
            "phrases = [\"secret project\"]",
            "signals = [{ name = \"a person\", weight = 2, phrases = [\"secret project\"] }, { name = \"a time\", weight = 1 }]",
        );
    let found = problems(&format!("{HEADER}{story}"));
    assert!(found.iter().any(|(_, kind)| *kind == Kind::UnknownSignal { name: "a place".into() }), "{found:?}");
    assert!(found.iter().any(|(_, kind)| *kind == Kind::NothingToLookFor { key: "phrases" }), "{found:?}");
    let good = story.replace(", [\"a place\"]", "").replace(", { name = \"a time\", weight = 1 }", "");
    assert_eq!(problems(&format!("{HEADER}{good}")), []);
}

#[test]
fn a_set_that_would_hinder_talk_about_work_is_refused() {
    for phrases in [r#"["secret project", "underpaid"]"#, r#"["secret project", "our union"]"#, r#"["secret project", "management"]"#] {
        let found = problems(&format!("{HEADER}{}", RULE.replace(r#"["secret project"]"#, phrases)));
        assert!(matches!(&found[..], [(_, Kind::ProtectedTalk { .. })]), "{phrases}: {found:?}");
    }
    // Wherever staff speak, also where the rule does not run on posts.
    let comments = RULE
        .replace("severity =", "surfaces = [\"comment\"]\nseverity =")
        .replace("secret project\"]", "secret project\", \"short staffed\"]");
    assert!(
        matches!(&problems(&format!("{HEADER}{comments}"))[..], [(_, Kind::ProtectedTalk { sentence })] if sentence.contains("short staffed"))
    );
}

#[test]
fn files_that_are_no_rule_set() {
    assert!(matches!(SourceFile::new("x", vec![b'a', 0xFF]).map_err(|error| error.kind), Err(Kind::NotUtf8 { at: 1 })));
    assert!(matches!(SourceFile::new("x", b" \n".to_vec()).map_err(|error| error.kind), Err(Kind::Empty)));
    assert!(problems("just words").iter().any(|(_, kind)| matches!(kind, Kind::Syntax(_))));
    assert!(problems("{\"json\": true}").iter().any(|(_, kind)| matches!(kind, Kind::Syntax(_))));
    assert!(problems("a = 1").iter().any(|(_, kind)| matches!(kind, Kind::NoHeader)));
}

#[test]
fn forty_mistakes_are_forty_problems() {
    let broken = RULE
        .replace("id = \"own/word\"", "id = \"Own Word\"")
        .replace("severity = \"warn\"", "severity = \"loud\"\nsevrity = 1")
        .replace("checked = 2026-11-22", "checked = \"someday\"");
    let rules: String = (0..10).map(|_| broken.as_str()).collect();
    let found = problems(&format!("{HEADER}{rules}"));
    assert_eq!(found.len(), 40, "{found:#?}");
    assert!(found.iter().all(|(line, _)| *line > 0), "every problem has its line");
    assert!(found.windows(2).all(|pair| pair[0].0 <= pair[1].0), "in line order");
    let misspelt = found.iter().find_map(|(_, kind)| match kind {
        Kind::UnknownKey { key, suggestion } => Some((key.as_str(), suggestion.as_deref())),
        _ => None,
    });
    assert_eq!(misspelt, Some(("sevrity", Some("severity"))));
}

#[test]
fn each_mistake_is_named() {
    type Expect = fn(&Kind) -> bool;
    let cases: [(&str, &str, Expect); 14] = [
        ("kind = \"phrase\"", "kind = \"magic\"", |kind| matches!(kind, Kind::UnknownValue { key, .. } if key == "kind")),
        ("kind = \"phrase\"\n", "", |kind| matches!(kind, Kind::Missing { key: "kind" })),
        ("phrases = [\"secret project\"]", "phrases = []", |kind| matches!(kind, Kind::NothingToLookFor { key: "phrases" })),
        ("phrases = [\"secret project\"]", "phrases = [\"* project\"]", |kind| matches!(kind, Kind::Phrase { .. })),
        ("phrases = [\"secret project\"]", "phrases = 3", |kind| matches!(kind, Kind::WrongType { key, .. } if key == "phrases")),
        ("message = \"Names a project that is not public.\"", "message = \"\"", |kind| matches!(kind, Kind::EmptyText { key: "message" })),
        ("Leave it out.", &"x".repeat(300), |kind| matches!(kind, Kind::TooLong { key: "instead", .. })),
        ("\"A secret.\"", "\"A secret project.\"", |kind| matches!(kind, Kind::Flagged { .. })),
        ("Our secret project starts.", "Nothing here.", |kind| matches!(kind, Kind::NotFlagged { .. })),
        (", \"A secret.\"", "", |kind| matches!(kind, Kind::TooFewExamples { key: "allows", need: 2 })),
        ("cite = [\"Own handbook\"]\n", "", |kind| matches!(kind, Kind::Missing { key: "cite" })),
        ("checked = 2026-11-22", "checked = \"yesterday\"", |kind| matches!(kind, Kind::WrongType { key, .. } if key == "checked")),
        ("kind = \"phrase\"", "kind = \"pattern\"\npatterns = ['(a+)+']", |kind| matches!(kind, Kind::Pattern { .. })),
        ("kind = \"phrase\"", "kind = \"pattern\"\npatterns = ['secret.*project']", |kind| matches!(kind, Kind::Pattern { .. })),
    ];
    for (from, to, expected) in cases {
        let text = format!("{HEADER}{}", RULE.replace(from, to));
        let found = problems(&text);
        assert!(found.iter().any(|(_, kind)| expected(kind)), "{from} → {to}: {found:#?}");
    }
}

#[test]
fn a_reused_id_names_the_first_line() {
    let text = format!("{HEADER}{RULE}{RULE}");
    let lines: Vec<usize> =
        (1..).zip(text.lines()).filter(|(_, line)| line.starts_with("id = \"own/word")).map(|(number, _)| number).collect();
    let found = problems(&text);
    assert_eq!(found, [(lines[1], Kind::DuplicateId { id: "own/word".into(), first_line: lines[0] })]);
}
