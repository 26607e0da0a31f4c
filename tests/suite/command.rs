//! The command as scripts and people use it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::root;

/// Runs the command in the repository.
pub fn scrubline(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_scrubline"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child.stdin.take().expect("standard input").write_all(input).expect("the command reads");
    child.wait_with_output().expect("the command ends")
}

/// What it printed.
pub fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it complained of.
pub fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with files for one test.
pub struct Folder(pub std::path::PathBuf);

impl Folder {
    /// A fresh folder under the build's own temporary one.
    pub fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        for (file, bytes) in files {
            std::fs::write(path.join(file), bytes).expect("a file");
        }
        Self(path)
    }

    /// The path of one of its files.
    pub fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

#[test]
fn exit_codes() {
    assert_eq!(scrubline(&["check"], b"Flu shots on Friday.").status.code(), Some(0));
    assert_eq!(scrubline(&["check"], b"Patient SSN 536-22-8145").status.code(), Some(1));
    assert_eq!(scrubline(&["check", "no-such-file.txt"], b"").status.code(), Some(2));
    assert_eq!(scrubline(&["check", "--surface", "billboard"], b"").status.code(), Some(2));
    assert_eq!(scrubline(&["explain", "no/rule"], b"").status.code(), Some(2));
}

#[test]
fn text_shows_the_words_underlined() {
    let output = scrubline(&["check"], "🎉 Patient SSN 536-22-8145\nCome by!".as_bytes());
    let text = out(&output);
    let lines: Vec<&str> = text.lines().collect();
    let line = lines.iter().position(|line| line.contains("SSN 536-22-8145")).expect("the line is shown");
    assert!(lines[line + 1].contains("^^^^^^^^^^^"), "{text}");
    assert!(text.contains("hold[phi/ssn]") && text.contains("social security number") && text.contains("1 to repair"), "{text}");
}

#[test]
fn jsonl_answers_in_order_and_counts_scalars() {
    let folder = Folder::new(
        "jsonl",
        &[(
            "posts.jsonl",
            "{\"id\":\"a\",\"text\":\"🎉 Patient SSN 536-22-8145\",\"extra\":1}\n{\"id\":\"b\",\"text\":\"Sorry your root canal hurt!\",\"surface\":\"review-reply\"}\nnot json\n\n{\"id\":\"c\",\"text\":\"New room\",\"attachments\":[{\"kind\":\"image\",\"alt\":\"\"}]}\n{\"id\":\"d\",\"text\":\"Flu shots\"}\n".as_bytes(),
        )],
    );
    let output = scrubline(&["check", "--jsonl", &folder.file("posts.jsonl")], b"");
    assert_eq!(output.status.code(), Some(2), "a bad line fails the run, after the rest was done");
    assert!(err(&output).contains("line 3"), "{}", err(&output));
    let lines: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let ids: Vec<&str> = lines.iter().filter_map(|line| line["id"].as_str()).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    let ssn = &lines[0]["findings"][0];
    assert_eq!((ssn["start"].as_u64(), ssn["end"].as_u64()), (Some(14), Some(25)));
    assert_eq!((&ssn["identifier"], &ssn["category"], &lines[0]["verdict"]), (&"SSN".into(), &"phi".into(), &"hold".into()));
    assert_eq!(
        (&lines[1]["findings"][0]["category"], &lines[1]["findings"][0]["identifier"]),
        (&"patient-relationship".into(), &Value::Null)
    );
    let alt = &lines[2]["findings"][0];
    assert_eq!((&alt["rule"], alt["start"].as_u64(), alt["end"].as_u64()), (&"access/alt-text".into(), Some(0), Some(0)));
    assert_eq!(lines[3]["verdict"], "clear");
}

#[test]
fn a_lone_surrogate_in_json_is_named_by_its_line() {
    let folder =
        Folder::new("surrogate", &[("posts.jsonl", b"{\"id\":\"a\",\"text\":\"\\ud83c alone\"}\n{\"id\":\"b\",\"text\":\"fine\"}\n")]);
    let output = scrubline(&["check", "--jsonl", &folder.file("posts.jsonl")], b"");
    assert!(err(&output).contains("line 1") && out(&output).contains("\"b\""), "{}", err(&output));
}

#[test]
fn rules_check_lists_every_problem() {
    let folder = Folder::new(
        "bad-rules",
        &[("ruleset.toml", b"[ruleset]\nid = 1\nversion = \"x\"\n\n[profile]\nphone = [\"1\"]\n"), ("more.toml", &[0xFF, 0xFE])],
    );
    let output = scrubline(&["rules", "check", &folder.0.display().to_string()], b"");
    let text = err(&output);
    assert_eq!(output.status.code(), Some(1));
    for words in
        ["'id' must be a text", "'version' must be a whole number", "'title' is missing", "did you mean 'phones'", "not UTF-8", "problems"]
    {
        assert!(text.contains(words), "{words} is missing in:\n{text}");
    }
    let good = scrubline(&["rules", "check", "rules/claims-us"], b"");
    assert_eq!(good.status.code(), Some(0), "{}", err(&good));
    assert_eq!(scrubline(&["rules", "check", "no-such-folder"], b"").status.code(), Some(2));
}

#[test]
fn a_faulty_folder_stops_the_check() {
    let folder = Folder::new("faulty", &[("ruleset.toml", b"[ruleset]\n")]);
    let output = scrubline(&["check", "--rules", &folder.0.display().to_string()], b"Patient SSN 536-22-8145");
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
}

#[test]
fn a_profile_folder_keeps_own_things_quiet() {
    let folder = Folder::new(
        "profile",
        &[(
            "ruleset.toml",
            b"[ruleset]\nid = \"stone-clinic\"\nversion = 1\ntitle = \"Stone Clinic\"\ndescription = \"Our profile.\"\nupdated = 2026-11-22\n\n[profile]\nphones = [\"303-555-7342\"]\n",
        )],
    );
    let post = b"Her caregiver may call 303-555-7342.";
    assert_eq!(scrubline(&["check"], post).status.code(), Some(1));
    assert_eq!(scrubline(&["check", "--rules", &folder.0.display().to_string()], post).status.code(), Some(0));
}

#[test]
fn explain_says_what_the_card_says() {
    let text = out(&scrubline(&["explain", "disclosures/ad-disclosure"], b""));
    for words in ["16 CFR 255.5", "Readers weigh advice differently", "Paid partnership.", "use my code DRK15", "last read"] {
        assert!(text.contains(words), "{words} is missing in:\n{text}");
    }
    assert!(err(&scrubline(&["explain", "ssn"], b"")).contains("phi/ssn"), "a near id is offered");
}

#[test]
fn standard_input_must_be_utf_8_and_may_be_named() {
    assert_eq!(scrubline(&["check"], &[0xFF, 0xFE, b'a', 0]).status.code(), Some(2));
    assert_eq!(scrubline(&["check", "-"], b"Patient SSN 536-22-8145").status.code(), Some(1));
    let lines = scrubline(&["check", "--jsonl", "-"], b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"Flu shots\"}\n");
    assert_eq!((lines.status.code(), out(&lines).contains("\"a\"")), (Some(0), true), "{}", err(&lines));
}

#[test]
fn rules_check_sees_what_only_shows_beside_the_built_in_sets() {
    let header = "[ruleset]\nid = \"stone\"\nversion = 1\ntitle = \"Stone\"\ndescription = \"Ours.\"\nupdated = 2026-11-22\n";
    let overrides = format!("{header}\n[[override]]\nrule = \"claims/cures\"\noff = true\n");
    let profile =
        format!("{header}\n[profile]\nphones = [\"call us\"]\nstates = [\"Ohio\"]\nmrn-formats = [\"######\"]\ndomains = [\"stone\"]\n");
    let curly = format!("{header}\n[profile]\nstaff = [“Maria Lopez”]\nphones = [\"303-555-7342\"]\n");
    let folder = Folder::new(
        "beside",
        &[("overrides.toml", overrides.as_bytes()), ("profile.toml", profile.as_bytes()), ("curly.toml", curly.as_bytes())],
    );
    for (file, expected) in [
        ("overrides.toml", vec!["no rule 'claims/cures' to override"]),
        ("profile.toml", vec!["'call us'", "'Ohio'", "'######'", "'stone'"]),
        ("curly.toml", vec!["curly quotes"]),
    ] {
        let output = scrubline(&["rules", "check", &folder.file(file)], b"");
        assert_eq!(output.status.code(), Some(1), "{file}");
        for words in expected {
            assert!(err(&output).contains(words), "{words} is missing in:\n{}", err(&output));
        }
    }
}

#[test]
fn rules_docs_writes_its_pages_and_takes_away_only_its_own() {
    let folder = Folder::new("docs", &[("old-set.md", scrubline::ruleset::PAGE_MARK.as_bytes()), ("notes.md", b"ours")]);
    let output = scrubline(&["rules", "docs", &folder.0.display().to_string()], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let page = |name: &str| std::fs::read_to_string(folder.0.join(name)).ok();
    assert_eq!((page("old-set.md"), page("notes.md").as_deref()), (None, Some("ours")));
    let claims = page("claims-us.md").expect("a page for the set");
    for words in ["## claims/cure", "- source: ", "- finds: `", "- allows: `"] {
        assert!(claims.contains(words), "{words} is missing in:\n{claims}");
    }
    assert!(page("README.md").is_some_and(|index| index.contains("(claims-us.md) | everybody in US |")));
}
