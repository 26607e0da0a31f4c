//! The project's own labelled cases, and how well the engine does on them.
//!
//! The cases are invented posts, written before the rules by someone who had not seen them: `tests/cases/measured/` for
//! developing, `tests/cases/set-aside/` to be scored only, never read while writing rules. The suite asserts the targets, and how far
//! we are behind them;
//! `cargo xtask accuracy` writes the table. A case is named by its id, never quoted.

mod case;
mod measure;
mod told;

use std::path::Path;

use anyhow::Result;
use scrubline::Checker;

pub use case::{Case, Expected, Group};
pub use measure::{Measure, Target, measures};
pub use told::told;

/// The parts of the cases, as folders below `tests/cases`: for developing; set aside; and a second batch by other
/// writers, two thirds of which were read while the rules were widened.
pub const PARTS: [&str; 3] = ["measured", "set-aside", "second-batch"];

/// The folders that models learn from: one of its own, by other writers again, and those that rule writers read.
#[must_use]
pub fn learnt_from() -> [&'static str; 3] {
    ["training", PARTS[0], PARTS[2]]
}

/// A file of single sentences in which nothing may be found; models learn from it as well.
pub const NOTHING_IN: &str = "ordinary.toml";

/// Its posts.
///
/// # Errors
/// If it cannot be read or holds something else.
pub fn nothing_in(cases: &Path) -> Result<Vec<Case>> {
    #[derive(serde::Deserialize)]
    struct File {
        case: Vec<Post>,
    }
    #[derive(serde::Deserialize)]
    struct Post {
        name: String,
        post: String,
    }
    let file: File = toml::from_str(&std::fs::read_to_string(cases.join(NOTHING_IN))?)?;
    Ok(file.case.into_iter().map(|case| Case::quiet(case.name, &case.post)).collect())
}

/// What tells whether cases have changed: a sum over all files of some parts, for the header of what was made from them.
///
/// # Errors
/// If a file cannot be read.
pub fn fingerprint(cases: &Path, parts: &[&str]) -> Result<String> {
    let mut sum = crc32fast::Hasher::new();
    for part in parts {
        let path = cases.join(part);
        let mut files = vec![path.clone()];
        if path.is_dir() {
            files = std::fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
            files.sort();
        }
        for file in files {
            sum.update(&std::fs::read(&file)?);
        }
    }
    Ok(format!("cases {:08x}", sum.finalize()))
}

/// One group of cases with what the engine made of each.
pub struct Scored {
    /// Which group.
    pub group: Group,
    /// Its cases, in the order of their file.
    pub cases: Vec<Judged>,
}

/// A case and the engine's answer.
pub struct Judged {
    /// The case.
    pub case: Case,
    /// Whether the reader was told what the group is about.
    pub told: bool,
    /// Whether publishing was held.
    pub held: bool,
}

impl Judged {
    /// Whether the answer is the expected one.
    #[must_use]
    pub fn right(&self) -> bool {
        self.told == (self.case.expect == Expected::Flag)
    }
}

/// Checks every case of a folder, group by group.
///
/// # Errors
/// If a group's file is missing or holds something else than cases.
pub fn score(folder: &Path, checker: &Checker) -> Result<Vec<Scored>> {
    let score = |group: Group| {
        let judge = |case: Case| {
            let report = checker.check(&case.post());
            Judged { told: told(group, &case, &report.findings), held: report.verdict == scrubline::Verdict::Hold, case }
        };
        Ok(Scored { group, cases: group.read(folder)?.into_iter().map(judge).collect() })
    };
    Group::ALL.into_iter().map(score).collect()
}
