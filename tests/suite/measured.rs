//! `tests/cases/set-aside/`: labelled posts that no rule was written for. What the plan promises holds on them.

use scrubline_measured::{PARTS, measures, score};

use crate::{checker, root};

#[test]
fn targets_hold_on_cases_nobody_wrote_rules_for() {
    let [_, set_aside] = PARTS;
    let scored = score(&root().join("tests/cases").join(set_aside), &checker()).unwrap_or_else(|error| panic!("{error:#}"));
    let short: Vec<String> = scored
        .iter()
        .flat_map(measures)
        .filter(|measure| !measure.reached())
        .map(|measure| {
            let target = measure.target.map_or_else(String::new, |target| target.to_string());
            format!("{}: {:.1} % ({} of {}), promised {target}", measure.name, measure.percent(), measure.hit, measure.of)
        })
        .collect();
    assert!(short.is_empty(), "{}", short.join("\n"));
}
