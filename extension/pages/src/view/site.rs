//! This site: its name, the switch, and how things stand on this page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::popup;
use crate::browser;
use crate::state::{PopupState, Request, Supported};
use crate::words;

/// The first section of the popup.
#[component]
pub fn Site() -> impl IntoView {
    let popup = popup();
    let of = move |read: fn(&PopupState) -> String| popup.state.with(|state| state.as_ref().map(read).unwrap_or_default());
    let on = move || popup.state.with(|state| state.as_ref().is_some_and(|state| state.on));
    let supported = move || popup.state.with(|state| state.as_ref().is_some_and(|state| state.supported != Supported::None));

    let toggle = move |_| {
        let Some((origin, on)) = popup.state.with_untracked(|state| state.as_ref().map(|state| (state.origin.clone(), !state.on))) else {
            return;
        };
        // Asked even for sites that work from the start: in Firefox the user may have taken them back.
        let granted = on.then(|| browser::request_site(&origin));
        spawn_local(async move {
            let outcome = match granted {
                Some(granted) => granted.await,
                None => Ok(true),
            };
            popup.settle(match outcome {
                Ok(true) => popup
                    .act(Request::SetSite { origin, on })
                    .await
                    .and_then(|problems| if problems.is_empty() { Ok(()) } else { Err(problems.join(" ")) }),
                Ok(false) => Err("Scrubline was not allowed on this site, so checking stays off.".to_owned()),
                Err(error) => Err(error),
            });
        });
    };

    view! {
        <section class="card" aria-labelledby="host">
            <div class="site">
                <h2 id="host">{move || of(|state| if state.host.is_empty() { "This page".into() } else { state.host.clone() })}</h2>
                <Show when=supported>
                    <button
                        type="button"
                        class="switch"
                        role="switch"
                        aria-checked=move || on().to_string()
                        aria-label=move || of(|state| format!("Check what I type on {}", state.host))
                        on:click=toggle
                    >
                        <span class="knob" aria-hidden="true"></span>
                        <span class="said" aria-hidden="true">{move || if on() { "On" } else { "Off" }}</span>
                    </button>
                </Show>
            </div>
            <div
                class="status"
                role="status"
                aria-live="polite"
                data-tone=move || popup.state.with(|state| state.as_ref().map(|state| words::status(state).tone.name()))
            >
                <p class="line">{move || of(|state| words::status(state).line)}</p>
                <p class="detail">{move || of(|state| words::status(state).detail)}</p>
            </div>
            <Show when=move || popup.state.with(|state| state.as_ref().is_some_and(|state| words::engine(state).is_some()))>
                <p class="engine">{move || of(|state| words::engine(state).unwrap_or_default().into())}</p>
            </Show>
        </section>
    }
}
