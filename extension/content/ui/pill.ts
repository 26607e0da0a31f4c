/** The state of the check, at the composer. Pressing it opens the findings. */

import { ICONS, el, icon } from "./elements";
import { besideEditor } from "./place";
import { t } from "../runtime";

export type PillState = "empty" | "checking" | "clear" | "review" | "held" | "not-checking" | "notice";

export interface PillView {
  state: PillState;
  label: string;
  /** A sentence that says more; shown as a hint. */
  reason: string | null;
  count: number;
  engine: "local" | "remote" | null;
}

const PICTURES: Record<PillState, string> = {
  empty: ICONS.wave,
  checking: ICONS.wave,
  clear: ICONS.clear,
  review: ICONS.wave,
  held: ICONS.hold,
  "not-checking": ICONS.quiet,
  notice: ICONS.hold,
};

export class Pill {
  readonly element = el("button", "pill themed", { part: "pill", attrs: { type: "button" } });
  private shown = "";
  private side = -1;

  constructor(shadow: ShadowRoot, private readonly editor: HTMLElement, press: (byKeyboard: boolean) => void) {
    this.element.addEventListener("click", (event) => press(event.detail === 0));
    this.element.hidden = true;
    shadow.append(this.element);
  }

  show(view: PillView): void {
    const pill = this.element;
    pill.dataset["state"] = view.state;
    pill.dataset["count"] = String(view.count);
    if (view.engine === null) delete pill.dataset["engine"];
    else pill.dataset["engine"] = view.engine;
    const key = JSON.stringify(view);
    if (key === this.shown && !pill.hidden) return;
    this.shown = key;
    const hint = view.reason ?? (view.count > 0 ? t("open_finding") : "");
    pill.title = hint;
    pill.setAttribute("aria-label", hint === "" ? view.label : `${view.label}. ${hint}`);
    const label = view.state === "empty" ? null : el("span", "pill-label", {}, view.label);
    pill.replaceChildren(icon(PICTURES[view.state]), ...(label === null ? [] : [label]));
    pill.hidden = false;
    this.place();
  }

  hide(): void {
    this.element.hidden = true;
  }

  place(): void {
    if (this.element.hidden) return;
    const box = this.editor.getBoundingClientRect();
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
    this.element.classList.toggle("away", !onScreen);
    if (!onScreen) return;
    // Looking for room must not find the pill itself.
    this.element.style.visibility = "hidden";
    const { left, top, side } = besideEditor(this.editor, this.element.offsetWidth, this.element.offsetHeight, this.side);
    this.side = side;
    this.element.style.visibility = "";
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
  }
}
