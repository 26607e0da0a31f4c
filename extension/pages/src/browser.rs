//! The few calls of the extension API that the popup makes. Promises work under `chrome` in both browsers.

use gloo_utils::format::JsValueSerdeExt;
use js_sys::{Array, Promise, Uint8Array};
use scrubline::Lists;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, UrlSearchParams};

use crate::state::Request;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener)]
    fn add_message_listener(listener: &JsValue);

    #[wasm_bindgen(js_namespace = ["chrome", "runtime", "onMessage"], js_name = removeListener)]
    fn remove_message_listener(listener: &JsValue);

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn query_tabs(query: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn create_tab(properties: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request_permissions(permissions: &JsValue) -> Result<Promise, JsValue>;
}

#[derive(Serialize)]
struct TabQuery {
    active: bool,
    #[serde(rename = "currentWindow")]
    current_window: bool,
}

#[derive(Serialize)]
struct NewTab {
    url: String,
}

#[derive(Serialize)]
struct Origins {
    origins: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Tab {
    id: Option<i32>,
}

#[derive(serde::Deserialize)]
struct Heard {
    #[serde(rename = "type")]
    kind: String,
}

/// Asks the background and reads its answer.
pub async fn ask<Answer: DeserializeOwned>(request: &Request) -> Result<Answer, String> {
    let message = to_js(request)?;
    let answer = settle(send_message(&message)).await?;
    answer.into_serde().map_err(|error| format!("The extension's background gave an answer that cannot be read: {error}"))
}

/// The tab the popup speaks about: named in the address when the popup is open in a tab of its own.
pub async fn tab() -> Result<i32, String> {
    if let Some(tab) = named_tab() {
        return Ok(tab);
    }
    let query = to_js(&TabQuery { active: true, current_window: true })?;
    let tabs = settle(query_tabs(&query)).await?;
    let first = tabs.dyn_into::<Array>().map(|tabs| tabs.get(0)).unwrap_or(JsValue::UNDEFINED);
    first
        .into_serde::<Tab>()
        .ok()
        .and_then(|tab| tab.id)
        .ok_or_else(|| "The browser does not say which page is open; close this and press the button again.".to_owned())
}

/// The tab named by `?tab=`.
pub fn named_tab() -> Option<i32> {
    let search = gloo_utils::window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("tab")?.parse().ok()
}

/// Whether choosing a file closes this popup: in Firefox it does, unless the popup is open in a tab.
pub fn file_picker_closes_popup() -> bool {
    named_tab().is_none() && gloo_utils::window().location().protocol().is_ok_and(|protocol| protocol == "moz-extension:")
}

/// Opens this popup in a tab of its own, where choosing a file does not close it.
pub async fn open_in_tab(tab: i32) -> Result<(), String> {
    let properties = to_js(&NewTab { url: format!("popup.html?tab={tab}") })?;
    settle(create_tab(&properties)).await.map(|_| ())
}

/// Asks the user for a site. The question must be put before anything is awaited, or the browser no longer counts it
/// as the user's own press: so the asking happens here, and only the answer is awaited.
pub fn request_site(origin: &str) -> impl Future<Output = Result<bool, String>> + use<> {
    let asked = to_js(&Origins { origins: vec![format!("{origin}/*")] })
        .and_then(|permissions| request_permissions(&permissions).map_err(|error| sentence(&error)));
    async move { Ok(JsFuture::from(asked?).await.map_err(|error| sentence(&error))?.is_truthy()) }
}

/// The name lists, a file of this extension: examples of rules about names are judged with them.
#[expect(clippy::disallowed_methods, reason = "a file of this very package; the manifest's policy allows no other origin")]
pub async fn name_lists() -> Result<Lists, String> {
    let broken = || "The extension's name lists cannot be read; reinstall it.".to_owned();
    let response = settle(Ok(gloo_utils::window().fetch_with_str("names.bin"))).await?;
    let bytes = settle(response.dyn_into::<Response>().map_err(|_| broken())?.array_buffer()).await?;
    Lists::from_bytes(&Uint8Array::new(&bytes).to_vec()).map_err(|_| broken())
}

/// Calls back whenever a page reports its state, until dropped.
#[must_use = "dropping it stops the calls"]
pub struct PageStateListener(Closure<dyn FnMut(JsValue)>);

impl PageStateListener {
    /// Starts listening.
    pub fn new(mut heard: impl FnMut() + 'static) -> Self {
        let closure = Closure::new(move |message: JsValue| {
            if message.into_serde::<Heard>().is_ok_and(|message| message.kind == "page-state") {
                heard();
            }
        });
        add_message_listener(closure.as_ref());
        Self(closure)
    }
}

impl Drop for PageStateListener {
    fn drop(&mut self) {
        remove_message_listener(self.0.as_ref());
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, String> {
    JsValue::from_serde(value).map_err(|error| format!("A message could not be written: {error}"))
}

async fn settle(promise: Result<Promise, JsValue>) -> Result<JsValue, String> {
    let promise = promise.map_err(|error| sentence(&error))?;
    JsFuture::from(promise).await.map_err(|error| sentence(&error))
}

fn sentence(error: &JsValue) -> String {
    let said = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    format!("The browser refused: {}", said.unwrap_or_else(|| "it gave no reason".to_owned()))
}
