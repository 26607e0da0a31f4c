/**
 * One engine per document, wherever it may run. Started on the first focus of a composer. Both places return the
 * engine's very string.
 */

import { alive } from "../runtime";
import { LocalEngine } from "./local";
import { RemoteEngine } from "./remote";

export type EngineKind = "local" | "remote";
export interface Answered {
  report: string;
  kind: EngineKind;
}

/** Longer posts (UTF-16 units) go to the background, so that the page's thread is never blocked. */
const LOCAL_LIMIT = 20_000;

let starting: Promise<void> | null = null;
let local: LocalEngine | null = null;
const remote = new RemoteEngine();

/** Starts what is not started: wakes the background and tries the page. */
export function warm(): void {
  if (!alive()) return;
  if (local === null) remote.warm();
  starting ??= LocalEngine.start()
    .then((engine) => {
      local = engine;
    })
    // The background may have been stopping just then; the next focus tries again.
    .catch(() => {
      starting = null;
    });
}

/** The report, now; null when only the background can tell. */
export function checkNow(text: string, context: string): Answered | null {
  if (local === null || text.length > LOCAL_LIMIT) return null;
  try {
    return { report: local.check(text, context), kind: "local" };
  } catch {
    // A trap leaves the instance unusable: from here on the background answers.
    local = null;
    return null;
  }
}

/** The report, from whichever engine is ready. */
export async function check(text: string, context: string): Promise<Answered> {
  return checkNow(text, context) ?? { report: await remote.check(text, context), kind: "remote" };
}

/** New rules in the background. Those who show reports ask again when this resolves. */
export async function rulesChanged(): Promise<void> {
  await local?.update();
}
