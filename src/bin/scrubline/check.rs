//! `scrubline check`: posts from files, standard input or a file of JSON lines.
#![expect(clippy::disallowed_methods, reason = "reading files is what the command is for")]

use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use scrubline::{Checker, Post, Severity, Surface, Verdict};

use crate::{Outcome, diagnostics, jsonl, load};

/// Check posts: files, or standard input if there are none
#[derive(Args)]
pub struct Check {
    /// Files, one post each
    files: Vec<PathBuf>,
    /// A folder with your organisation's rule set or profile (may be repeated)
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// Leave the built-in rule sets out
    #[arg(long, requires = "rules")]
    only: bool,
    /// The kind of composer: post, reply, quote, comment, review-reply, direct-message, advert, profile, article or ai-prompt
    #[arg(long, default_value = "post", value_parser = surface)]
    surface: Surface,
    /// How characters are counted: x, mastodon, linkedin or facebook
    #[arg(long, default_value = "", hide_default_value = true, value_parser = ["", "x", "mastodon", "linkedin", "facebook"])]
    platform: String,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A file of posts, one JSON object a line; writes one line of findings for each
    #[arg(long, value_name = "POSTS", conflicts_with_all = ["files", "format"])]
    jsonl: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The text with the words underlined
    Text,
    /// One line of JSON a post
    Json,
}

/// A surface by its name in rule sets.
pub fn surface(name: &str) -> Result<Surface, String> {
    Surface::ALL.into_iter().find(|surface| surface.name() == name).ok_or_else(|| {
        let names: Vec<&str> = Surface::ALL.into_iter().map(Surface::name).collect();
        format!("use one of: {}", names.join(", "))
    })
}

impl Check {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let Some(checker) = load::checker(&self.rules, self.only)? else { return Ok(Outcome::CouldNot) };
        if let Some(path) = &self.jsonl {
            let bytes = if path.as_os_str() == "-" { standard_input()? } else { read(path)? };
            return jsonl::run(&checker, &bytes, self.surface, &mut std::io::stdout().lock());
        }
        let mut worst = Verdict::Clear;
        let (mut found, mut failed) = (false, false);
        for (name, text) in self.posts()? {
            match text {
                Ok(text) => {
                    let (verdict, any) = self.check(&checker, &name, text)?;
                    worst = worst.max(verdict);
                    found |= any;
                }
                Err(error) => {
                    anstream::eprintln!("scrubline: {error:#}");
                    failed = true;
                }
            }
        }
        Ok(match (failed, found) {
            (true, _) => Outcome::CouldNot,
            (false, true) => Outcome::SomethingFound,
            (false, false) => Outcome::NothingFound,
        })
    }

    fn posts(&self) -> anyhow::Result<Vec<(String, anyhow::Result<String>)>> {
        if self.files.is_empty() || self.files == [PathBuf::from("-")] {
            if std::io::stdin().is_terminal() {
                anstream::eprintln!("Type or paste a post, then press Ctrl+D.");
            }
            let text = String::from_utf8(standard_input()?).context("standard input is not UTF-8 text");
            return Ok(vec![("<standard input>".to_owned(), text)]);
        }
        let post = |path: &PathBuf| {
            let text =
                read(path).and_then(|bytes| String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8 text", path.display())));
            (path.display().to_string(), text)
        };
        Ok(self.files.iter().map(post).collect())
    }

    fn check(&self, checker: &Checker, name: &str, text: String) -> anyhow::Result<(Verdict, bool)> {
        let post = Post { platform: self.platform.clone(), ..Post::new(text).on(self.surface) };
        let report = checker.check(&post);
        let mut out = anstream::stdout().lock();
        if self.format == Format::Json {
            writeln!(out, "{}", jsonl::line(name, &post.text, &report))?;
        } else {
            for finding in &report.findings {
                writeln!(out, "{}\n", diagnostics::render(&diagnostics::finding(finding, &post.text, name)))?;
            }
            writeln!(out, "{name}: {}", summary(&report))?;
        }
        Ok((report.verdict, !report.findings.is_empty()))
    }
}

/// The bytes of a file.
pub fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Everything on standard input.
pub fn standard_input() -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
    Ok(bytes)
}

fn summary(report: &scrubline::Report) -> String {
    if report.findings.is_empty() {
        return "nothing found".to_owned();
    }
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let parts = [(Severity::Hold, "to repair before it goes out"), (Severity::Warn, "to review"), (Severity::Info, "worth knowing")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(severity, _)| count(*severity) > 0)
        .map(|(severity, words)| format!("{} {words}", count(severity)))
        .collect();
    let capped = report.findings.iter().any(|finding| report.findings.iter().filter(|other| other.rule == finding.rule).count() >= 100);
    parts.join(", ") + if capped { " (only the first 100 findings of a rule are shown)" } else { "" }
}
