//! What the bench checks with: the built-in phrase and pattern rules alone (detectors are left out on both sides),
//! the same as JavaScript RegExp, and ten times as many.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use scrubline::ruleset::{Body, Compiled, Rule, RuleSet, Vocabulary, js_patterns};
use serde_json::{Value, json};

use crate::build::rules::{refused, sources};
use crate::workspace::Workspace;

/// Copies besides the original.
const COPIES: u8 = 9;

/// Files and patterns for `benches/bench.mjs`.
pub struct Subjects {
    /// The compiled phrase and pattern rules.
    pub rules: PathBuf,
    /// The same with nine copies of each rule, in other words.
    pub rules_x10: PathBuf,
    /// The same rules as `[{source, flags}]`.
    pub patterns: Value,
}

/// Prepares everything from the rule sets as they are now.
pub fn prepare(workspace: &Workspace, folder: &Path) -> Result<Subjects> {
    let sets: Vec<RuleSet> = sources(workspace)?.into_iter().map(only_phrases_and_patterns).collect();
    let patterns: Vec<Value> = sets
        .iter()
        .flat_map(js_patterns)
        // Alternatives repeat the group's name, which Node 20 refuses; the rival needs no group.
        .map(|(_, source)| json!({ "source": source.replace("(?<value>", "(?:"), "flags": "giu" }))
        .collect();
    let tenfold = sets.iter().map(ten_times).collect::<Result<Vec<_>>>()?;
    Ok(Subjects {
        rules: compiled(folder, "rules.bin", &sets)?,
        rules_x10: compiled(folder, "rules-x10.bin", &tenfold)?,
        patterns: Value::Array(patterns),
    })
}

fn only_phrases_and_patterns(mut set: RuleSet) -> RuleSet {
    set.overrides.clear();
    set.rules.retain(|rule| matches!(rule.body, Body::Phrase { .. } | Body::Pattern { .. }));
    set
}

fn compiled(folder: &Path, name: &str, sets: &[RuleSet]) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, Compiled::new(sets).map_err(refused)?.to_bytes()).with_context(|| format!("could not write {}", path.display()))?;
    Ok(path)
}

fn ten_times(set: &RuleSet) -> Result<RuleSet> {
    let mut rules = set.rules.clone();
    for copy in 1..=COPIES {
        for rule in &set.rules {
            let mut body = serde_json::to_value(&rule.body)?;
            in_other_words(&mut body, copy);
            let body = serde_json::from_value(body).with_context(|| format!("a copy of {} is no rule", rule.id))?;
            let id = format!("{}-{}", rule.id, char::from(b'a' + copy));
            rules.push(Rule { id, body, ..rule.clone() });
        }
    }
    Ok(RuleSet { rules, ..set.clone() })
}

/// The only list in a body that holds names from a closed list instead of words.
const NAMES: &str = "quiet-when";

/// Turns every word of a body into another of the same length; keys and names from closed lists stay as they are.
fn in_other_words(body: &mut Value, turn: u8) {
    match body {
        Value::Array(list) => {
            for item in list {
                match item {
                    Value::String(text) => *text = turned(&spelled_out(text), turn),
                    other => in_other_words(other, turn),
                }
            }
        }
        Value::Object(fields) => {
            fields.iter_mut().filter(|(key, _)| *key != NAMES).for_each(|(_, value)| in_other_words(value, turn));
        }
        _ => {}
    }
}

/// The same phrase with our word lists written out, so that a copy asks for other words there as well.
fn spelled_out(phrase: &str) -> String {
    let mut out = phrase.to_owned();
    let vocabulary = Vocabulary::built_in();
    for name in vocabulary.names() {
        let list = format!("<{name}>");
        while let Some(at) = out.find(&list) {
            let inside_group = out[..at].rfind('(') > out[..at].rfind(')');
            let words = vocabulary.entries(name).unwrap_or_default().join("|");
            let group = if inside_group { words } else { format!("({words})") };
            out.replace_range(at..at + list.len(), &group);
        }
    }
    out
}

/// Moves the letters of plain words on by `turn`, and makes the second letter of each a rare one: moved on alone, "sn"
/// would become "to", and stand in every post. Classes, escapes and group names of patterns stay.
fn turned(text: &str, turn: u8) -> String {
    let mut out = String::with_capacity(text.len());
    let mut special = None;
    let mut escaped = false;
    let mut letters = 0;
    for c in text.chars() {
        let plain = special.is_none() && !escaped;
        match c {
            '[' if plain => special = Some(']'),
            '<' if plain => special = Some('>'),
            _ if special == Some(c) && !escaped => special = None,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        letters = if plain && c.is_ascii_lowercase() { letters + 1 } else { 0 };
        out.push(match letters {
            0 => c,
            2 => char::from(RARE[usize::from(turn) % RARE.len()]),
            _ => char::from(b'a' + (c as u8 - b'a' + turn) % 26),
        });
    }
    out
}

/// Letters that hardly ever stand second in an English word.
const RARE: &[u8] = b"qjzx";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_change_and_the_pattern_around_them_stays() {
        assert_eq!(turned(r"abc\s+(?<value>[a-z]{3}\d)z", 1), r"bjd\s+(?<value>[a-z]{3}\d)a");
        assert_eq!(turned("results guaranteed", 2), "tzuwnvu izctcpvggf");
    }

    #[test]
    fn lists_are_written_out_where_they_stand() {
        let kin = Vocabulary::built_in().entries("kin").expect("a list").join("|");
        assert_eq!(spelled_out("our <kin>"), format!("our ({kin})"));
        assert_eq!(spelled_out("(your|her) (nurse|<kin>)"), format!("(your|her) (nurse|{kin})"));
    }

    #[test]
    fn only_texts_in_lists_change() {
        let mut body = json!({ "kind": "pattern", "trigger": { "near": ["card"], "quiet-when": ["negated"] } });
        in_other_words(&mut body, 1);
        assert_eq!(body, json!({ "kind": "pattern", "trigger": { "near": ["djse"], "quiet-when": ["negated"] } }));
    }
}
