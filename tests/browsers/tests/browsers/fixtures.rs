//! The fixtures themselves, where the extension has no business: typing reaches the editors' models, and every way publishes once.

use anyhow::Result;

use crate::composers::COMPOSERS;
use crate::runner::Suite;

const TEXT: &str = "Flu clinic on Monday.";

pub fn add(suite: &mut Suite) {
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
