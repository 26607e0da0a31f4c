//! The bundled rule sets, read from their sources and compiled: `rules.bin` and `names.bin`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use scrubline::Lists;
use scrubline::ruleset::{Compiled, RuleSet, RuleSetError, SourceFile, parse};

use crate::process::{Stop, say};
use crate::stamp::{Stamp, files_below};
use crate::workspace::Workspace;

/// Where the name lists are.
const LISTS: &str = "lists";

/// Compiles everything in `rules/` into one blob, and the name lists into another.
pub fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let output = workspace.target.join("rules");
    let mark = output.join(".xtask-stamp");
    // The engine decides what the compiled form is, so its sources count as inputs too.
    let stamp = Stamp::default().files(&workspace.root, &["rules", "src", "Cargo.lock"])?;
    if stamp.matches(&mark) {
        return Ok(output);
    }
    say("compiling the rule sets");
    fs::create_dir_all(&output).with_context(|| format!("could not create {}", output.display()))?;
    let compiled = Compiled::new(&sources(workspace)?).map_err(refused)?;
    write(&output.join("rules.bin"), &compiled.to_bytes())?;
    write(&output.join("names.bin"), &lists(workspace)?.to_bytes())?;
    stamp.write(&mark)?;
    Ok(output)
}

/// The bundled rule sets, in the order of their folders; refused if any of their own examples fail.
pub fn sources(workspace: &Workspace) -> Result<Vec<RuleSet>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(workspace.path("rules")).context("could not list rules")? {
        let path = entry.context("could not list rules")?.path();
        // The other folders hold names and words.
        if path.join("ruleset.toml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    ensure!(!folders.is_empty(), "rules/ holds no rule set");
    let lists = lists(workspace)?;
    let mut sets = Vec::new();
    let mut errors = Vec::new();
    for folder in &folders {
        match read(workspace, folder, &lists)? {
            Ok(set) => sets.push(set),
            Err(problems) => errors.extend(problems),
        }
    }
    if errors.is_empty() { Ok(sets) } else { Err(refused(errors)) }
}

/// The name lists, from their sources.
pub fn lists(workspace: &Workspace) -> Result<Lists> {
    let read = |name: &str| {
        let path = workspace.path("rules").join(LISTS).join(name);
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
    };
    let sources: Vec<String> = Lists::FILES.into_iter().map(read).collect::<Result<_>>()?;
    Lists::from_sources(&sources).map_err(|error| Stop::cannot(error.to_string()).into())
}

fn read(workspace: &Workspace, folder: &Path, lists: &Lists) -> Result<Result<RuleSet, Vec<RuleSetError>>> {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in files_below(folder)? {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path.strip_prefix(&workspace.root).unwrap_or(&path).display().to_string();
        let bytes = fs::read(&path).with_context(|| format!("could not read {name}"))?;
        match SourceFile::new(name, bytes) {
            Ok(file) => files.push(file),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    Ok(parse(&files).and_then(|(set, places)| {
        let failing = places.check(&set, lists);
        if failing.is_empty() { Ok(set) } else { Err(failing) }
    }))
}

/// All problems in one message.
pub fn refused(errors: Vec<RuleSetError>) -> anyhow::Error {
    let lines: Vec<String> = errors.iter().map(|error| format!("  {error}")).collect();
    Stop::cannot(format!("the rule sets have problems:\n{}", lines.join("\n"))).into()
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("could not write {}", path.display()))
}
