//! Skipping work whose inputs have not changed: a hash of the inputs is kept beside the result.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A running hash of everything a result depends on.
#[derive(Default)]
pub struct Stamp(DefaultHasher);

impl Stamp {
    /// Adds a word: a version, a flag.
    pub fn word(mut self, word: &str) -> Self {
        word.hash(&mut self.0);
        self
    }

    /// Adds files, and everything below folders, by relative name and content.
    pub fn files(mut self, root: &Path, relative: &[&str]) -> Result<Self> {
        for name in relative {
            for file in files_below(&root.join(name))? {
                // The command's own sources are in no wasm and no rule blob.
                if file.starts_with(root.join("src/bin")) {
                    continue;
                }
                file.strip_prefix(root).unwrap_or(&file).hash(&mut self.0);
                fs::read(&file).with_context(|| format!("could not read {}", file.display()))?.hash(&mut self.0);
            }
        }
        Ok(self)
    }

    /// Whether the result marked by `mark` was made from these inputs.
    pub fn matches(&self, mark: &Path) -> bool {
        fs::read_to_string(mark).is_ok_and(|kept| kept == self.text())
    }

    /// Marks the result as made from these inputs; to be called once it is complete.
    pub fn write(&self, mark: &Path) -> Result<()> {
        fs::write(mark, self.text()).with_context(|| format!("could not write {}", mark.display()))
    }

    fn text(&self) -> String {
        format!("{:016x}\n", self.0.finish())
    }
}

/// The file itself, or every file below a folder, sorted; node packages and build results are left out.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut entries = fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>())
        .with_context(|| format!("could not list {}", path.display()))?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        if entry.is_dir() && entry.file_name().is_some_and(|name| name == "node_modules" || name == "target") {
            continue;
        }
        files.extend(files_below(&entry)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_current_until_an_input_changes() {
        let root = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(root.join("in")).expect("a folder");
        let stamp = || Stamp::default().files(&root, &["in"]).expect("readable inputs");
        fs::write(root.join("in/a"), "1").expect("a file");
        let mark = root.join("mark");
        assert!(!stamp().matches(&mark), "no result yet");
        stamp().write(&mark).expect("a mark");
        assert!(stamp().matches(&mark));
        fs::rename(root.join("in/a"), root.join("in/b")).expect("renamed");
        assert!(!stamp().matches(&mark), "another name is another input");
        fs::remove_dir_all(&root).expect("removed");
    }
}
