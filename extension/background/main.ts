/**
 * The background: a service worker in Chrome, an event page in Firefox; both stop when idle and start again for an
 * event. So every listener is registered here, at once, and nothing is kept that could not be read again.
 */

import * as checks from "./checks";
import * as organisation from "./organisation";
import * as outcomes from "./outcomes";
import * as pages from "./pages";
import { popupState } from "./popup";
import * as rules from "./rules";
import * as sites from "./sites";
import * as store from "./store";

type Message =
  | { type: "engine" | "rules" }
  | ({ type: "page-state" } & pages.PageState)
  | { type: "dismiss"; rule: string }
  | ({ type: "outcome" } & outcomes.Outcome)
  | { type: "popup-state"; tab: number }
  | { type: "set-site"; origin: string; on: boolean }
  | { type: "set-organisation"; json: string | null; file?: string | null };

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === "check") checks.serve(port);
});

chrome.runtime.onMessage.addListener((message: Message, sender, answer: (value: unknown) => void) => {
  answerTo(message, sender).then(answer, (error: unknown) => answer({ ok: false, problems: organisation.problemsOf(error) }));
  // The answer comes later.
  return true;
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "review" && tab?.id !== undefined) void send(tab.id, { type: "open-card" });
});

chrome.permissions.onAdded.addListener(({ origins }) => void sites.granted(origins ?? []));
chrome.permissions.onRemoved.addListener(({ origins }) => void sites.revoked(origins ?? []));
chrome.runtime.onInstalled.addListener(() => void sites.registerGranted());
chrome.runtime.onStartup.addListener(() => void sites.registerGranted());
chrome.tabs.onRemoved.addListener((tab) => void pages.forget(tab));

async function answerTo(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  switch (message.type) {
    case "engine":
      return rules.parts();
    case "rules":
      return rules.active();
    case "page-state":
      await pages.told(message, sender);
      return { ok: true };
    case "dismiss":
      await store.dismiss(message.rule);
      return { ok: true };
    case "outcome":
      await outcomes.remember(message, sender);
      return { ok: true };
    case "popup-state":
      return popupState(message.tab);
    case "set-site":
      return sites.set(message.origin, message.on);
    case "set-organisation":
      await organisation.set(message.json, message.file ?? null);
      return { ok: true };
  }
}

/** To every frame of a tab; tabs without our script do not answer. */
async function send(tab: number, message: object): Promise<void> {
  await chrome.tabs.sendMessage(tab, message).catch(() => undefined);
}
