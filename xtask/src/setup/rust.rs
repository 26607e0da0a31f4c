//! The wasm target, and the tools that Cargo can build: wasm-bindgen, wasm-pack, geckodriver.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::{self, Stop, capture, cargo, command, say};
use crate::workspace::Workspace;

/// wasm-pack only drives the other tools: any 0.15 will do.
const WASM_PACK: Tool = Tool { package: "wasm-pack", program: "wasm-pack", accepts: "0.15." };
const WASM_PACK_VERSION: &str = "0.15.1";
/// Firefox 153 needs WebDriver BiDi as geckodriver 0.37 speaks it.
const GECKODRIVER: Tool = Tool { package: "geckodriver", program: "geckodriver", accepts: "0.37." };
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A command that Cargo can install.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    /// What the version must start with.
    accepts: &'a str,
}

/// Adds the wasm target to the toolchain if it is not there.
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = process::read(command(workspace, "rustc")?.args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    say(format!("adding the Rust target {TARGET}"));
    process::run(command(workspace, "rustup")?.args(["target", "add", TARGET]))
        .map_err(|error| Stop::cannot(format!("{error:#}; add the target yourself: rustup target add {TARGET}")).into())
}

/// Installs the wasm-bindgen command of exactly the locked version: any other refuses our wasm.
pub fn wasm_bindgen(workspace: &Workspace) -> Result<()> {
    let version = locked_version(workspace, "wasm-bindgen")?;
    let tool = Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", accepts: &version };
    install(workspace, &tool, &version)
}

/// Installs wasm-pack.
pub fn wasm_pack(workspace: &Workspace) -> Result<()> {
    install(workspace, &WASM_PACK, WASM_PACK_VERSION)
}

/// Installs Firefox's driver.
pub fn geckodriver(workspace: &Workspace) -> Result<()> {
    install(workspace, &GECKODRIVER, GECKODRIVER_VERSION)
}

fn install(workspace: &Workspace, tool: &Tool, version: &str) -> Result<()> {
    if present(workspace, tool)? {
        return Ok(());
    }
    say(format!("building {} {version} (a few minutes, once)", tool.package));
    // With the versions its authors tested; failing that, whatever the registry still serves.
    if process::run(&mut cargo_install(workspace, tool, version, true)?).is_err() {
        process::run(&mut cargo_install(workspace, tool, version, false)?)
            .map_err(|error| Stop::cannot(format!("{error:#}; install it yourself: cargo install {}@{version}", tool.package)))?;
    }
    anyhow::ensure!(
        present(workspace, tool)?,
        "`{} --version` does not answer {}… although {version} was just installed",
        tool.program,
        tool.accepts
    );
    Ok(())
}

fn cargo_install(workspace: &Workspace, tool: &Tool, version: &str, locked: bool) -> Result<std::process::Command> {
    let mut install = cargo(workspace)?;
    install
        .args(["install", "--force", "--root"])
        .arg(workspace.tools())
        .arg("--target-dir")
        .arg(workspace.tools().join("build"))
        .arg(format!("{}@{version}", tool.package))
        // These tools wait for others; half the build time is worth more than their speed.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_BUILD_TARGET");
    if locked {
        install.arg("--locked");
    }
    Ok(install)
}

fn present(workspace: &Workspace, tool: &Tool) -> Result<bool> {
    // A program that is missing is simply not there; every other answer is read for its version.
    let Ok(output) = capture(command(workspace, tool.program)?.arg("--version")) else {
        return Ok(false);
    };
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.split_whitespace().any(|word| word.starts_with(tool.accepts)))
}

#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

fn locked_version(workspace: &Workspace, name: &str) -> Result<String> {
    let text = std::fs::read_to_string(workspace.path("Cargo.lock")).context("could not read Cargo.lock")?;
    let lock: LockFile = toml::from_str(&text).context("could not read Cargo.lock")?;
    lock.package
        .into_iter()
        .find(|package| package.name == name)
        .map(|package| package.version)
        .with_context(|| format!("Cargo.lock names no version of {name}"))
}
