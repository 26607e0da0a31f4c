/** The organisation's own rule set: taken into use whole or not at all. */

import * as rules from "./rules";
import * as store from "./store";

/** Takes `json` into use, or goes back to the bundled rules; rejects with every problem, and then nothing changed. */
export async function set(json: string | null, file: string | null): Promise<void> {
  if (json === null) await store.remove("organisation", "merged");
  else await take(json, file);
  rules.changed();
  const { hash } = await rules.active();
  await tellTabs({ type: "rules-changed", hash });
}

async function take(json: string, file: string | null): Promise<void> {
  const merged = await rules.mergedWith(json);
  await store.set({ merged, organisation: { json, title: titleOf(json), file, since: store.today() } });
}

/** What went wrong, sentence by sentence: the engine throws a list. */
export function problemsOf(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(String);
  } catch {
    // A sentence, not a list.
  }
  return [text];
}

function titleOf(json: string): string {
  const set = JSON.parse(json) as { ruleset?: { title?: string; id?: string }; title?: string; id?: string };
  return set.ruleset?.title ?? set.title ?? set.ruleset?.id ?? set.id ?? "";
}

async function tellTabs(message: object): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map(async (tab) => {
    // Most tabs have no script of ours to hear it.
    if (tab.id !== undefined) await chrome.tabs.sendMessage(tab.id, message).catch(() => undefined);
  }));
}
