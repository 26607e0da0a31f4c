//! Every rule's own examples and the corpus, run in the wasm that ships, and compared with the native engine.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use scrubline::AccountHistory;
use scrubline::ruleset::{Body, Compiled, Example, Rule, RuleSet};
use scrubline_extension::Engine;
use serde_json::json;

use super::{Count, count};
use crate::agree::{self, Case, Set, Test};
use crate::build::rules::{lists, refused, sources};
use crate::process::say;
use crate::workspace::Workspace;
use crate::{build, corpus};

/// Prepares the examples and the corpus, if it is here, natively; then runs them in Node.
pub fn run(workspace: &Workspace, engine: &build::Engine) -> Result<Count> {
    let folder = agree::folder(workspace, "wasm-examples")?;
    let names = lists(workspace)?.to_bytes();
    let mut sets = sources(workspace)?.into_iter().map(|set| prepare(&folder, set, &names)).collect::<Result<Vec<_>>>()?;
    match corpus::folder(workspace) {
        Some(corpus) => sets.push(agree::corpus(engine, &corpus)?),
        None => say("the labelled corpus is not in ../shared: native and wasm are compared on the rules' own examples only"),
    }
    count::libtest(&mut agree::node(workspace, engine, &folder, &sets)?)
}

/// One set compiled alone, once for each profile that its examples ask for; and alone each rule that keeps still where
/// another tells the same.
struct Alone<'a> {
    set: RuleSet,
    folder: &'a Path,
    names: &'a [u8],
    engines: BTreeMap<(Option<String>, Vec<String>), (PathBuf, Engine)>,
}

fn prepare(folder: &Path, set: RuleSet, names: &[u8]) -> Result<Set> {
    let rules = set.rules.clone();
    let set = set.alone();
    let mut alone = Alone { set, folder, names, engines: BTreeMap::new() };
    let tests = rules.iter().map(|rule| alone.test(rule)).collect::<Result<Vec<_>>>()?;
    Ok(Set { id: alone.set.id, tests })
}

impl Alone<'_> {
    fn test(&mut self, rule: &Rule) -> Result<Test> {
        let flags = rule.flags.iter().map(|example| (example, true));
        let allows = rule.allows.iter().map(|example| (example, false));
        let cases = flags.chain(allows).map(|(example, flags)| self.case(rule, example, flags)).collect::<Result<Vec<_>>>()?;
        Ok(Test { name: rule.id.clone(), cases })
    }

    fn case(&mut self, rule: &Rule, example: &Example, flags: bool) -> Result<Case> {
        let answers = !(example.answers.is_empty() && example.answered_text.is_empty());
        let replying_to = answers.then(|| json!({ "author": example.answers, "text": example.answered_text }));
        let history: AccountHistory = example.history.into();
        let past: Vec<_> = history.posts.iter().map(|post| json!({ "day": post.day, "class": post.class })).collect();
        let context = json!({
            "surface": rule.surfaces.first().copied().unwrap_or_default(),
            "platform": "",
            "attachments": example.attachments,
            "replyingTo": replying_to,
            "account": null,
            "today": null,
            "history": past,
        })
        .to_string();
        let only = matches!(rule.body, Body::Learned { .. }).then_some(rule);
        let (rules, engine) = self.engine(only, &example.mrn_formats)?;
        let report = engine.check(&example.text, &context).map_err(|error| anyhow!(error))?;
        let expected = Some((rule.id.clone(), flags));
        Ok(Case { rules: rules.clone(), name: None, text: example.text.clone(), context, expected, report })
    }

    fn engine(&mut self, only: Option<&Rule>, mrn_formats: &[String]) -> Result<&(PathBuf, Engine)> {
        let number = self.engines.len();
        Ok(match self.engines.entry((only.map(|rule| rule.id.clone()), mrn_formats.to_vec())) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let mut set = self.set.clone();
                set.profile.mrn_formats = mrn_formats.to_vec();
                if let Some(rule) = only {
                    set.rules = vec![rule.clone()];
                }
                let bytes = Compiled::new(&[set]).map_err(refused)?.to_bytes();
                let rules = self.folder.join(format!("{}-{number}.bin", self.set.id));
                fs::write(&rules, &bytes).with_context(|| format!("could not write {}", rules.display()))?;
                let engine = Engine::new(&bytes, self.names).map_err(|error| anyhow!(error))?;
                entry.insert((rules, engine))
            }
        })
    }
}
