//! Laying out the finished extension: every file of `dist/<family>` is named here.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{Parts, manifest};
use crate::stamp::files_below;
use crate::workspace::Workspace;

/// The browser families we build for, named as the tables of `manifest.toml`.
pub const FAMILIES: [&str; 2] = ["chrome", "firefox"];

/// Folders of `extension/`, and which of their files ship: the rest are sources of something else.
const FOLDERS: [(&str, &str); 3] = [("_locales", "json"), ("icons", "png"), ("styles", "css")];

/// Writes one family's folder afresh, so that no file of an earlier build lingers.
pub fn write(workspace: &Workspace, family: &str, parts: &Parts) -> Result<()> {
    let fresh = workspace.path("dist").join(format!(".{family}.new"));
    if fresh.exists() {
        fs::remove_dir_all(&fresh).with_context(|| format!("could not clear {}", fresh.display()))?;
    }
    fs::create_dir_all(&fresh).with_context(|| format!("could not create {}", fresh.display()))?;

    fs::write(fresh.join("manifest.json"), manifest::json(workspace, family)?).context("could not write manifest.json")?;
    for (from, name) in files(workspace, parts)? {
        copy(&from, &fresh.join(name))?;
    }

    let place = workspace.dist(family);
    if place.exists() {
        fs::remove_dir_all(&place).with_context(|| format!("could not clear {}", place.display()))?;
    }
    fs::rename(&fresh, &place).with_context(|| format!("could not put {} in place", place.display()))
}

fn files(workspace: &Workspace, parts: &Parts) -> Result<Vec<(PathBuf, PathBuf)>> {
    let pages = workspace.path("extension/pages");
    let mut files: Vec<(PathBuf, PathBuf)> = [
        (&parts.engine, "scrubline_engine_bg.wasm"),
        (&parts.merge, "scrubline_merge_bg.wasm"),
        (&parts.rules, "rules.bin"),
        (&parts.rules, "names.bin"),
        (&parts.scripts, "content.js"),
        (&parts.scripts, "background.js"),
        (&parts.popup, "scrubline_popup.js"),
        (&parts.popup, "scrubline_popup_bg.wasm"),
        (&pages, "popup.html"),
        (&pages, "popup.css"),
        (&pages, "popup.js"),
    ]
    .map(|(folder, name)| (folder.join(name), PathBuf::from(name)))
    .into();
    let extension = workspace.path("extension");
    for (folder, ending) in FOLDERS {
        let mut found = files_below(&extension.join(folder))?;
        found.retain(|file| file.extension().is_some_and(|extension| extension == ending));
        ensure!(!found.is_empty(), "extension/{folder} has no .{ending} file, and the extension needs those");
        for file in found {
            let name = file.strip_prefix(&extension).context("a listed file lies outside its folder")?.to_path_buf();
            files.push((file, name));
        }
    }
    Ok(files)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("could not create {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("could not copy {} into the extension", from.display()))?;
    Ok(())
}
