//! `scrubline explain RULE`: what a rule says, where it comes from, and its examples.

use std::path::PathBuf;

use clap::Args;
use scrubline::ruleset::Rule;

use crate::{Outcome, load};

/// Explain a rule: what it finds, why, its source and its examples
#[derive(Args)]
pub struct Explain {
    /// The rule's id, for example phi/ssn
    rule: String,
    /// A folder with your organisation's rule set (may be repeated)
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

impl Explain {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut sets = load::built_in()?;
        for folder in &self.rules {
            match load::folder(folder)? {
                Ok((set, _)) => sets.push(set),
                Err((files, problems)) => {
                    crate::diagnostics::print_problems(&files, &problems);
                    return Ok(Outcome::CouldNot);
                }
            }
        }
        let all = || sets.iter().flat_map(|set| set.rules.iter().map(move |rule| (set, rule)));
        let Some((set, rule)) = all().find(|(_, rule)| rule.id == self.rule) else {
            let near: Vec<&str> = all().map(|(_, rule)| rule.id.as_str()).filter(|id| similar(id, &self.rule)).collect();
            let hint = if near.is_empty() {
                "`scrubline rules list` shows all of them".to_owned()
            } else {
                format!("did you mean {}?", near.join(" or "))
            };
            anyhow::bail!("there is no rule '{}'; {hint}", self.rule);
        };
        anstream::print!("{}", text(rule, &set.title));
        Ok(Outcome::NothingFound)
    }
}

fn similar(id: &str, asked: &str) -> bool {
    let name = |text: &str| text.rsplit('/').next().unwrap_or(text).to_owned();
    let (id, asked) = (name(id), name(&asked.to_lowercase()));
    !asked.is_empty() && (id.contains(&asked) || asked.contains(&id) || strsim::osa_distance(&id, &asked) <= 1 + id.len() / 6)
}

fn text(rule: &Rule, set: &str) -> String {
    let source = &rule.source;
    let mut out = format!("{}\n{}\n\n  {}\n  {}\n\n", rule.id, rule.message, rule.why, rule.instead);
    let mut field = |name: &str, value: String| out += &format!("{name:<14}{value}\n");
    field("rule set", format!("{set} (since {})", rule.since));
    field("kind", format!("{}, category {}", rule.body.kind(), rule.category.name()));
    field("severity", format!("{} at {} confidence", rule.severity.name(), rule.confidence.name()));
    if let Some(identifier) = rule.identifier {
        field("identifier", identifier.name().to_owned());
    }
    if !rule.surfaces.is_empty() {
        field("surfaces", rule.surfaces.iter().map(|surface| surface.name()).collect::<Vec<_>>().join(", "));
    }
    field("source", format!("{} ({}, {})", source.cite.join("; "), source.authority.name(), source.jurisdiction.join(", ")));
    field("last read", source.checked.to_string());
    for fix in &rule.fixes {
        let (name, text) = fix.told();
        field("repair", if text.is_empty() { name.to_owned() } else { format!("{name} {:?}", text.trim()) });
    }
    if let Some(reason) = &rule.no_fix {
        field("no repair", reason.clone());
    }
    out += "\nfinds\n";
    rule.flags.iter().for_each(|example| out += &format!("  {}\n", example.text));
    out += "allows\n";
    rule.allows.iter().for_each(|example| out += &format!("  {}\n", example.text));
    out
}
