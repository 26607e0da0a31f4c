//! The labelled development corpus in `../shared`: third-party posts, read where they lie and never committed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use crate::workspace::Workspace;

/// A file of the corpus.
pub struct File {
    /// Its name without the ending.
    pub name: &'static str,
    /// Where its posts were written.
    pub surface: &'static str,
}

/// Every file.
pub const FILES: [File; 5] = [
    File { name: "phi", surface: "post" },
    File { name: "benign_posts", surface: "post" },
    File { name: "replies", surface: "review-reply" },
    File { name: "claims", surface: "post" },
    File { name: "disclosures", surface: "post" },
];

impl File {
    /// Where it lies in a folder: the corpus itself, or findings about it.
    pub fn below(&self, folder: &Path) -> PathBuf {
        folder.join(self.name).with_extension("jsonl")
    }

    /// Its lines, as far as the asker wants to know them.
    pub fn read<T: DeserializeOwned>(&self, folder: &Path) -> Result<Vec<T>> {
        let path = self.below(folder);
        fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| serde_json::from_str(line).with_context(|| format!("could not read a line of {}", path.display())))
            .collect()
    }
}

/// The corpus's folder, if somebody has put it there.
pub fn folder(workspace: &Workspace) -> Option<PathBuf> {
    Some(workspace.path("../shared/corpus")).filter(|folder| folder.is_dir())
}
