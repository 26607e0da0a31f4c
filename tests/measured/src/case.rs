//! Cases as they stand in their files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use scrubline::{Post, RepliedTo, Surface};
use serde::Deserialize;

use crate::told;

/// What a file of cases is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Patients without a name, and what only looks like it.
    Stories,
    /// Answers to reviews, half of them fine.
    Replies,
    /// Posts that lack a disclosure, carry one, or need none.
    Disclosures,
    /// Specially protected care, advice in replies, inducements, paid reviews, media statements and their like.
    Harm,
    /// What health accounts write every day: nothing is to be found there.
    OrdinaryPosts,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 5] = [Self::Stories, Self::Replies, Self::Disclosures, Self::Harm, Self::OrdinaryPosts];

    /// The stem of its file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stories => "stories",
            Self::Replies => "replies",
            Self::Disclosures => "disclosures",
            Self::Harm => "harm",
            Self::OrdinaryPosts => "ordinary-posts",
        }
    }

    /// Its cases in a folder: one file, or several that are numbered ("stories-2.toml").
    ///
    /// # Errors
    /// If there is no file, or one holds something else than cases.
    pub fn read(self, folder: &Path) -> Result<Vec<Case>> {
        let numbered = (1..).map(|number| folder.join(format!("{}-{number}.toml", self.name()))).take_while(|path| path.exists());
        let mut files: Vec<PathBuf> = numbered.collect();
        if files.is_empty() {
            files.push(folder.join(self.name()).with_extension("toml"));
        }
        let mut cases = Vec::new();
        for file in files {
            cases.extend(self.read_file(&file)?);
        }
        Ok(cases)
    }

    fn read_file(self, path: &Path) -> Result<Vec<Case>> {
        let text = std::fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))?;
        let file: File = toml::from_str(&text).with_context(|| format!("{} does not hold cases", path.display()))?;
        let unknown = file.case.iter().find(|case| !told::judges(self, &case.kind));
        ensure!(unknown.is_none(), "{}: {} is of no kind that told.rs names", path.display(), unknown.map_or("", |case| &case.id));
        Ok(file.case)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// A labelled post.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, never reused.
    pub id: String,
    /// What ought to happen.
    pub expect: Expected,
    /// What sort of post it is, in the writer's words.
    pub kind: String,
    /// Where it stands.
    #[serde(default)]
    pub surface: Surface,
    /// The disclosure it is about: a word of the rule's id.
    #[serde(default)]
    pub rule: String,
    text: String,
    /// Who wrote the review that is answered.
    #[serde(default)]
    reviewer: String,
    /// The review that is answered.
    #[serde(default)]
    review: String,
    /// The post or message that is answered.
    #[serde(default)]
    answers: String,
}

/// What ought to happen to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    /// The reader is told.
    Flag,
    /// The reader is left alone.
    Quiet,
}

impl Case {
    /// A post of no group that is to be left alone.
    #[must_use]
    pub fn quiet(id: String, text: &str) -> Self {
        let (kind, rule, reviewer, review, answers) = Default::default();
        Self { id, expect: Expected::Quiet, kind, surface: Surface::Post, rule, text: text.to_owned(), reviewer, review, answers }
    }

    /// The post as the engine takes it.
    #[must_use]
    pub fn post(&self) -> Post {
        let answered = if self.review.is_empty() { &self.answers } else { &self.review };
        let replying_to = (!self.reviewer.is_empty() || !answered.is_empty())
            .then(|| RepliedTo { author: self.reviewer.clone(), text: answered.clone() });
        Post { replying_to, ..Post::new(&self.text).on(self.surface) }
    }
}
