/**
 * The content script: the hands in the page. It registers its listeners before the page's own and then does nothing
 * until somebody writes in a composer.
 */

import * as discover from "./discover";
import * as engine from "./engine";
import * as guard from "./guard";
import * as shortcuts from "./shortcuts";
import * as state from "./state";
import { keepFromPage } from "./ui/layer";

type FromBackground = { type: "rules-changed"; hash: string } | { type: "open-card" } | { type: "state-wanted" };

/** Switching a site on puts the script into pages that may have it already. */
const HERE = Symbol.for("content script");
const world = globalThis as { [HERE]?: true };
if (world[HERE] === undefined) {
  world[HERE] = true;
  start();
}

function start(): void {
  keepFromPage();
  guard.start();
  shortcuts.start();
  discover.start();
  chrome.runtime.onMessage.addListener(received);
}

function received(message: FromBackground, _sender: unknown, answer: (state: state.PageState) => void): void {
  if (message.type === "open-card") {
    // Every frame hears it; one of them has the keyboard.
    if (document.hasFocus()) shortcuts.openAtCaret();
  }
  if (message.type === "state-wanted") answer(state.pageState());
  if (message.type === "rules-changed") {
    void engine.rulesChanged().finally(() => {
      for (const composer of state.all()) composer.check(true);
    });
  }
}
