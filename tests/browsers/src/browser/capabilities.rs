//! What a browser is started with: the fixtures' proxy, a fresh profile, nothing that calls home if it can be switched off.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;

use super::process::program;
use super::{BrowserKind, Launch, Theme};

/// Firefox gives each installation a random origin; fixed here, so that the extension's own pages can be opened.
pub const FIREFOX_UUID: &str = "5c2b0a64-6d0e-4f0c-9a55-3a1c7d2f9e10";

/// The WebDriver capabilities of a launch.
pub fn of(launch: &Launch, proxy: SocketAddr, profile: &Path) -> Result<Capabilities> {
    let (name, options) = match launch.kind {
        BrowserKind::Chromium => ("goog:chromeOptions", chromium(launch, profile)?),
        BrowserKind::Firefox => ("moz:firefoxOptions", firefox(launch)?),
    };
    let browser = match launch.kind {
        BrowserKind::Chromium => "chrome",
        BrowserKind::Firefox => "firefox",
    };
    let mut all = Capabilities::new();
    all.set("browserName", browser)?;
    all.set("acceptInsecureCerts", true)?;
    all.set("webSocketUrl", true)?;
    all.set("unhandledPromptBehavior", "ignore")?;
    all.set("proxy", json!({ "proxyType": "manual", "httpProxy": proxy.to_string(), "sslProxy": proxy.to_string() }))?;
    all.set(name, options)?;
    Ok(all)
}

fn chromium(launch: &Launch, profile: &Path) -> Result<Value> {
    let mut arguments: Vec<String> = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--window-size=1200,900",
        // A background tab must not be slowed down: the popup is tested as a second tab.
        "--disable-background-timer-throttling",
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
    ]
    .map(String::from)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // 0 is dark, 1 is light.
    arguments.push(format!("--blink-settings=preferredColorScheme={}", u8::from(launch.theme == Theme::Light)));
    if !launch.visible {
        arguments.push("--headless=new".to_owned());
        // Pictures show how things end up, not how they get there.
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    Ok(json!({ "binary": program(&["chromium", "chromium-browser", "google-chrome"])?, "args": arguments }))
}

fn firefox(launch: &Launch) -> Result<Value> {
    let mut preferences = json!({
        "extensions.webextOptionalPermissionPrompts": false,
        "layout.css.prefers-color-scheme.content-override": u8::from(launch.theme == Theme::Light),
        "app.normandy.enabled": false,
        "app.update.disabledForTesting": true,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.safebrowsing.downloads.enabled": false,
        "browser.topsites.contile.enabled": false,
        "browser.translations.enable": false,
        "datareporting.healthreport.uploadEnabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "toolkit.telemetry.enabled": false,
        "ui.prefersReducedMotion": u8::from(!launch.visible),
    });
    if let Some(folder) = &launch.extension {
        let uuids: Map<String, Value> = [(gecko_id(folder)?, Value::from(FIREFOX_UUID))].into_iter().collect();
        preferences["extensions.webextensions.uuids"] = Value::from(Value::from(uuids).to_string());
    }
    let mut arguments = vec!["--width=1200", "--height=900"];
    if !launch.visible {
        arguments.push("-headless");
    }
    Ok(json!({ "binary": program(&["firefox", "firefox-esr"])?, "args": arguments, "prefs": preferences }))
}

fn gecko_id(folder: &Path) -> Result<String> {
    let path = folder.join("manifest.json");
    let text = fs::read_to_string(&path).with_context(|| format!("no extension at {}: run `cargo xtask build`", folder.display()))?;
    let manifest: Value = serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    let id = manifest.pointer("/browser_specific_settings/gecko/id").and_then(Value::as_str);
    Ok(id.with_context(|| format!("{} has no gecko id", path.display()))?.to_owned())
}
