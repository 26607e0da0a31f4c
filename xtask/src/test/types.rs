//! TypeScript: the strict type check of the extension, by its own npm script.

use anyhow::Result;

use super::Count;
use crate::process::{capture, command};
use crate::workspace::Workspace;

/// Passes if `npm run typecheck` has nothing to say.
pub fn run(workspace: &Workspace) -> Result<Count> {
    let output = capture(command(workspace, "npm")?.args(["run", "--silent", "typecheck"]).current_dir(workspace.path("extension")))?;
    if output.status.success() {
        println!("test typescript ... ok");
        return Ok(Count::passed());
    }
    print!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("test typescript ... FAILED");
    Ok(Count::failed())
}
