//! A real browser with the built extension, driven over WebDriver.

mod capabilities;
mod process;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::bidi::ExtensionId;

use crate::fixtures::Fixtures;

pub use process::program;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserKind {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl BrowserKind {
    /// Both, in the order they are tested.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name in test names and in `SCRUBLINE_BROWSER`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The built extension's folder for this browser in `dist`.
    #[must_use]
    pub fn extension_in(self, dist: &Path) -> PathBuf {
        dist.join(match self {
            Self::Chromium => "chrome",
            Self::Firefox => "firefox",
        })
    }
}

/// What pages are told the user prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// `prefers-color-scheme: light`
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
}

impl Theme {
    /// The name in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How to start a browser.
#[derive(Clone, Debug)]
pub struct Launch {
    /// Which one.
    pub kind: BrowserKind,
    /// The unpacked extension to install; `None` for a bare browser.
    pub extension: Option<PathBuf>,
    /// The preferred colour scheme.
    pub theme: Theme,
    /// A visible window.
    pub visible: bool,
}

/// A running browser with a fresh profile.
#[derive(Debug)]
pub struct Browser {
    /// Which one.
    pub kind: BrowserKind,
    /// The WebDriver session.
    pub driver: WebDriver,
    extension: Option<Extension>,
    // Held for their ends: the driver is killed and the profile removed when the browser goes.
    driver_process: process::Driver,
    profile: TempDir,
}

#[derive(Debug)]
struct Extension {
    id: ExtensionId,
    origin: String,
}

impl Browser {
    /// Starts the driver and the browser behind the fixtures' proxy, and installs the extension.
    ///
    /// # Errors
    ///
    /// A program is missing, the driver refuses, or the extension does not install; the error names which.
    pub async fn launch(launch: &Launch, fixtures: &Fixtures) -> Result<Self> {
        // thirtyfour's BiDi client needs a process-wide provider; a second call only says that there is one.
        let _already_set = rustls::crypto::ring::default_provider().install_default();
        let profile = TempDir::with_prefix("scrubline-profile-").context("cannot make a folder for the browser's profile")?;
        let driver_process = process::Driver::start(launch.kind).await?;
        let capabilities = capabilities::of(launch, fixtures.address(), profile.path())?;
        let driver =
            WebDriver::new(driver_process.url(), capabilities).await.with_context(|| format!("{} does not start", launch.kind.name()))?;
        let mut browser = Self { kind: launch.kind, driver, extension: None, driver_process, profile };
        if let Some(folder) = &launch.extension {
            browser.install(folder).await?;
        }
        Ok(browser)
    }

    /// The extension's own origin, as `chrome-extension://id`.
    ///
    /// # Panics
    ///
    /// When the browser was started without an extension.
    #[must_use]
    pub fn extension_origin(&self) -> &str {
        &self.installed().origin
    }

    /// Takes the extension out of the running browser; its content scripts stay behind in open pages, cut off.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    ///
    /// # Panics
    ///
    /// When the browser was started without an extension.
    pub async fn uninstall(&self) -> Result<()> {
        Ok(self.driver.bidi().await?.web_extension().uninstall(self.installed().id.clone()).await?)
    }

    /// The profile's folder, removed at the end.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Closes the browser, then its driver.
    ///
    /// # Errors
    ///
    /// The driver does not answer.
    pub async fn quit(self) -> Result<()> {
        self.driver.quit().await?;
        self.driver_process.stop().await
    }

    async fn install(&mut self, folder: &Path) -> Result<()> {
        let folder = folder.canonicalize().with_context(|| format!("no extension at {}: run `cargo xtask build`", folder.display()))?;
        let path = folder.to_str().context("the extension's path is not UTF-8")?;
        let installed = self
            .driver
            .bidi()
            .await?
            .web_extension()
            .install_path(path)
            .await
            .with_context(|| format!("{} does not install {path}", self.kind.name()))?;
        let origin = match self.kind {
            BrowserKind::Chromium => format!("chrome-extension://{}", installed.extension.as_str()),
            BrowserKind::Firefox => format!("moz-extension://{}", capabilities::FIREFOX_UUID),
        };
        self.extension = Some(Extension { id: installed.extension, origin });
        Ok(())
    }

    fn installed(&self) -> &Extension {
        self.extension.as_ref().expect("the browser was started with the extension")
    }
}

/// Whether a visible window is possible here.
#[must_use]
pub fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
