/** What went out although it was held: day, site, rule ids and a class of reason. Nothing from private windows. */

import * as store from "./store";

export interface Outcome {
  site: string;
  surface: string;
  rules: string[];
  reason: string;
}

const KEPT = 200;

export async function remember(outcome: Outcome, sender: chrome.runtime.MessageSender): Promise<void> {
  if (sender.tab?.incognito !== false) return;
  const { site, surface, rules, reason } = outcome;
  await store.change("outcomes", (old = []) => [...old, { day: store.today(), site, surface, rules, reason }].slice(-KEPT));
}
