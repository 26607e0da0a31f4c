//! Every post of the corpus, one test a file. Posts are named by their ids: the corpus is never quoted.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use serde_json::json;

use super::{Case, Set, Test};
use crate::build;
use crate::corpus::{FILES, File};

#[derive(Deserialize)]
struct Post {
    id: String,
    text: String,
}

/// The posts with what the native engine says of them under the built-in rules.
pub fn corpus(built: &build::Engine, folder: &Path) -> Result<Set> {
    let read = |name: &str| fs::read(built.rules.join(name)).with_context(|| format!("could not read {name}"));
    let native = scrubline_extension::Engine::new(&read("rules.bin")?, &read("names.bin")?).map_err(|error| anyhow!(error))?;
    let tests = FILES.iter().map(|file| test(built, &native, file, folder)).collect::<Result<Vec<_>>>()?;
    Ok(Set { id: "corpus".to_owned(), tests })
}

fn test(built: &build::Engine, native: &scrubline_extension::Engine, file: &File, folder: &Path) -> Result<Test> {
    let context = json!({
        "surface": file.surface, "platform": "", "attachments": [], "replyingTo": null, "account": null, "today": null,
    })
    .to_string();
    let case = |post: Post| {
        let report = native.check(&post.text, &context).map_err(|error| anyhow!(error))?;
        let name = Some(format!("{} {}", file.name, post.id));
        Ok(Case { rules: built.rules.join("rules.bin"), name, text: post.text, context: context.clone(), expected: None, report })
    };
    let cases = file.read::<Post>(folder)?.into_iter().map(case).collect::<Result<Vec<_>>>()?;
    Ok(Test { name: file.name.to_owned(), cases })
}
