/** One composer: its editor, what was checked last, and what the guard asks of it. */

import type { Editor } from "./editors";
import * as engine from "./engine";
import { verdictOf } from "./findings";
import { alive } from "./runtime";
import type { ComposerEntry, SiteEntry } from "./sites/types";
import { View } from "./view";
import type { Verdict, WireContext, WireReport } from "./wire";

/** A pause in typing after which the text is checked and painted. */
const PAUSE_MS = 120;
/** Until a picked picture shows in the composer. */
const PREVIEW_MS = 600;

export interface Checked {
  text: string;
  context: string;
  report: WireReport;
  kind: engine.EngineKind;
}

/** What keeps the pill from showing a report. */
export type Trouble = "engine" | "updated" | "unreadable";
export type Notice = "press-again" | "late";

/** Leave to publish exactly this text although it holds, or although it could not be checked in time. */
interface Leave {
  text: string;
  /** Publishing events that may still pass: our own press, and one by hand if the site ignored ours. */
  presses: number;
}

export class Composer {
  readonly signal: AbortSignal;
  readonly view: View;
  latest: Checked | null = null;
  trouble: Trouble | null = null;
  notice: Notice | null = null;
  /** By `performance.now()`. */
  lastChange = 0;
  private readonly controller = new AbortController();
  private seen = "";
  private pause = 0;
  private asking = false;
  private askAgain = false;
  private open: { text: string; context: string; answer: Promise<Checked> } | null = null;
  private leave: Leave | null = null;
  private leaveTaken = false;

  constructor(readonly editor: Editor, readonly site: SiteEntry, readonly entry: ComposerEntry, private readonly gone: (composer: Composer) => void) {
    this.signal = this.controller.signal;
    this.view = new View(this);
    this.observe();
    this.changed();
    this.view.show();
  }

  /** The text as it is this moment; null when the editor cannot be read. */
  text(): string | null {
    try {
      const text = this.editor.text();
      if (this.trouble === "unreadable") this.trouble = null;
      return text;
    } catch {
      this.trouble = "unreadable";
      return null;
    }
  }

  /** The last report, if it is about the text that stands there now. */
  fresh(): Checked | null {
    return this.latest !== null && this.latest.text === this.text() ? this.latest : null;
  }

  /** What the engine says of the text right now; null when that takes a question to the background. */
  verdictNow(): Verdict | "unchecked" | null {
    const text = this.text();
    if (text === null) return "unchecked";
    if (text.trim() === "" || this.leave?.text === text) return "clear";
    const context = this.context();
    if (this.latest?.text === text && this.latest.context === context) return verdictOf(this.latest.report, text);
    const answered = engine.checkNow(text, context);
    if (answered !== null) return verdictOf(this.take(text, context, answered).report, text);
    return alive() ? null : "unchecked";
  }

  /** The verdict, asked for if need be; rejects when nobody can tell. */
  async verdict(): Promise<Verdict | "unchecked"> {
    const now = this.verdictNow();
    if (now !== null) return now;
    const text = this.text() ?? "";
    return verdictOf((await this.question(text, this.context())).report, text);
  }

  /** From here on exactly this text may go out: our own press, and one by hand. */
  grantLeave(presses: number): void {
    const text = this.text();
    if (text !== null) this.leave = { text, presses };
  }

  /** A publishing event just passed. The events of one press (click, then submit) count as one. */
  passed(): void {
    if (this.leave === null || this.leaveTaken) return;
    this.leaveTaken = true;
    setTimeout(() => {
      this.leaveTaken = false;
      if (this.leave !== null && --this.leave.presses <= 0) this.leave = null;
    });
  }

  /** The text, or what surrounds it, may be another: after input, mutations and when the rules changed. */
  changed(): void {
    const text = this.text();
    if (text === null || text === this.seen) {
      this.view.repaint();
      if (text === null) this.view.show();
      return;
    }
    this.view.edited(this.seen, text);
    this.seen = text;
    this.lastChange = performance.now();
    this.notice = null;
    if (this.leave !== null && this.leave.text !== text) this.leave = null;
    clearTimeout(this.pause);
    if (this.latest?.kind === "remote" || text.length > 20_000) this.check();
    this.pause = window.setTimeout(() => this.check(), PAUSE_MS);
    this.view.show();
  }

  /** Checks the text that stands there, unless that very text was checked. */
  check(again = false): void {
    if (again) this.open = null;
    const text = this.text();
    if (text === null || text.trim() === "") {
      this.latest = null;
      this.view.show();
      return;
    }
    const context = this.context();
    if (!again && this.latest?.text === text && this.latest.context === context) {
      this.view.show();
      return;
    }
    const answered = engine.checkNow(text, context);
    if (answered !== null) this.take(text, context, answered);
    else void this.ask(text, context);
  }

  setNotice(notice: Notice | null): void {
    this.notice = notice;
    this.view.show();
  }

  dispose(): void {
    if (this.signal.aborted) return;
    clearTimeout(this.pause);
    this.controller.abort();
    this.view.remove();
    this.editor.release();
    this.gone(this);
  }

  /** One question at a time: of the texts typed meanwhile only the newest is asked. */
  private async ask(text: string, context: string): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    await this.question(text, context).catch(() => undefined);
    this.asking = false;
    if (this.askAgain && !this.signal.aborted) {
      this.askAgain = false;
      this.check();
    }
  }

  /** Asks whichever engine is ready; the events of one press ask the same, and once is enough. */
  private question(text: string, context: string): Promise<Checked> {
    if (this.open?.text === text && this.open.context === context) return this.open.answer;
    const answer = engine.check(text, context).then((answered) => this.take(text, context, answered)).catch((error: unknown) => {
      this.failed();
      throw error;
    }).finally(() => {
      if (this.open?.answer === answer) this.open = null;
    });
    this.open = { text, context, answer };
    return answer;
  }

  private take(text: string, context: string, { report, kind }: engine.Answered): Checked {
    const checked: Checked = { text, context, report: JSON.parse(report) as WireReport, kind };
    this.latest = checked;
    this.trouble = null;
    if (!this.signal.aborted) this.view.reported();
    return checked;
  }

  private failed(): void {
    this.latest = null;
    this.trouble = alive() ? "engine" : "updated";
    this.view.show();
  }

  private context(): string {
    const element = this.editor.element;
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, "0");
    const context: WireContext = {
      surface: this.entry.surface(element),
      platform: this.site.id,
      attachments: this.entry.attachments?.(element) ?? [],
      replyingTo: this.entry.replyingTo?.(element) ?? null,
      account: null,
      today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    };
    return JSON.stringify(context);
  }

  /** What surrounds the text may be another. */
  private lookAgain(): void {
    if (this.signal.aborted) return;
    this.changed();
    if (this.latest !== null) this.check();
  }

  private observe(): void {
    const { element } = this.editor;
    const { signal } = this;
    element.addEventListener("input", () => this.changed(), { signal });
    for (const type of ["focus", "blur"]) element.addEventListener(type, () => this.lookAgain(), { signal });
    // A picked file changes what is posted, and not the text; its preview takes the site a moment.
    document.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).type === "file") setTimeout(() => this.lookAgain(), PREVIEW_MS);
    }, { signal, capture: true });
    element.addEventListener("click", (event) => this.view.pressedAt(event), { signal });
    const mutations = new MutationObserver(() => this.changed());
    mutations.observe(element, { childList: true, characterData: true, subtree: true });
    const size = new ResizeObserver(() => {
      if (!element.isConnected) this.dispose();
    });
    size.observe(element);
    signal.addEventListener("abort", () => {
      mutations.disconnect();
      size.disconnect();
    });
  }
}
