//! The organisation's own rule set: chosen from a file, refused whole if anything in it is wrong.

use js_sys::Uint8Array;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::{Popup, popup};
use crate::browser;
use crate::organisation::{self, Problem};
use crate::state::{Organisation as Chosen, Request};
use crate::words;

/// Why a file was not taken.
#[derive(Clone, PartialEq)]
struct Refusal {
    file: String,
    problems: Vec<Problem>,
}

/// The section with the file picker.
#[component]
pub fn Organisation() -> impl IntoView {
    let popup = popup();
    let refusal = RwSignal::new(None::<Refusal>);
    let chosen = Memo::new(move |_| popup.state.with(|state| state.as_ref().and_then(|state| state.organisation.clone())));

    view! {
        <section class="card" aria-labelledby="organisation">
            <h2 id="organisation">"Your organization"</h2>
            {move || match chosen.get() {
                Some(set) => view! { <InForce set refusal /> }.into_any(),
                None => view! {
                    <p class="detail">
                        "Its own phone numbers, sites and staff stay quiet once you choose its rule set file."
                    </p>
                }
                .into_any(),
            }}
            <Picker refusal replaces=Signal::derive(move || chosen.with(Option::is_some)) />
            <div role="alert">{move || refusal.get().map(|refusal| view! { <Problems refusal /> })}</div>
        </section>
    }
}

#[component]
fn InForce(set: Chosen, refusal: RwSignal<Option<Refusal>>) -> impl IntoView {
    let popup = popup();
    let remove = move |_| {
        refusal.set(None);
        spawn_local(async move {
            let outcome = popup.act(Request::SetOrganisation { json: None, file: None }).await;
            popup.settle(outcome.map(|_| ()));
        });
    };
    let facts = [set.file, set.since.map(|day| format!("since {day}"))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <div class="in-force">
            <p>
                <span class="title">{set.title}</span>
                <span class="facts">{facts}</span>
            </p>
            <button type="button" class="plain" on:click=remove>"Remove"</button>
        </div>
    }
}

#[component]
fn Picker(refusal: RwSignal<Option<Refusal>>, replaces: Signal<bool>) -> impl IntoView {
    let popup = popup();
    let label = move || if replaces.get() { "Choose another file…" } else { "Choose a file…" };

    if browser::file_picker_closes_popup() {
        let open = move |_| {
            spawn_local(async move {
                let outcome = match popup.tab.get_untracked() {
                    Some(tab) => browser::open_in_tab(tab).await,
                    None => popup.read().await,
                };
                popup.settle(outcome);
            });
        };
        return view! { <button type="button" class="plain" on:click=open>{label}</button> }.into_any();
    }

    let pick = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            refusal.set(take(popup, &file).await.err());
            // Choosing the same file again, once it is mended, must count as a choice.
            input.set_value("");
        });
    };
    view! {
        <label class="plain picker">
            <input type="file" accept=".toml" on:change=pick />
            {label}
        </label>
    }
    .into_any()
}

async fn take(popup: Popup, file: &File) -> Result<(), Refusal> {
    let name = file.name();
    let refuse = |problems| Refusal { file: name.clone(), problems };
    let bytes = JsFuture::from(file.array_buffer())
        .await
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| refuse(vec![Problem::whole("the browser could not read this file; choose it again")]))?;
    let lists = browser::name_lists().await.map_err(|trouble| refuse(vec![Problem::whole(trouble)]))?;
    let json = organisation::read(&name, &bytes, &lists).map_err(refuse)?;
    let request = Request::SetOrganisation { json: Some(json), file: Some(name.clone()) };
    let objections = popup.act(request).await.unwrap_or_else(|trouble| vec![trouble]);
    if objections.is_empty() {
        return Ok(());
    }
    Err(refuse(objections.into_iter().map(Problem::whole).collect()))
}

#[component]
fn Problems(refusal: Refusal) -> impl IntoView {
    let number = words::count(refusal.problems.len(), "problem");
    view! {
        <div class="problems">
            <p>{format!("{} was not taken: {number}. What was in force before still is.", refusal.file)}</p>
            <ol>
                {refusal
                    .problems
                    .into_iter()
                    .map(|problem| {
                        view! {
                            <li>
                                {problem.line.map(|line| view! { <span class="place">{format!("Line {line}")}</span> })}
                                <span>{problem.message}</span>
                                {problem.hint.map(|hint| view! { <span class="hint">{hint}</span> })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </div>
    }
}
