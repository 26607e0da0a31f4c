//! `scrubline rules`: what a manager does with a rule set.
#![expect(clippy::disallowed_methods, reason = "the command may write files and ask for today's date; the library may not")]

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Subcommand;
use scrubline::Date;
use scrubline::ruleset::{self, Compiled, RuleSet, RuleSetError, stale_rules};

use crate::{Outcome, diagnostics, load};

/// Work with rule sets
#[derive(Subcommand)]
pub enum Rules {
    /// Check the rule set in a folder: its form, its patterns, and that its own examples hold
    Check {
        /// The folder with ruleset.toml, or a single file
        folder: PathBuf,
    },
    /// List the built-in rules
    List,
    /// Write a page for each built-in set, and one with all of them, as Markdown
    Docs {
        /// The folder, made if it is not there; pages of sets that are gone are taken away
        folder: PathBuf,
    },
}

impl Rules {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Check { folder } => check(&folder),
            Self::List => list(),
            Self::Docs { folder } => docs(&folder),
        }
    }
}

fn check(folder: &Path) -> anyhow::Result<Outcome> {
    let (files, mut problems, set) = match load::folder(folder)? {
        Ok((set, places)) => (places.files().to_vec(), places.check(&set, &load::lists()?), Some(set)),
        Err((files, problems)) => (files, problems, None),
    };
    if let Some(set) = set.as_ref().filter(|_| problems.is_empty()) {
        problems = on_top_of_built_in(set)?;
    }
    if !problems.is_empty() {
        diagnostics::print_problems(&files, &problems);
        anstream::eprintln!("{}: {} problem{}", folder.display(), problems.len(), if problems.len() == 1 { "" } else { "s" });
        return Ok(Outcome::SomethingFound);
    }
    if let Some(set) = &set {
        for (rule, checked) in stale_rules(set, today()) {
            anstream::eprintln!("note: the source of {rule} was last read on {checked}; read it again and set 'checked'");
        }
        let examples: usize = set.rules.iter().map(|rule| rule.flags.len() + rule.allows.len()).sum();
        anstream::println!("{} version {}: {} rules, {examples} examples, no problem", set.id, set.version, set.rules.len());
    }
    Ok(Outcome::NothingFound)
}

/// What only shows beside the built-in sets: overrides of rules that do not exist, ids that are taken.
fn on_top_of_built_in(set: &RuleSet) -> anyhow::Result<Vec<RuleSetError>> {
    let mut sets: Vec<RuleSet> = load::built_in()?.into_iter().filter(|built_in| built_in.id != set.id).collect();
    sets.push(set.clone());
    Ok(Compiled::new(&sets).err().unwrap_or_default())
}

fn list() -> anyhow::Result<Outcome> {
    for set in load::built_in()? {
        anstream::println!("{} ({}, version {})", set.title, set.id, set.version);
        for rule in &set.rules {
            anstream::println!("  {:<34}{:<6}{}", rule.id, rule.severity.name(), rule.message);
        }
    }
    Ok(Outcome::NothingFound)
}

fn docs(folder: &Path) -> anyhow::Result<Outcome> {
    let failed = || format!("cannot write to {}", folder.display());
    let pages = ruleset::pages(&load::built_in()?);
    std::fs::create_dir_all(folder).with_context(failed)?;
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let path = entry.with_context(failed)?.path();
        let gone = !pages.iter().any(|page| path.file_name().is_some_and(|name| name == page.name.as_str()));
        let ours = path.is_file() && std::fs::read(&path).with_context(failed)?.starts_with(ruleset::PAGE_MARK.as_bytes());
        if gone && ours {
            std::fs::remove_file(&path).with_context(failed)?;
        }
    }
    for page in &pages {
        std::fs::write(folder.join(&page.name), &page.text).with_context(failed)?;
    }
    anstream::println!("{}: {} pages", folder.display(), pages.len());
    Ok(Outcome::NothingFound)
}

fn today() -> Date {
    let now = time::OffsetDateTime::now_utc();
    Date::new(now.year() as u16, now.month().into(), now.day()).unwrap_or_default()
}
