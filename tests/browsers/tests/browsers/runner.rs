//! Runs rows as named tests, with one browser each for as long as nothing fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use scrubline_browser_tests::browser::{Browser, BrowserKind, Launch, Theme};
use scrubline_browser_tests::fixtures::Fixtures;
use tokio::runtime::Runtime;
use tokio::sync::Mutex;
use tokio::time::timeout;

/// No test takes longer, whatever hangs.
const LIMIT: Duration = Duration::from_secs(90);

/// What a test gets.
pub struct Context<'a> {
    pub browser: &'a Browser,
    pub fixtures: &'a Fixtures,
}

/// The extension's folder for a browser, as built by `cargo xtask build`.
pub fn extension(kind: BrowserKind) -> PathBuf {
    kind.extension_in(&dist())
}

/// The folder with the built extensions.
pub fn dist() -> PathBuf {
    env::var_os("SCRUBLINE_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Browsers started once and used by test after test; a failed test's browser is not used again.
struct Shared {
    runtime: Runtime,
    fixtures: Fixtures,
    browsers: [Mutex<Option<Browser>>; 2],
    evidence: PathBuf,
}

/// All tests.
pub struct Suite {
    shared: Arc<Shared>,
    trials: Vec<Trial>,
    kinds: Vec<BrowserKind>,
}

impl Suite {
    pub fn new() -> Result<Self> {
        let runtime = Runtime::new()?;
        let fixtures = runtime.block_on(Fixtures::start())?;
        let evidence = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("browsers");
        fs::create_dir_all(&evidence)?;
        let shared = Arc::new(Shared { runtime, fixtures, browsers: Default::default(), evidence });
        Ok(Self { shared, trials: Vec::new(), kinds: wanted()? })
    }

    /// The browsers this run is about.
    pub fn kinds(&self) -> Vec<BrowserKind> {
        self.kinds.clone()
    }

    /// Adds a test for each browser.
    pub fn each(&mut self, name: &str, test: impl AsyncFn(&Context<'_>) -> Result<()> + Clone + Send + 'static) {
        for kind in self.kinds() {
            self.add(kind, name, test.clone());
        }
    }

    /// Adds a test for one browser.
    pub fn add(&mut self, kind: BrowserKind, name: &str, test: impl AsyncFn(&Context<'_>) -> Result<()> + Send + 'static) {
        let shared = Arc::clone(&self.shared);
        let name = format!("{}/{name}", kind.name());
        let file = name.replace('/', "-");
        self.trials.push(Trial::test(name, move || {
            shared.runtime.block_on(shared.with_browser(kind, &file, &test)).map_err(|error| failed(&error))
        }));
    }

    /// Adds a test that needs no browser.
    pub fn plain(&mut self, name: &str, test: impl Fn() -> Result<()> + Send + 'static) {
        self.trials.push(Trial::test(name, move || test().map_err(|error| failed(&error))));
    }

    pub fn run(mut self, arguments: &Arguments) -> Result<ExitCode> {
        // All of one browser's tests, then the other's: one browser runs at a time.
        self.trials.sort_by_key(|trial| !trial.name().starts_with(BrowserKind::Chromium.name()));
        let conclusion = libtest_mimic::run(arguments, self.trials);
        self.shared.runtime.block_on(async {
            for slot in &self.shared.browsers {
                if let Some(browser) = slot.lock().await.take() {
                    browser.quit().await?;
                }
            }
            anyhow::Ok(())
        })?;
        Ok(conclusion.exit_code())
    }
}

impl Shared {
    async fn with_browser(&self, kind: BrowserKind, file: &str, test: &impl AsyncFn(&Context<'_>) -> Result<()>) -> Result<()> {
        let mut slot = self.browsers[usize::from(kind == BrowserKind::Firefox)].lock().await;
        let browser = match slot.take() {
            Some(browser) => browser,
            None => self.start(kind).await?,
        };
        let context = Context { browser: &browser, fixtures: &self.fixtures };
        let outcome = match timeout(LIMIT, test(&context)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(anyhow::anyhow!("took longer than {} s", LIMIT.as_secs())),
        };
        match outcome {
            Ok(()) => {
                *slot = Some(browser);
                Ok(())
            }
            Err(error) => {
                let told = self.tell(&browser, file).await;
                // The browser may already be gone: that is what failed, and it is told.
                let _ended = browser.quit().await;
                Err(error.context(told))
            }
        }
    }

    async fn start(&self, kind: BrowserKind) -> Result<Browser> {
        let visible = env::var_os("SCRUBLINE_SHOW").is_some();
        let launch = Launch { kind, extension: Some(extension(kind)), theme: Theme::Light, visible };
        Browser::launch(&launch, &self.fixtures).await
    }

    /// What can be seen of a failed test: a picture, the address, and what the page itself logged.
    async fn tell(&self, browser: &Browser, file: &str) -> String {
        let picture = self.evidence.join(format!("{file}.png"));
        let seen = async {
            browser.driver.screenshot(&picture).await?;
            let page = browser
                .driver
                .execute(
                    "return `${location.href} sent ${JSON.stringify(window.page?.log)}, errors ${JSON.stringify(window.page?.errors)}`",
                    vec![],
                )
                .await?;
            anyhow::Ok(page.json().to_string())
        };
        match timeout(Duration::from_secs(10), seen).await {
            Ok(Ok(page)) => format!("picture: {}; page: {page}", picture.display()),
            Ok(Err(error)) => format!("nothing to be seen: {error}"),
            Err(_) => "the browser does not answer any more".to_owned(),
        }
    }
}

fn wanted() -> Result<Vec<BrowserKind>> {
    let Ok(name) = env::var("SCRUBLINE_BROWSER") else { return Ok(BrowserKind::ALL.to_vec()) };
    let kind = BrowserKind::ALL.into_iter().find(|kind| kind.name() == name);
    match kind {
        Some(kind) => Ok(vec![kind]),
        None => bail!("SCRUBLINE_BROWSER is {name}; it can be chromium or firefox"),
    }
}

/// The chain of reasons, one a line.
fn failed(error: &anyhow::Error) -> Failed {
    Failed::from(error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  "))
}
