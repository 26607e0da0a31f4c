//! `scrubline eval`: the dry run over past posts.

use serde_json::{Value, json};

use crate::command::{Folder, err, out, scrubline};

const POSTS: &str = concat!(
    "{\"id\":\"a\",\"text\":\"Patient SSN 536-22-8145\"}\n",
    "{\"text\":\"SSN 536-22-8146, then her SSN 536-22-8147\"}\n",
    "{\"text\":\"Our tea cures diabetes.\",\"surface\":\"advert\"}\n",
    "{\"text\":\"Flu shots on Friday.\",\"surface\":\"comment\"}\n",
);

fn summary(arguments: &[&str], input: &[u8]) -> Value {
    let output = scrubline(&[&["eval", "--format", "json"], arguments].concat(), input);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", err(&output)))
}

#[test]
fn counts_posts_and_rules_noisiest_first() {
    let folder = Folder::new("eval-counts", &[("posts.jsonl", POSTS.as_bytes())]);
    let summary = summary(&[&folder.file("posts.jsonl")], b"");
    let count = |name: &str| summary[name].as_u64();
    assert_eq!(
        (count("posts"), count("held"), count("warned"), count("noted"), count("clear")),
        (Some(4), Some(2), Some(1), Some(0), Some(1))
    );
    let ssn = &summary["rules"][0];
    assert_eq!((&ssn["rule"], &ssn["posts"], &ssn["findings"], &ssn["share"]), (&json!("phi/ssn"), &json!(2), &json!(3), &json!(0.5)));
    let surfaces: Vec<&str> = summary["surfaces"].as_array().expect("a list").iter().filter_map(|one| one["surface"].as_str()).collect();
    assert_eq!(surfaces, ["post", "comment", "advert"]);
    let text = out(&scrubline(&["eval", &folder.file("posts.jsonl")], b""));
    for words in ["4 posts checked", "would be held               2   50.0 %", "advert", "50.0 %      2      0      0  phi/ssn: "] {
        assert!(text.contains(words), "{words} is missing in:\n{text}");
    }
}

#[test]
fn words_are_shown_only_where_asked_for() {
    let folder = Folder::new("eval-redacted", &[("posts.jsonl", POSTS.as_bytes())]);
    let file = folder.file("posts.jsonl");
    for format in ["text", "json"] {
        let redacted = out(&scrubline(&["eval", &file, "--examples", "3", "--format", format], b""));
        assert!(redacted.contains("posts.jsonl:2") && redacted.contains("000-00-0000"), "{redacted}");
        for secret in ["536", "8145", "tea", "diabetes."] {
            assert!(!redacted.contains(secret), "{secret} is shown in:\n{redacted}");
        }
        let shown = out(&scrubline(&["eval", &file, "--examples", "1", "--show-text", "--format", format], b""));
        assert!(shown.contains("Patient SSN ⟦536-22-8145⟧") && !shown.contains("8146"), "{shown}");
    }
    assert_eq!(scrubline(&["eval", &file, "--show-text"], b"").status.code(), Some(2), "nothing to show without --examples");
}

#[test]
fn exit_codes_and_bad_lines() {
    assert_eq!(scrubline(&["eval", "-"], b"Flu shots on Friday.").status.code(), Some(0));
    assert_eq!(scrubline(&["eval", "-"], b"Patient SSN 536-22-8145").status.code(), Some(1));
    assert_eq!(scrubline(&["eval", "no-such-file.txt"], b"").status.code(), Some(2));
    let csv = "Text,Surface\nfine,post\nfine,billboard\nfine\nPatient SSN 536-22-8145,\n";
    let folder =
        Folder::new("eval-bad", &[("posts.jsonl", b"{\"text\":\"fine\"}\nnot json\n{\"text\":\"fine\"}\n"), ("posts.csv", csv.as_bytes())]);
    let output = scrubline(&["eval", "--format", "json", &folder.file("posts.jsonl"), &folder.file("posts.csv")], b"");
    let complaints = err(&output);
    assert_eq!(output.status.code(), Some(2), "bad lines fail the run, after the rest was done");
    for place in ["posts.jsonl:2: ", "posts.csv:3: ", "'billboard' is no surface", "posts.csv:4: "] {
        assert!(complaints.contains(place), "{place} is missing in:\n{complaints}");
    }
    let summary: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&summary["posts"], &summary["held"]), (&json!(4), &json!(1)));
}

#[test]
fn tables_are_read_as_spreadsheets_write_them() {
    let rows = "\u{FEFF}Date;Post\r\n1 May;\"Patient SSN 536-22-8145;\r\n\r\nsee you\"\r\n2 May;Flu shots\r\n";
    let folder = Folder::new("eval-csv", &[("posts.csv", rows.as_bytes()), ("other.csv", b"Caption,Likes\nPatient SSN 536-22-8145,3\n")]);
    let read = summary(&[&folder.file("posts.csv"), "--examples", "1"], b"");
    assert_eq!((&read["posts"], &read["held"]), (&json!(2), &json!(1)));
    assert!(read["rules"][0]["examples"][0]["post"].as_str().is_some_and(|post| post.ends_with("posts.csv:2")), "{read}");
    let other = folder.file("other.csv");
    assert_eq!(summary(&[&other, "--column", "caption"], b"")["held"], 1);
    let output = scrubline(&["eval", &other], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no column text or post; its columns are caption, likes"), "{}", err(&output));
}

#[test]
fn text_files_hold_posts_between_blank_lines_or_rules() {
    let blank = summary(&["-"], b"Flu shots\non Friday.\n\n\nPatient SSN 536-22-8145\n");
    assert_eq!((&blank["posts"], &blank["held"]), (&json!(2), &json!(1)));
    let ruled = summary(&["-", "--examples", "1"], b"Flu shots\n\non Friday.\n---\n\nPatient SSN 536-22-8145\n");
    assert_eq!((&ruled["posts"], &ruled["rules"][0]["examples"][0]["post"]), (&json!(2), &json!("-:6")));
    assert_eq!(summary(&["-", "--input", "jsonl"], POSTS.as_bytes())["posts"], 4);
}

#[test]
fn own_rules_count_alone() {
    let summary = summary(&["-", "--rules", "rules/policy", "--only"], b"INTERNAL ONLY: patient SSN 536-22-8145");
    let rules: Vec<&Value> = summary["rules"].as_array().expect("a list").iter().map(|rule| &rule["rule"]).collect();
    assert_eq!(rules, ["policy/not-for-publication"]);
}
