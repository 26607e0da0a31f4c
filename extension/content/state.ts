/** The composers of this document, and what the popup and the badge are told of them. */

import type { Composer } from "./composer";
import { tell } from "./runtime";
import type { PillState } from "./ui/pill";

const composers = new Map<HTMLElement, Composer>();

/** What the background keeps per frame; `state` is the gravest of the composers'. */
export interface PageState {
  state: "none" | "checking" | "clear" | "review" | "held" | "not-checking";
  reason: string | null;
  engine: "local" | "remote" | null;
  findings: number;
  composers: number;
  site: string | null;
}

export function composerOf(editor: HTMLElement): Composer | undefined {
  return composers.get(editor);
}

export function all(): Composer[] {
  return [...composers.values()];
}

/** The composer an event comes from. */
export function composerIn(path: readonly EventTarget[]): Composer | undefined {
  return all().find((composer) => path.includes(composer.editor.element));
}

export function add(composer: Composer): void {
  composers.set(composer.editor.element, composer);
  pageStateChanged();
}

export function drop(composer: Composer): void {
  composers.delete(composer.editor.element);
  pageStateChanged();
}

const GRAVITY: readonly PageState["state"][] = ["none", "clear", "checking", "not-checking", "review", "held"];
const OF_PILL: Record<PillState, PageState["state"]> = {
  empty: "clear", checking: "checking", clear: "clear", review: "review", held: "held", "not-checking": "not-checking", notice: "not-checking",
};

let told = "";
let soon = false;

/** Tells the background, once for all changes of this task, if anything is different. */
export function pageStateChanged(): void {
  if (soon) return;
  soon = true;
  queueMicrotask(() => {
    soon = false;
    const state = pageState();
    const key = JSON.stringify(state);
    if (key === told || (told === "" && state.composers === 0)) return;
    told = key;
    tell({ type: "page-state", ...state });
  });
}

export function pageState(): PageState {
  const sum: PageState = { state: "none", reason: null, engine: null, findings: 0, composers: composers.size, site: null };
  for (const composer of composers.values()) {
    const view = composer.view.pillView();
    const state = OF_PILL[view.state];
    sum.findings += view.count;
    sum.engine ??= view.engine;
    sum.site ??= composer.site.id;
    if (GRAVITY.indexOf(state) > GRAVITY.indexOf(sum.state)) {
      sum.state = state;
      sum.reason = view.reason;
    }
  }
  return sum;
}
