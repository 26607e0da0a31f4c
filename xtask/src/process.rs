//! Running other programs: what is being done is said first, and a failure names the command.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// Ends the run with a chosen exit code and a message that needs no further context.
#[derive(Debug)]
pub struct Stop {
    /// 1: something failed its check. 2: it could not be done.
    pub exit_code: u8,
    message: String,
}

impl Stop {
    /// Something was checked and failed.
    pub fn failed(message: impl Into<String>) -> Self {
        Self { exit_code: 1, message: message.into() }
    }

    /// Something could not be done; the message says what would help.
    pub fn cannot(message: impl Into<String>) -> Self {
        Self { exit_code: 2, message: message.into() }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Stop {}

/// Says what is being done.
pub fn say(step: impl fmt::Display) {
    eprintln!("xtask: {step}");
}

/// A command in the checkout that sees our tools first.
pub fn command(workspace: &Workspace, program: impl AsRef<OsStr>) -> Result<Command> {
    let mut command = Command::new(program);
    command.current_dir(&workspace.root).env("PATH", workspace.search_path()?);
    Ok(command)
}

/// Cargo itself, at the toolchain that runs us.
pub fn cargo(workspace: &Workspace) -> Result<Command> {
    command(workspace, std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs with the output shown on standard error.
pub fn run(command: &mut Command) -> Result<()> {
    let status =
        command.stdin(Stdio::null()).stdout(std::io::stderr()).status().with_context(|| format!("could not start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs with both outputs where ours go.
pub fn pass_through(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs quietly and hands over what was printed, whatever the exit code.
pub fn capture(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).output().with_context(|| format!("could not start `{}`", shown(command)))
}

/// Runs quietly; standard output on success, everything printed on failure.
pub fn read(command: &mut Command) -> Result<String> {
    let output = capture(command)?;
    if !output.status.success() {
        bail!(
            "`{}` failed ({})\n{}{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something that is not UTF-8", shown(command)))
}

/// The command line as one would type it, with the folder it runs in.
pub fn shown(command: &Command) -> String {
    let mut line = Path::new(command.get_program()).file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
