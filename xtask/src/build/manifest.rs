//! One commented `manifest.toml` to the manifest of each browser: the shared table, with the browser's own laid over.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::workspace::Workspace;

/// The manifest of one browser family, as the bytes of `manifest.json`.
pub fn json(workspace: &Workspace, family: &str) -> Result<String> {
    let path = workspace.path("extension/manifest/manifest.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let source: Map<String, Value> = toml::from_str(&text).with_context(|| format!("could not read {}", path.display()))?;
    let mut manifest = table(&source, "shared")?;
    overlay(&mut manifest, &table(&source, family)?);
    manifest.insert("version".into(), Value::String(env!("CARGO_PKG_VERSION").into()));
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn table(source: &Map<String, Value>, name: &str) -> Result<Map<String, Value>> {
    source.get(name).and_then(Value::as_object).cloned().with_context(|| format!("extension/manifest/manifest.toml has no table [{name}]"))
}

/// Tables are merged key by key; everything else, lists too, is replaced.
fn overlay(base: &mut Map<String, Value>, over: &Map<String, Value>) {
    for (key, value) in over {
        match (base.get_mut(key), value) {
            (Some(Value::Object(below)), Value::Object(above)) => overlay(below, above),
            _ => {
                base.insert(key.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_merge_and_lists_are_replaced() {
        let object = |text: &str| serde_json::from_str::<Map<String, Value>>(text).expect("test JSON is an object");
        let mut base = object(r#"{"a": {"x": 1, "y": [1, 2]}, "b": 1}"#);
        overlay(&mut base, &object(r#"{"a": {"y": [3], "z": {}}, "c": 2}"#));
        assert_eq!(base, object(r#"{"a": {"x": 1, "y": [3], "z": {}}, "b": 1, "c": 2}"#));
    }
}
