//! The project's own cases, scored for developing, second batch and set aside, side by side.

use std::collections::BTreeMap;

use anyhow::Result;
use scrubline::{Checker, Profile};
use scrubline_measured::{Expected, Measure, PARTS, Scored, measures, score};

use crate::build::rules::{lists, refused, sources};
use crate::process::say;
use crate::workspace::Workspace;

/// What is written about them.
pub struct Own {
    /// One row a measure.
    pub table: String,
    /// The wrongly judged cases of the developing half, by kind and id. Those set aside stay unnamed: nobody is to look at them.
    pub failures: String,
}

/// Checks every case natively.
pub fn score_all(workspace: &Workspace) -> Result<Own> {
    say("checking our own cases");
    let checker = Checker::new(&sources(workspace)?, &Profile::default(), lists(workspace)?).map_err(refused)?;
    let read = |part: &str| score(&workspace.path("tests/cases").join(part), &checker);
    let [developing, set_aside, second_batch] = [read(PARTS[0])?, read(PARTS[1])?, read(PARTS[2])?];
    Ok(Own { table: table(&developing, &set_aside, &second_batch), failures: failures(&developing) })
}

fn table(developing: &[Scored], set_aside: &[Scored], second_batch: &[Scored]) -> String {
    let mut table = String::from("| measure | developing | second batch | set aside | promised there |\n|---|---:|---:|---:|---:|\n");
    let share = |measure: &Measure| format!("{:.1} % ({} of {})", measure.percent(), measure.hit, measure.of);
    let unseen = second_batch.iter().flat_map(measures).zip(set_aside.iter().flat_map(measures));
    for (seen, (second, unseen)) in developing.iter().flat_map(measures).zip(unseen) {
        let target = unseen.target.map_or_else(String::new, |target| target.to_string());
        table += &format!("| {} | {} | {} | {} | {target} |\n", seen.name, share(&seen), share(&second), share(&unseen));
    }
    table
}

fn failures(scored: &[Scored]) -> String {
    let mut lines = String::new();
    for group in scored {
        let mut kinds: BTreeMap<(Expected, &str), Vec<&str>> = BTreeMap::new();
        for judged in group.cases.iter().filter(|judged| !judged.right()) {
            kinds.entry((judged.case.expect, &judged.case.kind)).or_default().push(&judged.case.id);
        }
        for ((expect, kind), ids) in kinds {
            let what = if expect == Expected::Flag { "missed" } else { "wrongly told" };
            lines += &format!("- own {}, {what}, {kind} ({}): {}\n", group.group.name(), ids.len(), ids.join(", "));
        }
    }
    lines
}
