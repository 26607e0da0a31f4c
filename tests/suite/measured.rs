//! The project's own labelled cases: that there are enough of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use scrubline_measured::{Expected, Group, PARTS, Scored, score};

use crate::{checker, root};

fn folders() -> [PathBuf; 2] {
    PARTS.map(|part| root().join("tests/cases").join(part))
}

fn scored(folder: &std::path::Path) -> Vec<Scored> {
    score(folder, &checker()).unwrap_or_else(|error| panic!("{error:#}"))
}

#[test]
fn there_are_enough_cases_and_a_third_is_set_aside() {
    let [developing, set_aside] = folders().map(|folder| scored(&folder));
    let least = |group, expect| match (group, expect) {
        (Group::Stories | Group::Disclosures, Expected::Flag) => 90,
        (Group::Stories, Expected::Quiet) => 80,
        (Group::Replies, _) => 75,
        (Group::Disclosures, Expected::Quiet) => 30,
        (Group::Harm, Expected::Flag) => 200,
        (Group::OrdinaryPosts, Expected::Quiet) => 300,
        _ => 0,
    };
    for (seen, unseen) in developing.iter().zip(&set_aside) {
        let (aside, all) = (unseen.cases.len(), seen.cases.len() + unseen.cases.len());
        assert!((3 * all..=4 * all).contains(&(10 * aside)), "{}: {aside} of {all} cases are set aside", seen.group.name());
        for expect in [Expected::Flag, Expected::Quiet] {
            let count = |scored: &Scored| scored.cases.iter().filter(|judged| judged.case.expect == expect).count();
            let all = count(seen) + count(unseen);
            let name = seen.group.name();
            assert!(all >= least(seen.group, expect), "{name}: {all} cases to {expect:?}");
        }
    }
    let mut ids = BTreeSet::new();
    for judged in developing.iter().chain(&set_aside).flat_map(|scored| &scored.cases) {
        assert!(ids.insert(&judged.case.id), "{} is used twice", judged.case.id);
    }
}
