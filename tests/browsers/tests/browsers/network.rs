//! Nothing typed leaves the browser: the proxy's log has every request, and each is accounted for.

use anyhow::{Result, ensure};
use scrubline_browser_tests::fixtures::{HOSTS, Request};
use scrubline_browser_tests::interface::Interface;

use crate::composers::{Composer, Way, composer};
use crate::runner::{Context, Suite};
use crate::texts::{CLEAR, HOLD, HOLD_REPAIRED, HOLD_RULE, hold_painted};

/// Hosts the browsers themselves call whatever the flags: updates, accounts, settings, and what a connection check asks.
const BROWSERS_OWN: [&str; 12] = [
    // Chromium
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "redirector.gvt1.com",
    "update.googleapis.com",
    // Firefox
    "aus5.mozilla.org",
    "content-signature-2.cdn.mozilla.net",
    "contile.services.mozilla.com",
    "detectportal.firefox.com",
    "firefox.settings.services.mozilla.com",
    "push.services.mozilla.com",
];

pub fn add(suite: &mut Suite) {
    for name in ["x/inline", "linkedin/dialog", "facebook/post", "mastodon/compose"] {
        suite.each(&format!("{name}/zero-requests"), async move |context| zero_requests(context, &composer(name)?).await);
    }
}

/// The very last test of a browser: everything all tests before it made the browser ask for.
pub fn add_last(suite: &mut Suite) {
    suite.each("whole-run/zero-requests", async |context| {
        let log = context.fixtures.log().all();
        let unexplained: Vec<&Request> = log.iter().filter(|request| !is_pages_own(request) && !is_browsers_own(request)).collect();
        ensure!(unexplained.is_empty(), "asked for without reason: {unexplained:?}");
        Ok(())
    });
}

/// Typing, underlining, the card, a repair and a held Publish ask for nothing at all; publishing is the page's one request.
async fn zero_requests(context: &Context<'_>, composer: &Composer) -> Result<()> {
    let page = composer.open(&context.browser.driver).await?;
    let interface = Interface::of(page.driver());
    page.focus(composer.composer).await?;
    let mark = context.fixtures.log().mark();
    page.type_into(composer.composer, HOLD).await?;
    composer.wait_painted(&page, &hold_painted()).await?;
    composer.publish(&page, Way::Click).await?;
    interface.press("[data-part=back]").await?;
    interface.open_card(HOLD_RULE).await?;
    interface.press("[data-part=card] [data-part=fix][data-kind=replace]").await?;
    page.wait_model(composer.composer, HOLD_REPAIRED).await?;
    composer.wait_painted(&page, &[]).await?;
    nothing_but(context, mark, &[])?;

    composer.publish(&page, Way::Click).await?;
    page.wait_published(&[composer.sent(HOLD_REPAIRED)]).await?;
    // A second page visit: its requests come after whatever the first one still had to send.
    composer.open(&context.browser.driver).await?.type_into(composer.composer, CLEAR).await?;
    nothing_but(context, mark, &["/api/publish"])
}

fn nothing_but(context: &Context<'_>, mark: usize, paths: &[&str]) -> Result<()> {
    let log = context.fixtures.log().since(mark);
    let others: Vec<&Request> = log
        .iter()
        .filter(|request| !is_browsers_own(request) && request.method != "GET" && !paths.contains(&request.path.as_str()))
        .collect();
    ensure!(others.is_empty(), "asked for without reason: {others:?}");
    let texts: Vec<&Request> = log.iter().filter(|request| request.path != "/api/publish" && mentions(request)).collect();
    ensure!(texts.is_empty(), "typed text went out: {texts:?}");
    if paths.is_empty() {
        let any: Vec<&Request> = log.iter().filter(|request| !is_browsers_own(request)).collect();
        ensure!(any.is_empty(), "asked for while nothing was to be asked for: {any:?}");
    }
    Ok(())
}

fn mentions(request: &Request) -> bool {
    ["536", "SSN", "nurse"].iter().any(|word| request.path.contains(word) || request.body.contains(word))
}

/// Pages, their parts, what pages publish, and the icon that browsers ask every site for.
fn is_pages_own(request: &Request) -> bool {
    HOSTS.contains(&request.host.as_str()) && (request.served || request.path == "/favicon.ico")
}

fn is_browsers_own(request: &Request) -> bool {
    !request.served && BROWSERS_OWN.contains(&request.host.as_str())
}
