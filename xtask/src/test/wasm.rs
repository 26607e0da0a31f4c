//! Every rule's own examples, run in the wasm that ships.

use anyhow::{Result, bail};

use super::Count;
use crate::workspace::Workspace;

/// Runs the examples in Node.
pub fn run(_workspace: &Workspace) -> Result<Count> {
    bail!("the engine has no rule examples to run yet")
}
