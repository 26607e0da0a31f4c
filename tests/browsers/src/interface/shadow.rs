//! Closed shadow roots by WebDriver commands (script sees open ones only).

use std::sync::Arc;

use anyhow::{Context, Result};
use hyper::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverError;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{RequestData, SessionId, WebDriver, WebElement};

/// The standard's key of a shadow root's reference.
const KEY: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// A shadow root, open or closed.
pub struct ShadowRoot {
    id: String,
    handle: Arc<SessionHandle>,
}

#[derive(Debug)]
enum Command {
    Root(String),
    FindAll { root: String, css: String },
}

impl FormatRequestData for Command {
    fn format_request(&self, session: &SessionId) -> RequestData {
        match self {
            Self::Root(host) => RequestData::new(Method::GET, format!("session/{session}/element/{host}/shadow")),
            Self::FindAll { root, css } => RequestData::new(Method::POST, format!("session/{session}/shadow/{root}/elements"))
                .add_body(json!({ "using": "css selector", "value": css })),
        }
    }
}

impl ShadowRoot {
    /// The root of `host`, or nothing when it has none.
    pub async fn of(driver: &WebDriver, host: &WebElement) -> Result<Option<Self>> {
        let answer = match driver.cmd(Command::Root(host.element_id().to_string())).await {
            Ok(answer) => answer.value_json()?,
            Err(error) if is_no_root(&error) => return Ok(None),
            Err(error) => return Err(error).context("cannot open a shadow root"),
        };
        let id = answer.get(KEY).and_then(Value::as_str).context("a shadow root without reference")?;
        Ok(Some(Self { id: id.to_owned(), handle: Arc::clone(driver.handle()) }))
    }

    /// The reference, as an argument of a script.
    pub fn to_json(&self) -> Value {
        json!({ KEY: self.id })
    }

    /// All elements inside that `css` selects.
    pub async fn find_all(&self, css: &str) -> Result<Vec<WebElement>> {
        let command = Command::FindAll { root: self.id.clone(), css: css.to_owned() };
        Ok(self.handle.cmd(command).await?.elements(Arc::clone(&self.handle))?)
    }
}

fn is_no_root(error: &WebDriverError) -> bool {
    // thirtyfour has no variant for this error of the standard; its text carries the code.
    error.to_string().contains("no such shadow root")
}
