//! Rule sets as pages for people: what each rule finds, why, on whose authority, and what it offers instead.

use std::fmt::Write;

use super::{Example, Rule, RuleSet};
use crate::post::AttachmentKind;
use crate::report::Severity;

/// How every page starts, so that a page whose set is gone can be told from one that somebody wrote.
pub const MARK: &str = "<!-- Written by `scrubline rules docs`; do not edit. -->\n";

/// One Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A page for each set and `README.md` with all of them, whatever order the sets come in.
#[must_use]
pub fn pages(sets: &[RuleSet]) -> Vec<Page> {
    let mut sets: Vec<&RuleSet> = sets.iter().collect();
    sets.sort_by(|a, b| a.id.cmp(&b.id));
    let mut pages = vec![Page { name: "README.md".to_owned(), text: index(&sets) }];
    pages.extend(sets.into_iter().map(|set| Page { name: format!("{}.md", set.id), text: page(set) }));
    pages
}

fn index(sets: &[&RuleSet]) -> String {
    let total: usize = sets.iter().map(|set| set.rules.len()).sum();
    let mut text =
        format!("{MARK}# Rule sets\n\n{total} rules in {} sets. Severity is what is shown when the evidence is strong; ", sets.len());
    text += "an organisation can change it, and switch rules and sets off: [how](../rule-sets.md).\n\n";
    text += "| set | for | rules | hold | warn | info |\n|---|---|---:|---:|---:|---:|\n";
    for set in sets {
        let count = |severity| set.rules.iter().filter(|rule| rule.severity == severity).count();
        let [hold, warn, info] = [Severity::Hold, Severity::Warn, Severity::Info].map(count);
        let (title, id, rules) = (plain(&set.title), &set.id, set.rules.len());
        text += &format!("| [{title}]({id}.md) | {} | {rules} | {hold} | {warn} | {info} |\n", audience(set));
    }
    text
}

fn page(set: &RuleSet) -> String {
    let mut text = format!("{MARK}# {}\n\n{}\n\n", plain(&set.title), plain(&set.description));
    let rules = match set.rules.len() {
        1 => "1 rule".to_owned(),
        number => format!("{number} rules"),
    };
    text += &format!("For {}. {rules}; `{}` version {}, updated {}.\n", audience(set), set.id, set.version, set.updated);
    for rule in &set.rules {
        text += "\n";
        // Writing to a string cannot fail.
        let _ = self::rule(rule, &mut text);
    }
    text
}

/// For whom a set is on by default: "everybody", "clinic, dental in US".
fn audience(set: &RuleSet) -> String {
    let kinds: Vec<&str> = set.audience.kinds.iter().map(|kind| kind.name()).collect();
    let kinds = if kinds.is_empty() { "everybody".to_owned() } else { kinds.join(", ") };
    if set.audience.countries.is_empty() { kinds } else { format!("{kinds} in {}", set.audience.countries.join(", ")) }
}

fn rule(rule: &Rule, text: &mut String) -> std::fmt::Result {
    let Rule { source, .. } = rule;
    writeln!(text, "## {}\n\n**{}** {} {}\n", rule.id, plain(&rule.message), plain(&rule.why), plain(&rule.instead))?;
    write!(text, "- severity: {} at {} confidence", rule.severity.name(), rule.confidence.name())?;
    if !rule.surfaces.is_empty() {
        let surfaces: Vec<&str> = rule.surfaces.iter().map(|surface| surface.name()).collect();
        write!(text, ", on {}", surfaces.join(", "))?;
    }
    writeln!(text)?;
    if let Some(identifier) = rule.identifier {
        writeln!(text, "- Safe Harbor identifier: `{}`", identifier.name())?;
    }
    for fix in &rule.fixes {
        let (what, words) = fix.told();
        let words = if words.is_empty() { String::new() } else { format!(" {}", code(words.trim())) };
        writeln!(text, "- repair: {what}{words}")?;
    }
    if let Some(reason) = &rule.no_fix {
        writeln!(text, "- no repair: {}", plain(reason))?;
    }
    let cite: Vec<String> = source.cite.iter().map(|cite| plain(cite)).collect();
    writeln!(
        text,
        "- source: {} ({}, {}), read on {}",
        cite.join("; "),
        source.authority.name(),
        source.jurisdiction.join(", "),
        source.checked
    )?;
    for (what, example) in [("finds", rule.flags.first()), ("allows", rule.allows.first())] {
        if let Some(example) = example {
            writeln!(text, "- {what}: {}", example_words(example))?;
        }
    }
    Ok(())
}

/// An example with what its text cannot carry.
fn example_words(example: &Example) -> String {
    let mut words = code(&example.text);
    for file in &example.attachments {
        let kind = match file.kind {
            AttachmentKind::Image => "a picture",
            AttachmentKind::Video => "a video",
            AttachmentKind::Document => "a document",
            AttachmentKind::Link => "a link",
        };
        words += &match file.alt.as_deref() {
            None => format!(" with {kind}"),
            Some("") => format!(" with {kind} without alternative text"),
            Some(alt) => format!(" with {kind} described as {}", code(alt)),
        };
    }
    if !example.answers.is_empty() {
        words += &format!(" in answer to {}", code(&example.answers));
    }
    if !example.answered_text.is_empty() {
        words += &format!(" in answer to {}", code(&example.answered_text));
    }
    words
}

/// Words that Markdown leaves as they are, on one line.
fn code(words: &str) -> String {
    let words = words.replace('\n', " ⏎ ");
    if words.contains('`') { format!("`` {words} ``") } else { format!("`{words}`") }
}

/// A sentence in which Markdown finds nothing to format.
fn plain(sentence: &str) -> String {
    let mut text = String::with_capacity(sentence.len());
    for c in sentence.chars() {
        match c {
            '\n' => text.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => text.extend(['\\', c]),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_and_sentences_survive_markdown() {
        assert_eq!(plain("Use #HeartHealth [not] <b>"), "Use \\#HeartHealth \\[not\\] \\<b\\>");
        assert_eq!(code("one\ntwo"), "`one ⏎ two`");
        assert_eq!(code("a `b`"), "`` a `b` ``");
    }
}
