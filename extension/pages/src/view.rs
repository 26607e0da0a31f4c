//! The popup's views.

mod organisation;
mod rules;
mod site;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser::{self, PageStateListener};
use crate::state::{Answer, PopupState, Request};
use organisation::Organisation;
use rules::Rules;
use site::Site;

/// Fills the page; called by wasm-bindgen's start-up.
#[wasm_bindgen(start)]
pub fn start() {
    mount_to_body(App);
}

/// What every view shares: which tab we speak about, what the background told, and what went wrong.
#[derive(Clone, Copy)]
struct Popup {
    tab: RwSignal<Option<i32>>,
    state: RwSignal<Option<PopupState>>,
    trouble: RwSignal<Option<String>>,
}

impl Popup {
    fn new() -> Self {
        Self { tab: RwSignal::new(None), state: RwSignal::new(None), trouble: RwSignal::new(None) }
    }

    /// Asks the background how things stand.
    fn refresh(self) {
        spawn_local(async move { self.settle(self.read().await) });
    }

    async fn read(self) -> Result<(), String> {
        let tab = match self.tab.get_untracked() {
            Some(tab) => tab,
            None => browser::tab().await?,
        };
        self.tab.set(Some(tab));
        let state: PopupState = browser::ask(&Request::PopupState { tab }).await?;
        // An equal state is not set again: it would be announced again.
        if self.state.with_untracked(|kept| kept.as_ref() != Some(&state)) {
            self.state.set(Some(state));
        }
        Ok(())
    }

    /// Has the background do something, then reads the new state. The background's own objections come back as they are.
    async fn act(self, request: Request) -> Result<Vec<String>, String> {
        let answer: Answer = browser::ask(&request).await?;
        self.read().await?;
        Ok(if answer.ok { Vec::new() } else { answer.problems })
    }

    fn settle(self, outcome: Result<(), String>) {
        self.trouble.set(outcome.err());
    }
}

#[component]
fn App() -> impl IntoView {
    let popup = Popup::new();
    provide_context(popup);
    popup.refresh();
    // Kept as long as the popup is open.
    StoredValue::new_local(PageStateListener::new(move || popup.refresh()));

    view! {
        <main>
            <header>
                <img src="icons/48.png" alt="" width="28" height="28" />
                <h1>"Scrubline"</h1>
            </header>
            <p class="trouble" role="alert">{move || popup.trouble.get()}</p>
            <Site />
            <Rules />
            <Organisation />
            <footer>
                <p>"Not seen: phone apps, images, live video. Not legal or clinical advice."</p>
                <p class="version">
                    {move || popup.state.with(|state| state.as_ref().map(|state| format!("Version {}", state.version)))}
                </p>
            </footer>
        </main>
    }
}

fn popup() -> Popup {
    expect_context::<Popup>()
}
