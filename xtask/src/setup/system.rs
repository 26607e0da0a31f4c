//! Browsers come from the system's packages: on Debian, as root, we install them ourselves.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{self, Stop, capture, command, say};
use crate::workspace::Workspace;

/// A program, under any of its names, and the Debian package that has it.
const PROGRAMS: [(&[&str], &str); 3] = [
    (&["chromium", "chromium-browser", "google-chrome"], "chromium"),
    (&["chromedriver"], "chromium-driver"),
    (&["firefox-esr", "firefox"], "firefox-esr"),
];

/// Chromium with its driver, and Firefox.
pub fn browsers(workspace: &Workspace) -> Result<()> {
    let missing: Vec<&str> =
        PROGRAMS.iter().filter(|(names, _)| !names.iter().any(|name| on_path(name))).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if !(on_path("apt-get") && is_root(workspace)?) {
        return Err(Stop::cannot(format!(
            "{packages} missing; on Debian run\n  sudo apt-get update\n  sudo apt-get install -y {packages}\n\
             elsewhere install Chromium, its chromedriver and Firefox ESR, so that PATH has them"
        ))
        .into());
    }
    say(format!("installing {packages} with apt-get"));
    process::run(&mut apt_get(workspace, &["update"])?)?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(&missing);
    process::run(&mut apt_get(workspace, &arguments)?)
}

fn apt_get(workspace: &Workspace, arguments: &[&str]) -> Result<Command> {
    let mut apt = command(workspace, "apt-get")?;
    apt.arg("-q").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt)
}

fn is_root(workspace: &Workspace) -> Result<bool> {
    Ok(capture(command(workspace, "id")?.arg("-u")).is_ok_and(|output| output.stdout.trim_ascii() == b"0"))
}

fn on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| is_file(&folder.join(program))))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}
