//! Labelled posts with what a model may look at in them.

use std::collections::BTreeSet;

use anyhow::Result;
use scrubline::ruleset::{model_features, protected_talk};
use scrubline_measured::{Case, Group, learnt_from, nothing_in};

use crate::workspace::Workspace;

/// A case with its features.
pub struct Example {
    /// Which group it is of.
    pub group: Group,
    /// The case.
    pub case: Case,
    /// Its features, as the engine names them.
    pub features: BTreeSet<String>,
}

/// Every case a model may learn from; those set aside are none of them.
pub fn read(workspace: &Workspace) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for part in learnt_from() {
        let folder = workspace.path("tests/cases").join(part);
        for group in Group::ALL {
            let example = |case: Case| Example { group, features: model_features(&case.post()), case };
            examples.extend(group.read(&folder)?.into_iter().map(example));
        }
    }
    // Sentences in which nothing may be found, and talk that no rule may be shown on.
    let talk = (1..).zip(protected_talk()).map(|(number, text)| Case::quiet(format!("talk-{number}"), text));
    let quiet = nothing_in(&workspace.path("tests/cases"))?.into_iter().chain(talk);
    examples.extend(quiet.map(|case| Example { group: Group::OrdinaryPosts, features: model_features(&case.post()), case }));
    Ok(examples)
}
