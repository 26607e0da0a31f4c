//! Rule sets from the command's own package and from folders. The library never reads files.
#![expect(clippy::disallowed_methods, reason = "reading files is what the command is for")]

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use include_dir::{Dir, include_dir};
use scrubline::ruleset::{self, Places, RuleSet, RuleSetError, SourceFile};
use scrubline::{Checker, Lists, Profile};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// Most bytes of one rule set's files together.
const MAX_SET: u64 = 2 * 1024 * 1024;

/// A rule set with the places its rules came from, or every problem it has.
pub type Loaded = Result<(RuleSet, Places), (Vec<SourceFile>, Vec<RuleSetError>)>;

/// The name lists the command carries.
pub fn lists() -> anyhow::Result<Lists> {
    let list = |name: &str| BUILT_IN.get_file(format!("lists/{name}")).and_then(|file| file.contents_utf8()).unwrap_or("");
    Ok(Lists::from_sources(&Lists::FILES.map(list))?)
}

/// The built-in rule sets.
pub fn built_in() -> anyhow::Result<Vec<RuleSet>> {
    let mut sets = Vec::new();
    for folder in BUILT_IN.dirs() {
        let name = folder.path().display().to_string();
        let files = folder.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"));
        let files: Result<Vec<SourceFile>, _> =
            files.map(|file| SourceFile::new(file.path().display().to_string(), file.contents().to_vec())).collect();
        let files = files?;
        if files.is_empty() {
            continue;
        }
        match ruleset::parse(&files) {
            Ok((set, _)) => sets.push(set),
            Err(errors) => bail!(
                "the built-in rule set {name} has problems: {}",
                errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            ),
        }
    }
    Ok(sets)
}

fn toml_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Reads the rule set of a folder, `ruleset.toml` and every other `.toml` file in it, or of a single file.
pub fn folder(folder: &Path) -> anyhow::Result<Loaded> {
    let mut paths = if folder.is_file() { vec![folder.to_path_buf()] } else { toml_files(folder)? };
    // The header first, then by name, so that messages come in a stable order.
    paths.sort_by_key(|path| (path.file_name().is_none_or(|name| name != "ruleset.toml"), path.clone()));
    if paths.is_empty() {
        bail!("there is no .toml file in {}; a rule set starts with ruleset.toml", folder.display());
    }
    let (mut files, mut errors, mut size) = (Vec::new(), Vec::new(), 0);
    for path in paths {
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        size += bytes.len() as u64;
        match SourceFile::new(path.display().to_string(), bytes) {
            Ok(file) => files.push(file),
            Err(error) => errors.push(error),
        }
    }
    if size > MAX_SET {
        bail!("the rule set in {} is larger than 2 MiB; split it", folder.display());
    }
    Ok(match (ruleset::parse(&files), errors.is_empty()) {
        (Ok(loaded), true) => Ok(loaded),
        (Ok(_), false) => Err((files, errors)),
        (Err(more), _) => {
            errors.extend(more);
            Err((files, errors))
        }
    })
}

/// The checker over the built-in sets (unless `only`) and the folders on top of them; prints what is wrong with a
/// folder and gives `None` then.
pub fn checker(folders: &[PathBuf], only: bool) -> anyhow::Result<Option<Checker>> {
    let lists = lists()?;
    let mut sets = if only { Vec::new() } else { built_in()? };
    let mut faulty = false;
    for path in folders {
        let problems = match folder(path)? {
            Ok((set, places)) => {
                let problems = places.check(&set, &lists);
                let files = places.files().to_vec();
                sets.push(set);
                (files, problems)
            }
            Err(problems) => problems,
        };
        faulty |= !problems.1.is_empty();
        crate::diagnostics::print_problems(&problems.0, &problems.1);
    }
    if faulty {
        return Ok(None);
    }
    match Checker::new(&sets, &Profile::default(), lists) {
        Ok(checker) => Ok(Some(checker)),
        Err(errors) => {
            crate::diagnostics::print_problems(&[], &errors);
            Ok(None)
        }
    }
}
