//! Tests of the engine and the command. Cases are data in `tests/cases/`; posts are invented.
#![expect(clippy::disallowed_methods, reason = "tests read their cases and run the command")]

mod bad_rule_sets;
mod built_in;
mod cases;
mod command;
mod docs;
mod eval;
mod learned;
mod measured;
mod profile;
mod properties;
mod safe_replies;

use std::path::{Path, PathBuf};

use scrubline::ruleset::{self, RuleSet, SourceFile};
use scrubline::{Checker, Lists, Profile};

/// The repository's root.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn lists() -> Lists {
    let read = |name: &str| std::fs::read_to_string(root().join("rules/lists").join(name)).expect("a name list");
    Lists::from_sources(&Lists::FILES.map(read)).expect("sorted lists")
}

/// The source files of a rule set folder, header first.
fn source_files(folder: &Path) -> Vec<SourceFile> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort_by_key(|path| (path.file_name().is_none_or(|name| name != "ruleset.toml"), path.clone()));
    let file = |path: &PathBuf| SourceFile::new(path.display().to_string(), std::fs::read(path).expect("a file")).expect("UTF-8 text");
    paths.iter().map(file).collect()
}

/// The folders of the built-in rule sets.
fn built_in_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root().join("rules")).expect("rules/").map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|folder| folder.join("ruleset.toml").exists());
    folders.sort();
    folders
}

fn built_in() -> Vec<RuleSet> {
    built_in_folders().iter().map(|folder| ruleset::parse(&source_files(folder)).unwrap_or_else(|errors| panic!("{errors:#?}")).0).collect()
}

fn checker() -> Checker {
    Checker::new(&built_in(), &Profile::default(), lists()).expect("the built-in rule sets compile")
}
