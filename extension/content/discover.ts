/** Finding composers: the moment somebody writes in one, and not before. No scan, no observer, no timer. */

import { Composer } from "./composer";
import { deepActive, isElement, isShadowRoot, rootOf } from "./dom";
import { editorAt } from "./editors";
import * as engine from "./engine";
import { settingsChanged } from "./findings";
import { rememberTexts } from "./runtime";
import * as settings from "./settings";
import { entryFor } from "./sites";
import * as state from "./state";
import { isOurs } from "./ui/layer";

const watched = new WeakSet<ShadowRoot>();

export function start(): void {
  window.addEventListener("focusin", seen, { capture: true, passive: true });
  // The fallback: some pages move the focus where no event of it can be seen.
  window.addEventListener("input", seen, { capture: true, passive: true });
  settings.onChange(siteSwitched);
  // Switched on under a page that was open already.
  const active = deepActive();
  if (active !== null) adopt(active);
}

/** Takes the editor around `target` into care, if there is one we know how to check. */
export function adopt(target: Element): void {
  const editor = editorAt(target);
  if (editor === null) return;
  const known = state.composerOf(editor.element);
  if (known !== undefined) {
    if (known.trouble !== null) engine.warm();
    return;
  }
  const found = entryFor(editor.element);
  if (found === null) return;
  rememberTexts("pill_not_checking", "pill_not_checked", "reason_updated", "reason_engine", "reason_late");
  engine.warm();
  void settings.load().then(() => {
    const stillThere = editor.element.isConnected && state.composerOf(editor.element) === undefined;
    if (stillThere && settings.siteIsOn()) state.add(new Composer(editor, found.site, found.entry, state.drop));
  });
}

function seen(event: Event): void {
  if (isOurs(event)) return;
  const path = event.composedPath();
  for (const target of path) {
    // Focus that moves within one shadow root is not seen from outside it.
    if (!isShadowRootTarget(target) || watched.has(target)) continue;
    watched.add(target);
    target.addEventListener("focusin", seen, { capture: true, passive: true });
  }
  const target = path[0];
  if (!isElement(target)) return;
  const inner = rootOf(target) === null ? target : deepActive();
  if (inner !== null) adopt(inner);
}

function isShadowRootTarget(target: EventTarget): target is ShadowRoot {
  return "nodeType" in target && isShadowRoot(target as Node);
}

function siteSwitched(): void {
  settingsChanged();
  if (!settings.siteIsOn()) {
    for (const composer of state.all()) composer.dispose();
    return;
  }
  for (const composer of state.all()) composer.view.reported();
  const active = deepActive();
  if (active !== null) adopt(active);
}
