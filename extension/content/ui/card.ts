/** One finding: what, why, what to do instead, where the rule comes from, and what can be done about it. */

import type { WireFinding } from "../wire";
import { t } from "../runtime";
import { visibleArea } from "./area";
import { ICONS, button, el, iconButton } from "./elements";
import { type FixHooks, fixButtons } from "./fixes";
import { besideText } from "./place";

/** In px; a longer card scrolls. */
const MAX_HEIGHT = 480;
const MARGIN = 6;

export interface CardHooks extends FixHooks {
  /** Where the finding stands on the screen; the pill for findings about the whole post. */
  anchor: (finding: WireFinding) => DOMRect;
  /** The words the finding is about; empty for findings about the whole post. */
  quote: (finding: WireFinding) => string;
  dismissHere: (finding: WireFinding) => void;
  dismissAlways: (finding: WireFinding) => void;
  /** `returnFocus`: the keyboard was in the card and wants back into the text. */
  closed: (returnFocus: boolean) => void;
}

export class Card {
  readonly element = el("div", "card themed", {
    part: "card", attrs: { role: "dialog", "aria-modal": "false", tabindex: "-1" },
  });
  private findings: readonly WireFinding[] = [];
  private index = 0;

  constructor(private readonly shadow: ShadowRoot, private readonly hooks: CardHooks) {
    this.element.hidden = true;
    shadow.append(this.element);
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** Whether the keyboard is in the card. */
  get focused(): boolean {
    return this.element.contains(this.shadow.activeElement);
  }

  get current(): WireFinding | undefined {
    return this.open ? this.findings[this.index] : undefined;
  }

  /** Shows `findings[index]`; takes the focus only if the keyboard asked for the card. */
  show(findings: readonly WireFinding[], index: number, takeFocus: boolean): void {
    const focus = takeFocus || this.focused;
    this.findings = findings;
    this.index = Math.max(0, Math.min(index, findings.length - 1));
    const finding = findings[this.index];
    if (finding === undefined) {
      this.close(focus);
      return;
    }
    this.element.hidden = false;
    this.fill(finding);
    this.place();
    if (focus) this.focusFirst();
  }

  close(returnFocus: boolean): void {
    if (!this.open) return;
    this.element.hidden = true;
    this.hooks.closed(returnFocus);
  }

  place(): void {
    const finding = this.current;
    if (finding === undefined) return;
    const area = visibleArea();
    this.element.style.maxHeight = `${Math.min(MAX_HEIGHT, area.bottom - area.top - 2 * MARGIN)}px`;
    const spot = besideText(this.hooks.anchor(finding), this.element.offsetWidth, this.element.offsetHeight);
    this.element.style.left = `${spot.left}px`;
    this.element.style.top = `${spot.top}px`;
  }

  /** A key typed in the card. */
  key(event: KeyboardEvent): void {
    if (!this.open) return;
    if (event.key === "Escape") this.close(true);
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") this.step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") this.step(-1);
    else return;
    event.preventDefault();
  }

  private fill(finding: WireFinding): void {
    const card = this.element;
    const count = this.findings.length;
    card.dataset["rule"] = finding.rule;
    card.dataset["severity"] = finding.severity;
    card.dataset["index"] = String(this.index);
    card.dataset["count"] = String(count);
    card.setAttribute("aria-label", `${t("card_title", this.index + 1, count)}: ${finding.message}`);
    const parts = [
      this.head(finding),
      el("h2", "message", { part: "card-message" }, finding.message),
      finding.end === 0 ? el("p", "scope", {}, t("card_post")) : this.words(finding),
      passage("card-why", t("label_why"), finding.why),
      passage("card-instead", t("label_instead"), finding.instead),
      fixButtons(finding, this.hooks),
      finding.severity === "hold" ? el("p", "held-hint", {}, t("held_hint")) : null,
      source(finding),
      this.foot(finding),
    ];
    card.replaceChildren(...parts.filter((part) => part !== null));
    card.scrollTop = 0;
  }

  private words(finding: WireFinding): HTMLElement {
    return el("q", "quote", { part: "card-words", data: { severity: finding.severity } }, this.hooks.quote(finding));
  }

  private head(finding: WireFinding): HTMLElement {
    const count = this.findings.length;
    const walk = count < 2 ? null : el("span", "walk", {},
      iconButton("previous", t("previous"), ICONS.previous, () => this.step(-1)),
      el("span", "position", { attrs: { "aria-hidden": "true" } }, `${this.index + 1} / ${count}`),
      iconButton("next", t("next"), ICONS.next, () => this.step(1)));
    return el("div", "head", {},
      el("span", "severity", { data: { severity: finding.severity } }, t(`severity_${finding.severity}`)),
      walk,
      iconButton("close", t("close"), ICONS.close, () => this.close(this.focused)));
  }

  private foot(finding: WireFinding): HTMLElement {
    const evidence = el("div", "evidence", { part: "card-evidence", attrs: { id: "evidence" } },
      el("p", "label", {}, t("evidence_title")),
      el("ul", "", {}, ...[...finding.evidence, t(`confidence_${finding.confidence}`), t("evidence_rule", finding.rule)]
        .map((line) => el("li", "", {}, line))));
    evidence.hidden = true;
    const explain = button("link", "explain", t("explain"), () => {
      evidence.hidden = !evidence.hidden;
      explain.textContent = t(evidence.hidden ? "explain" : "explain_less");
      explain.setAttribute("aria-expanded", String(!evidence.hidden));
      this.place();
      if (!evidence.hidden) this.element.scrollTop = this.element.scrollHeight;
    });
    explain.setAttribute("aria-expanded", "false");
    explain.setAttribute("aria-controls", "evidence");
    const dismissals = finding.severity === "hold" ? [] : [
      button("link", "dismiss-here", t("dismiss_here"), () => this.hooks.dismissHere(finding)),
      button("link", "dismiss-always", t("dismiss_always"), () => this.hooks.dismissAlways(finding)),
    ];
    return el("div", "foot", {}, el("div", "actions", {}, ...dismissals, explain), evidence);
  }

  private step(by: number): void {
    const next = (this.index + by + this.findings.length) % this.findings.length;
    this.show(this.findings, next, this.focused);
  }

  private focusFirst(): void {
    (this.element.querySelector<HTMLElement>('[data-part="fix"]') ?? this.element).focus({ preventScroll: true });
  }
}

function passage(part: string, label: string, text: string): HTMLElement | null {
  return text === "" ? null : el("p", "passage", { part }, el("span", "label", {}, label), text);
}

function source(finding: WireFinding): HTMLElement {
  const places = [t(`authority_${finding.authority}`) || finding.authority, ...finding.cite, finding.jurisdiction.join(", ")];
  const read = finding.checked === "" ? "" : t("source_checked", finding.checked);
  return el("p", "source", { part: "card-source" },
    el("span", "label", {}, t("label_source")), places.filter((piece) => piece !== "").join(" · "),
    read === "" ? null : " ", read === "" ? null : el("span", "nowrap", {}, `· ${read}`));
}
