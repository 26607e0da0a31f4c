/** What a screen reader hears: politely, once things settled, and never the same sentence twice in a row. */

import { el } from "./elements";

/** Long enough that a typist hears the outcome of a pause and not of every word. */
const SETTLE_MS = 900;

export class Live {
  private readonly region = el("div", "live", { part: "live", attrs: { role: "status", "aria-live": "polite" } });
  private timer = 0;
  private last = "";

  constructor(shadow: ShadowRoot, signal: AbortSignal) {
    shadow.append(this.region);
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** After a change of state: only the last of several is said. */
  settle(sentence: string): void {
    clearTimeout(this.timer);
    if (sentence === this.last) return;
    this.timer = window.setTimeout(() => this.say(sentence), SETTLE_MS);
  }

  /** The answer to something the user just did. */
  say(sentence: string): void {
    clearTimeout(this.timer);
    this.last = sentence;
    this.region.textContent = sentence;
  }
}
