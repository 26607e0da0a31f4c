//! The project's own labelled cases: that there are enough of them, and how far what is promised holds on those set aside.

use std::collections::BTreeSet;
use std::path::PathBuf;

use scrubline_measured::{Expected, Group, PARTS, Scored, Target, measures, score};

use crate::{checker, root};

fn folders() -> [PathBuf; 3] {
    PARTS.map(|part| root().join("tests/cases").join(part))
}

fn scored(folder: &std::path::Path) -> Vec<Scored> {
    score(folder, &checker()).unwrap_or_else(|error| panic!("{error:#}"))
}

#[test]
fn there_are_enough_cases_and_a_third_is_set_aside() {
    let [developing, set_aside, second_batch] = folders().map(|folder| scored(&folder));
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
    for judged in developing.iter().chain(&set_aside).chain(&second_batch).flat_map(|scored| &scored.cases) {
        assert!(ids.insert(&judged.case.id), "{} is used twice", judged.case.id);
    }
}

/// Measures that miss their target on the cases set aside, with what they must not fall behind, in
/// percent. A measure that reaches its target comes off this list.
const KNOWN_GAPS: &[(&str, f64)] =
    &[("stories: look-alikes flagged", 21.5), ("disclosures: missing ones found", 82.0), ("ordinary posts: warned", 5.3)];

#[test]
fn set_aside_cases_are_found_as_promised_but_for_known_gaps() {
    let [_, set_aside, _] = folders();
    let mut wrong = Vec::new();
    for measure in scored(&set_aside).iter().flat_map(measures) {
        let gap = KNOWN_GAPS.iter().find(|(name, _)| *name == measure.name);
        let now = format!("{}: {:.1} % ({} of {})", measure.name, measure.percent(), measure.hit, measure.of);
        match (gap, measure.target) {
            (Some(_), _) if measure.reached() => wrong.push(format!("{now}: reached, take it off the known gaps")),
            (Some((_, floor)), Some(Target::AtLeast(_))) if measure.percent() < *floor => wrong.push(format!("{now}: was {floor} %")),
            (Some((_, ceiling)), Some(Target::AtMost(_))) if measure.percent() > *ceiling => wrong.push(format!("{now}: was {ceiling} %")),
            (None, Some(target)) if !measure.reached() => wrong.push(format!("{now}: promised {target}")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
