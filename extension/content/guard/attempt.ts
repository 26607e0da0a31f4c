/** Reading an event: whether it would publish, and what. */

import { closest, isElement } from "../dom";
import type { Composer } from "../composer";
import type { PublishKey } from "../sites/types";
import * as state from "../state";

export interface Attempt {
  /** Everything that would go out together: a thread, or a post with its content warning. */
  composers: Composer[];
  /** The control leads on to publishing and does not publish itself. */
  step: boolean;
  /** The event that a site may act on for good; the others only prepare it. */
  decides: boolean;
  /** The one event of a press that counts: a key on a button is followed by its click. */
  counts: boolean;
}

export function attemptOf(event: Event): Attempt | null {
  const path = event.composedPath();
  if (event.type === "submit") return submitted(event);
  if (event.type === "keydown") return typed(event as KeyboardEvent, path);
  if (event.type !== "click" && (event as MouseEvent).button !== 0) return null;
  const click = event.type === "click";
  return pressed(path, click, click);
}

function submitted(event: Event): Attempt | null {
  const form = event.composedPath()[0];
  if (!isElement(form)) return null;
  const composers = state.all().filter(({ editor: { element } }) =>
    (element as HTMLTextAreaElement).form === form || closest(element, "form") === form);
  return composers.length === 0 ? null : { composers, step: false, decides: true, counts: true };
}

function typed(event: KeyboardEvent, path: EventTarget[]): Attempt | null {
  // An Enter that ends a composition chooses a word; 229 is how some browsers say so.
  if (event.isComposing || event.keyCode === 229) return null;
  const inside = state.composerIn(path);
  if (inside === undefined) return event.key === "Enter" || event.key === " " ? pressed(path, true, false) : null;
  const key = publishKey(event);
  if (key === null || !inside.entry.keys.includes(key)) return null;
  return { composers: groupOf(inside), step: false, decides: true, counts: true };
}

function publishKey(event: KeyboardEvent): PublishKey | null {
  if (event.key !== "Enter" || event.shiftKey || event.altKey) return null;
  return event.ctrlKey || event.metaKey ? "mod-enter" : "enter";
}

function pressed(path: EventTarget[], decides: boolean, counts: boolean): Attempt | null {
  for (const composer of state.all()) {
    const { editor: { element }, entry } = composer;
    const control = entry.publish(element);
    if (control !== null && path.includes(control)) return { composers: together(control, composer), step: false, decides, counts };
    const step = entry.step?.(element) ?? null;
    if (step !== null && path.includes(step)) return { composers: [composer], step: true, decides, counts: false };
  }
  return null;
}

/** All composers that go out with this one. */
export function groupOf(composer: Composer): Composer[] {
  const control = composer.entry.publish(composer.editor.element);
  return control === null ? [composer] : together(control, composer);
}

/** All composers that the same control publishes. */
function together(control: HTMLElement, first: Composer): Composer[] {
  return state.all().filter((composer) => composer === first || composer.entry.publish(composer.editor.element) === control);
}
