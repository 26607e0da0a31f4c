//! The demo: with a display a window to try things in; without one a typed post, its findings, and pictures.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;
use scrubline_browser_tests::browser::{BrowserKind, Theme};
use scrubline_browser_tests::demo::{DemoOptions, DemoReport, demo, has_display};

/// What to show, and where pictures go.
#[derive(Args)]
pub struct Options {
    /// The folder with the built extension
    #[arg(long)]
    dist: PathBuf,
    /// Where pictures go
    #[arg(long)]
    output: PathBuf,
    /// Headless even where there is a display, and copy the README's pictures there
    #[arg(long)]
    copy_to: Option<PathBuf>,
}

/// What the README shows.
const SHOWN: [&str; 4] = ["underline", "card", "held", "popup"];

/// Opens a window where there is a display; otherwise types, prints and takes pictures in both browsers and themes.
pub async fn run(options: &Options) -> Result<()> {
    if options.copy_to.is_none() && has_display() {
        println!("Type a post in the window; close it when you are done. Nothing leaves this machine.");
        show(options, BrowserKind::Chromium, Theme::Light, true).await?;
        return Ok(());
    }
    for kind in BrowserKind::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            let report = show(options, kind, theme, false).await?;
            print(kind, theme, &report);
            // A demo that shows nothing is a failure, not a quiet success.
            ensure!(!report.findings.is_empty(), "{} found nothing in the typed post", kind.name());
            ensure!(report.held, "{} did not hold the typed post", kind.name());
        }
    }
    if let Some(folder) = &options.copy_to {
        copy(options, folder)?;
    }
    Ok(())
}

async fn show(options: &Options, kind: BrowserKind, theme: Theme, visible: bool) -> Result<DemoReport> {
    demo(DemoOptions { kind, extension: kind.extension_in(&options.dist), pictures: options.output.clone(), theme, visible })
        .await
        .with_context(|| format!("the demo in {} did not go through", kind.name()))
}

fn print(kind: BrowserKind, theme: Theme, report: &DemoReport) {
    println!("{}, {}", kind.name(), theme.name());
    println!("  typed     {}", report.text);
    for finding in &report.findings {
        let words = if finding.words.is_empty() { "the whole post".to_owned() } else { format!("“{}”", finding.words) };
        println!("  finding   {words}: {}", finding.message);
    }
    println!("  publish   {} ({})", if report.held { "held" } else { "went through" }, report.pill);
    for picture in &report.pictures {
        println!("  picture   {}", picture.display());
    }
}

/// Chromium's are enough for the README; the others are for whoever looks at both browsers.
fn copy(options: &Options, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("could not create {}", folder.display()))?;
    for theme in [Theme::Light, Theme::Dark] {
        for shown in SHOWN {
            let name = format!("{}-{}-{shown}.png", BrowserKind::Chromium.name(), theme.name());
            let (from, to) = (options.output.join(&name), folder.join(&name));
            fs::copy(&from, &to).with_context(|| format!("could not copy {}", from.display()))?;
            println!("  copied    {}", to.display());
        }
    }
    Ok(())
}
