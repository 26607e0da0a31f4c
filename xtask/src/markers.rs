//! Tables in the documentation that a command writes: everything between `<!-- NAME:begin -->` and `<!-- NAME:end -->`.

use std::fs;

use anyhow::{Context, Result};

use crate::process::say;
use crate::workspace::Workspace;

/// Replaces what stands between the markers called `name` in a file of the checkout.
pub fn fill(workspace: &Workspace, file: &str, name: &str, body: &str) -> Result<()> {
    let path = workspace.path(file);
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {file}"))?;
    let filled =
        between(&text, name, body).with_context(|| format!("{file} has no lines `<!-- {name}:begin -->` and `<!-- {name}:end -->`"))?;
    if filled != text {
        fs::write(&path, filled).with_context(|| format!("could not write {file}"))?;
        say(format!("{file} has new numbers"));
    }
    Ok(())
}

fn between(text: &str, name: &str, body: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("<!-- {name}:begin -->\n"))?;
    let end = format!("<!-- {name}:end -->");
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}<!-- {name}:begin -->\n{}\n{end}{after}", body.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_is_replaced() {
        let text = "a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n";
        assert_eq!(between(text, "x", "new\n").as_deref(), Some("a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n"));
        assert_eq!(between(text, "y", "new"), None);
    }
}
