//! The rule sets in force.

use leptos::prelude::*;

use super::popup;
use crate::words;

/// A list, folded away so that the state of the page comes first.
#[component]
pub fn Rules() -> impl IntoView {
    let popup = popup();
    let sets = move || popup.state.with(|state| state.as_ref().map(|state| state.rule_sets.clone()).unwrap_or_default());
    let summary = move || {
        let sets: Vec<_> = sets().into_iter().filter(|set| set.on).collect();
        let rules = sets.iter().map(|set| set.rules).sum();
        format!("{} in {}", words::count(rules, "rule"), words::count(sets.len(), "set"))
    };

    view! {
        <section class="card">
            <details>
                <summary>
                    <h2>"Rules in force"</h2>
                    <span class="summary">{summary}</span>
                </summary>
                <ul class="sets">
                    {move || {
                        sets()
                            .into_iter()
                            .map(|set| {
                                view! {
                                    <li>
                                        <span class="title">{set.title.clone()}</span>
                                        <span class="facts">{words::rule_set(&set)}</span>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </details>
        </section>
    }
}
