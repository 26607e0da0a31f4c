//! `scrubline eval`: a dry run over past posts, so that a manager sees before switching anything on what would have been
//! held and warned about, and which rules would have made the most noise.

mod excerpt;
mod posts;
mod progress;
mod tally;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use scrubline::Surface;

use crate::{Outcome, check, load};
use posts::Input;
use progress::Progress;
use tally::Tally;

/// Try the rules on past posts: what would have been held, warned about or noted, and by which rules
#[derive(Args)]
pub struct Eval {
    /// Files of past posts, or - for standard input: JSON lines (.jsonl), CSV with a header (.csv, .tsv), or plain text
    /// with a blank line between posts (lines of --- instead, if there are any)
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How the files are to be read, whatever they are called
    #[arg(long, value_enum)]
    input: Option<Input>,
    /// The CSV column that holds the posts; text or post if left out
    #[arg(long, value_name = "NAME")]
    column: Option<String>,
    /// A folder with your organisation's rule set or profile (may be repeated)
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// Leave the built-in rule sets out
    #[arg(long, requires = "rules")]
    only: bool,
    /// The kind of composer, for posts that do not say
    #[arg(long, default_value = "post", value_parser = check::surface)]
    surface: Surface,
    /// Show this many excerpts for each rule, with the words replaced by their shapes
    #[arg(long, value_name = "N", default_value_t = 0)]
    examples: usize,
    /// Show the words of the excerpts: only where everyone who sees the output may read the posts
    #[arg(long, requires = "examples")]
    show_text: bool,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables
    Text,
    /// One JSON object
    Json,
}

impl Eval {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let Some(checker) = load::checker(&self.rules, self.only)? else { return Ok(Outcome::CouldNot) };
        let mut tally = Tally::new(self.examples, self.show_text);
        let mut progress = Progress::start();
        let mut failed = false;
        for path in &self.files {
            let name = path.display().to_string();
            let entries = match self.read(path) {
                Ok(entries) => entries,
                Err(error) => {
                    progress.clear();
                    anstream::eprintln!("scrubline: {error:#}");
                    failed = true;
                    continue;
                }
            };
            for entry in entries {
                match entry.post {
                    Ok(post) => {
                        let post = post.into_post(self.surface);
                        tally.add(&format!("{name}:{}", entry.line), &post, &checker.check(&post));
                        progress.one_more();
                    }
                    Err(error) => {
                        progress.clear();
                        anstream::eprintln!("scrubline: {name}:{}: this is no post: {error}", entry.line);
                        failed = true;
                    }
                }
            }
        }
        progress.clear();
        let found = tally.found();
        let summary = tally.summary();
        let mut out = anstream::stdout().lock();
        match self.format {
            Format::Text => write!(out, "{summary}")?,
            Format::Json => writeln!(out, "{}", serde_json::to_string(&summary)?)?,
        }
        Ok(match (failed, found) {
            (true, _) => Outcome::CouldNot,
            (false, true) => Outcome::SomethingFound,
            (false, false) => Outcome::NothingFound,
        })
    }

    fn read(&self, path: &Path) -> anyhow::Result<Vec<posts::Entry>> {
        let bytes = if path.as_os_str() == "-" { check::standard_input()? } else { check::read(path)? };
        let input = self.input.unwrap_or_else(|| Input::of(path));
        input.posts(&bytes, self.column.as_deref()).map_err(|error| error.context(format!("cannot use {}", path.display())))
    }
}
