//! What the engine's wasm can reach outside itself: a short list, so that a new entry is a decision.

use anyhow::{Context, Result};

use super::Count;
use crate::process::{self, command};
use crate::workspace::Workspace;

/// Every import of the engine's wasm, without wasm-bindgen's hashes: throwing an error, turning a string into a JavaScript
/// value, and the table both need. It has no clock, no network, no storage and no page.
const EXPECTED: [&str; 3] = ["__wbg___wbindgen_throw", "__wbindgen_generic", "__wbindgen_init_externref_table"];

const PRINT: &str = "
    const module = new WebAssembly.Module(require('fs').readFileSync(process.argv[1]));
    for (const { name } of WebAssembly.Module.imports(module)) console.log(name);";

/// Compares the shipped engine's imports with the list.
pub fn run(workspace: &Workspace) -> Result<Count> {
    let wasm = workspace.dist("chrome").join("scrubline_engine_bg.wasm");
    let printed =
        process::read(command(workspace, "node")?.args(["--eval", PRINT]).arg(&wasm)).context("could not read the engine's imports")?;
    let mut imports: Vec<&str> = printed.lines().map(without_hash).collect();
    imports.sort_unstable();
    imports.dedup();
    if imports == EXPECTED {
        println!("test wasm::imports ... ok");
        return Ok(Count::passed());
    }
    println!("test wasm::imports ... FAILED: the engine imports {imports:?}, the list in xtask/src/test/imports.rs has {EXPECTED:?}");
    Ok(Count::failed())
}

/// `__wbg_Error_52673b7de5a0ca89` → `__wbg_Error`: the hash changes with every release of wasm-bindgen.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((stem, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_left_out_and_names_stay() {
        assert_eq!(without_hash("__wbg_Error_52673b7de5a0ca89"), "__wbg_Error");
        assert_eq!(without_hash("__wbindgen_init_externref_table"), "__wbindgen_init_externref_table");
    }
}
