//! What the extension may do, read from the built manifests: a change here is a change users are asked to accept.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use scrubline_browser_tests::browser::BrowserKind;
use serde_json::{Value, json};

use crate::runner::{Suite, extension};

const SITES: [&str; 14] = [
    "https://x.com/*",
    "https://twitter.com/*",
    "https://pro.x.com/*",
    "https://www.linkedin.com/*",
    "https://www.facebook.com/*",
    "https://web.facebook.com/*",
    "https://m.facebook.com/*",
    "https://business.facebook.com/*",
    "https://mastodon.social/*",
    "https://mastodon.online/*",
    "https://mstdn.social/*",
    "https://fosstodon.org/*",
    "https://hachyderm.io/*",
    "https://mas.to/*",
];

pub fn add(suite: &mut Suite) {
    for kind in suite.kinds() {
        let name = |what: &str| format!("{}/manifest/{what}", kind.name());
        suite.plain(&name("permissions"), move || permissions(kind));
        suite.plain(&name("nothing-web-accessible"), move || nothing_web_accessible(kind));
        suite.plain(&name("no-network"), move || no_network(kind));
    }
}

fn permissions(kind: BrowserKind) -> Result<()> {
    let manifest = manifest(kind)?;
    let expected = json!({
        "permissions": ["storage", "scripting", "activeTab"],
        "optional_permissions": null,
        "host_permissions": SITES,
        "optional_host_permissions": ["https://*/*"],
    });
    for (key, value) in expected.as_object().context("an object")? {
        ensure!(manifest.get(key).unwrap_or(&Value::Null) == value, "{key} is {}, not {value}", manifest[key]);
    }
    let scripts = manifest["content_scripts"].as_array().context("no content scripts")?;
    ensure!(scripts.len() == 1 && scripts[0]["matches"] == json!(SITES), "content scripts run at {scripts:?}");
    Ok(())
}

fn nothing_web_accessible(kind: BrowserKind) -> Result<()> {
    let manifest = manifest(kind)?;
    for key in ["web_accessible_resources", "externally_connectable", "content_scripts.0.world", "sandbox"] {
        let found = key.split('.').try_fold(&manifest, |value, part| match part.parse::<usize>() {
            Ok(index) => value.get(index),
            Err(_) => value.get(part),
        });
        ensure!(found.is_none(), "{key} is {found:?}");
    }
    Ok(())
}

/// The policy of the extension's own pages and background allows no connection but to its own files.
fn no_network(kind: BrowserKind) -> Result<()> {
    let manifest = manifest(kind)?;
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().context("no policy")?;
    for part in ["default-src 'self'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'"] {
        ensure!(policy.split("; ").any(|directive| directive == part), "the policy is {policy}, without {part}");
    }
    Ok(())
}

fn manifest(kind: BrowserKind) -> Result<Value> {
    let path = extension(kind).join("manifest.json");
    let text = fs::read_to_string(&path).with_context(|| format!("no extension at {}: run `cargo xtask build`", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}
