/**
 * The review of a held post: what is in the way, repair each, or post anyway with a reason. It opens only because the
 * user pressed Publish, and is the one thing of ours that takes the focus.
 */

import type { WireFinding } from "../wire";
import { plural, t } from "../runtime";
import type { Area } from "./area";
import { button, el } from "./elements";
import { type FixHooks, fixButtons } from "./fixes";

/** Classes, never prose: what is remembered cannot name anybody. */
export const REASONS = ["authorized", "not-patient", "approved", "mistaken", "other"] as const;
export type Reason = (typeof REASONS)[number];

export interface SheetHooks extends FixHooks {
  quote: (finding: WireFinding) => string;
  showInText: (finding: WireFinding) => void;
  postAnyway: (reason: Reason) => void;
  closed: () => void;
}

export class Sheet {
  private readonly backdrop = el("div", "backdrop themed");
  private readonly element = el("div", "sheet", {
    part: "sheet", attrs: { role: "dialog", "aria-modal": "true", "aria-labelledby": "sheet-title", tabindex: "-1" },
  });
  private reason: Reason | null = null;

  constructor(private readonly shadow: ShadowRoot, private readonly hooks: SheetHooks) {
    this.backdrop.hidden = true;
    this.backdrop.append(this.element);
    shadow.append(this.backdrop);
  }

  get open(): boolean {
    return !this.backdrop.hidden;
  }

  /** Keeps to the part of the window that is on the screen. */
  keepTo(area: Area): void {
    this.backdrop.style.inset = `${area.top}px ${innerWidth - area.right}px ${innerHeight - area.bottom}px ${area.left}px`;
  }

  /** Lists the findings that hold; called again after each repair. */
  show(findings: readonly WireFinding[]): void {
    const first = !this.open;
    if (first) this.reason = null;
    this.backdrop.hidden = false;
    this.element.replaceChildren(
      el("div", "sheet-head", {},
        el("h1", "sheet-title", { attrs: { id: "sheet-title" } }, t("sheet_title")),
        el("p", "lead", {}, plural("sheet_lead", findings.length))),
      el("div", "sheet-body", {},
        el("ol", "items", {}, ...findings.map((finding) => this.item(finding))),
        this.reasons()),
      this.foot(),
    );
    (this.element.querySelector<HTMLElement>('[data-part="fix"], [data-part="show"]') ?? this.element).focus({ preventScroll: true });
  }

  close(): void {
    if (!this.open) return;
    this.backdrop.hidden = true;
    this.hooks.closed();
  }

  /** A key typed in the sheet. */
  key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Tab") {
      this.keepInside(event);
    }
  }

  private item(finding: WireFinding): HTMLElement {
    const quote = this.hooks.quote(finding);
    return el("li", "item", { part: "sheet-item", data: { rule: finding.rule, severity: finding.severity } },
      quote === "" ? null : el("q", "quote", {}, quote),
      el("p", "message", {}, finding.message),
      finding.instead === "" ? null : el("p", "instead", {}, finding.instead),
      el("div", "item-actions", {},
        fixButtons(finding, this.hooks),
        finding.end === 0 ? null : button("link", "show", t("sheet_show"), () => this.hooks.showInText(finding))));
  }

  private reasons(): HTMLElement {
    const choices = REASONS.map((reason) => {
      const radio = el("input", "", { part: "reason", attrs: { type: "radio", name: "reason", value: reason } });
      radio.checked = this.reason === reason;
      radio.addEventListener("change", () => this.choose(reason));
      return el("label", "choice", {}, radio, el("span", "", {}, t(`reason_${reason.replace("-", "_")}`)));
    });
    return el("fieldset", "reasons", {}, el("legend", "", {}, t("sheet_reason")), ...choices);
  }

  private foot(): HTMLElement {
    const post = button("button", "post-anyway", t("sheet_post"), () => {
      if (this.reason !== null) this.hooks.postAnyway(this.reason);
    });
    post.disabled = this.reason === null;
    return el("div", "sheet-foot", {},
      el("p", "note quiet", {}, t("sheet_note")),
      el("div", "sheet-buttons", {}, post, button("button primary", "back", t("sheet_back"), () => this.close())));
  }

  private choose(reason: Reason): void {
    this.reason = reason;
    this.element.querySelector<HTMLButtonElement>('[data-part="post-anyway"]')!.disabled = false;
  }

  /** The focus goes round in the sheet: the page behind it is not to be reached meanwhile. */
  private keepInside(event: KeyboardEvent): void {
    const stops = [...this.element.querySelectorAll<HTMLElement>("button:not(:disabled), input:not(:disabled)")]
      .filter((stop) => stop.checkVisibility() && !(stop.matches('[type="radio"]') && !this.isRadioStop(stop as HTMLInputElement)));
    const first = stops[0];
    const last = stops.at(-1);
    const active = this.shadow.activeElement;
    if (event.shiftKey && (active === first || active === this.element)) {
      event.preventDefault();
      last?.focus();
    } else if (!event.shiftKey && active === last) {
      event.preventDefault();
      first?.focus();
    }
  }

  /** Of a radio group, Tab reaches the chosen button, or the first when none is. */
  private isRadioStop(radio: HTMLInputElement): boolean {
    return this.reason === null ? radio.value === REASONS[0] : radio.checked;
  }
}
