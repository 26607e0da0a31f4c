//! The fixtures themselves, where the extension has no business: typing reaches the editors' models, and every way publishes once.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::composers::COMPOSERS;
use crate::runner::{Suite, workspace};

const TEXT: &str = "Flu clinic on Monday.";

pub fn add(suite: &mut Suite) {
    suite.plain("fixtures/types", types);
    for composer in COMPOSERS {
        for &way in composer.ways {
            suite.each(&format!("fixtures/{}/{}", composer.name, way.name()), async move |context| -> Result<()> {
                let page = composer.open_at(&context.browser.driver, composer.elsewhere).await?;
                page.type_into(composer.composer, TEXT).await?;
                composer.publish(&page, way).await?;
                page.wait_published(&[composer.sent(TEXT)]).await
            });
        }
    }
}

/// The pages' sources pass the strict type check.
fn types() -> Result<()> {
    let folder = workspace().join("tests/browsers/fixtures");
    let checked = Command::new("npm").args(["run", "--silent", "typecheck"]).current_dir(folder).output().context("cannot run npm")?;
    ensure!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    Ok(())
}
