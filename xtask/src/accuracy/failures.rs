//! Rows that were judged wrongly, by kind and id: where to look next. The scorer counts; this only names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::corpus::FILES;

#[derive(Deserialize)]
struct Post {
    id: String,
    labels: Vec<String>,
    #[serde(default)]
    spans: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    sub: Option<String>,
    text: String,
}

#[derive(Deserialize)]
struct Checked {
    id: String,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    rule: String,
    category: String,
    identifier: Option<String>,
    severity: String,
    start: usize,
    end: usize,
}

/// One line a kind of failure of each file: how often, and in which rows.
pub fn markdown(corpus: &Path, findings: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in &FILES {
        let posts: Vec<Post> = file.read(corpus)?;
        let checked: Vec<Checked> = file.read(findings)?;
        let mut kinds: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (post, checked) in posts.iter().zip(&checked) {
            ensure!(post.id == checked.id, "the findings of {} are not in the order of its posts", file.name);
            for wrong in wrongs(file.name, post, &checked.findings) {
                kinds.entry(wrong).or_default().push(&post.id);
            }
        }
        for (kind, ids) in kinds {
            lines += &format!("- {}, {kind} ({}): {}\n", file.name, ids.len(), counted(&ids));
        }
    }
    Ok(lines)
}

/// Ids in their order, each once: "a, b ×3, c".
fn counted(ids: &[&str]) -> String {
    let runs = ids.chunk_by(|one, next| one == next);
    let named = runs.map(|run| if run.len() > 1 { format!("{} ×{}", run[0], run.len()) } else { run[0].to_owned() });
    named.collect::<Vec<_>>().join(", ")
}

fn wrongs(name: &str, post: &Post, findings: &[Finding]) -> Vec<String> {
    match name {
        "phi" => phi(post, findings),
        "benign_posts" => alarms(findings.iter().filter(|f| f.loud())),
        "replies" => expected(post, findings, &["violation"], &["safe"], &["patient-relationship", "phi"]),
        "claims" => expected(
            post,
            findings,
            &["unapproved_claim", "core_efficacy_claim"],
            &["accurate", "compliant_claim", "evidence_based_label"],
            &["claim"],
        ),
        "disclosures" => disclosures(post, findings),
        _ => Vec::new(),
    }
}

impl Post {
    fn is(&self, labels: &[&str]) -> bool {
        self.labels.iter().any(|label| labels.contains(&label.as_str()))
    }
}

impl Label {
    /// Countries, states and bare years: Safe Harbor lets them stand, so they count neither way.
    fn allowed(&self) -> bool {
        let bare_year = self.text.len() == 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        self.sub.as_deref() == Some("gpe") || (self.kind == "DATE" && bare_year)
    }
}

impl Finding {
    fn loud(&self) -> bool {
        self.severity != "info"
    }
}

fn phi(post: &Post, findings: &[Finding]) -> Vec<String> {
    let marked: BTreeSet<usize> = findings.iter().filter(|f| f.identifier.is_some()).flat_map(|f| f.start..f.end).collect();
    let mut wrongs: Vec<String> = post
        .spans
        .iter()
        .filter(|label| !label.allowed())
        .filter(|label| 2 * (label.start..label.end).filter(|at| marked.contains(at)).count() < label.end - label.start)
        .map(|label| format!("missed {}", label.kind))
        .collect();
    if !post.is(&["label_incomplete"]) {
        let outside = |f: &&Finding| f.identifier.is_some() && !post.spans.iter().any(|label| f.start < label.end && label.start < f.end);
        wrongs.extend(alarms(findings.iter().filter(outside)));
    }
    let told = findings.iter().any(|f| f.loud() && matches!(f.category.as_str(), "phi" | "patient-story"));
    if post.is(&["contextual_patient_story"]) && !told {
        wrongs.push("story not told".to_owned());
    }
    wrongs
}

/// Rows of `bad` must get a loud finding of these categories, rows of `good` must not.
fn expected(post: &Post, findings: &[Finding], bad: &[&str], good: &[&str], categories: &[&str]) -> Vec<String> {
    let told = || findings.iter().filter(|f| f.loud() && categories.contains(&f.category.as_str()));
    if post.is(good) {
        return alarms(told());
    }
    if post.is(bad) && told().next().is_none() {
        return vec!["missed".to_owned()];
    }
    Vec::new()
}

fn disclosures(post: &Post, findings: &[Finding]) -> Vec<String> {
    let names = |what: &str| {
        let what = what.replace('_', "-");
        findings.iter().filter(move |f| f.loud() && f.category == "disclosure" && f.rule.contains(&what))
    };
    let mut wrongs = Vec::new();
    for label in &post.labels {
        match label.split_once(':') {
            Some(("missing", what)) if names(what).next().is_none() => wrongs.push(format!("did not ask for {what}")),
            Some(("has", what)) if names(what).next().is_some() => wrongs.push(format!("asked for {what}, which is there")),
            _ => {}
        }
    }
    if post.is(&["no_disclaimer_needed"]) {
        wrongs.extend(alarms(findings.iter().filter(|f| f.loud() && f.category == "disclosure")));
    }
    wrongs
}

fn alarms<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<String> {
    findings.map(|f| format!("false alarm `{}`", f.rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(json: serde_json::Value) -> Post {
        serde_json::from_value(json).expect("a post")
    }

    fn finding(rule: &str, category: &str, start: usize, end: usize) -> Finding {
        Finding {
            rule: rule.to_owned(),
            category: category.to_owned(),
            identifier: (category == "phi").then(|| "NAME".to_owned()),
            severity: "warn".to_owned(),
            start,
            end,
        }
    }

    #[test]
    fn a_span_is_found_when_half_of_it_is_marked() {
        let post = post(serde_json::json!({
            "id": "a", "labels": ["phi"],
            "spans": [
                {"start": 0, "end": 10, "type": "NAME", "text": "Jane Q Roe"},
                {"start": 20, "end": 30, "type": "DATE", "text": "2026-01-02"},
                {"start": 50, "end": 54, "type": "DATE", "text": "2026"},
            ],
        }));
        let half = [finding("phi/name", "phi", 5, 10), finding("phi/phone", "phi", 40, 44)];
        assert_eq!(wrongs("phi", &post, &half), ["missed DATE", "false alarm `phi/phone`"]);
    }

    #[test]
    fn replies_and_disclosures_are_judged_by_their_labels() {
        let violation = post(serde_json::json!({"id": "a", "labels": ["violation"]}));
        assert_eq!(wrongs("replies", &violation, &[]), ["missed"]);
        let ad = post(serde_json::json!({"id": "b", "labels": ["sponsored", "missing:ad_disclosure"]}));
        assert_eq!(wrongs("disclosures", &ad, &[]), ["did not ask for ad_disclosure"]);
        let asked = [finding("disclosures/ad-disclosure", "disclosure", 0, 0)];
        assert!(wrongs("disclosures", &ad, &asked).is_empty());
    }
}
