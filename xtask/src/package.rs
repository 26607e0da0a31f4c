//! `cargo xtask package`: one zip a store, byte for byte the same from the same checkout.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::build::{self, FAMILIES};
use crate::process::say;
use crate::stamp::files_below;
use crate::workspace::Workspace;

/// Builds, then zips both families into `dist/`.
pub fn run(workspace: &Workspace) -> Result<()> {
    build::run(workspace)?;
    for family in FAMILIES {
        let path = workspace.path("dist").join(format!("scrubline-{family}-{}.zip", env!("CARGO_PKG_VERSION")));
        let file = File::create(&path).with_context(|| format!("could not create {}", path.display()))?;
        zip(&workspace.dist(family), file)?;
        let bytes = fs::metadata(&path).context("could not measure the package")?.len();
        say(format!("packed {} ({bytes} bytes)", path.strip_prefix(&workspace.root).unwrap_or(&path).display()));
    }
    Ok(())
}

fn zip<W: Write + Seek>(folder: &Path, output: W) -> Result<W> {
    // The format's first day, and one mode for every file: nothing of this machine may get in.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(output);
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder).context("a listed file lies outside its folder")?;
        zip.start_file_from_path(name, options).with_context(|| format!("could not pack {}", name.display()))?;
        zip.write_all(&fs::read(&path).with_context(|| format!("could not read {}", path.display()))?)
            .with_context(|| format!("could not pack {}", name.display()))?;
    }
    zip.finish().context("could not finish the package")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn the_same_files_make_the_same_bytes_whenever_they_were_written() {
        let folder = std::env::temp_dir().join(format!("xtask-package-{}", std::process::id()));
        let pack = |order: [&str; 2]| {
            fs::create_dir_all(folder.join("icons")).expect("a folder");
            for name in order {
                fs::write(folder.join(name), name.repeat(50)).expect("a file");
            }
            let bytes = zip(&folder, Cursor::new(Vec::new())).expect("a package").into_inner();
            fs::remove_dir_all(&folder).expect("removed");
            bytes
        };
        assert_eq!(pack(["icons/a.png", "manifest.json"]), pack(["manifest.json", "icons/a.png"]));
    }
}
