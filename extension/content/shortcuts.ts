/** The keyboard's way in: Alt+Shift+S opens the finding at the caret, Escape closes it. */

import { deepActive } from "./dom";
import * as state from "./state";
import { isOurs } from "./ui/layer";

/** The browser may deliver the shortcut twice: as a key, and as the extension's command. */
const SAME_PRESS_MS = 150;

let openedAt = 0;

export function start(): void {
  window.addEventListener("keydown", typed, { capture: true });
}

/** Opens the card for the composer that has the focus. */
export function openAtCaret(): void {
  const active = deepActive();
  const composer = state.all().find(({ editor: { element } }) => element === active || element.contains(active));
  if (composer === undefined || performance.now() - openedAt < SAME_PRESS_MS) return;
  openedAt = performance.now();
  void composer.view.openCard(true);
}

function typed(event: KeyboardEvent): void {
  if (state.all().length === 0 || isOurs(event)) return;
  if (event.code === "KeyS" && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey) {
    if (state.composerIn(event.composedPath()) === undefined) return;
    stop(event);
    openAtCaret();
  } else if (event.key === "Escape" && state.all().some((composer) => composer.view.escape())) {
    // The dialog around the composer stays open: this press was for the card.
    stop(event);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
