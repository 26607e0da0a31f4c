/** The buttons that repair a finding, in the card and in the review sheet. */

import type { WireFinding, WireFix } from "../wire";
import { t } from "../runtime";
import { button, el } from "./elements";

/** What came of a repair, as a sentence; null when it took. */
export type Repair = (finding: WireFinding, fix: WireFix) => Promise<string | null>;

export interface FixHooks {
  repair: Repair;
  /** The user attests, instead of changing the text. */
  attest: (finding: WireFinding) => void;
}

export function fixButtons(finding: WireFinding, hooks: FixHooks): HTMLElement {
  const note = el("p", "note", { part: "card-note", attrs: { role: "alert" } });
  note.hidden = true;
  const row = el("div", "fixes");
  finding.fixes.forEach((fix, index) => {
    const looks = index === 0 ? "button primary" : "button";
    const press = fix.kind === "attest"
      ? () => row.after(attestForm(finding, hooks))
      : () => void apply(finding, fix, hooks, note);
    const made = button(looks, "fix", fix.label, press);
    made.dataset["kind"] = fix.kind;
    made.dataset["label"] = fix.label;
    row.append(made);
  });
  return el("div", "fix-block", {}, row, note);
}

async function apply(finding: WireFinding, fix: WireFix, hooks: FixHooks, note: HTMLElement): Promise<void> {
  const pressed = (note.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const failure = await hooks.repair(finding, fix);
  if (failure === null) return;
  // The attempt moved the focus into the text.
  pressed?.focus({ preventScroll: true });
  const suggestion = fix.edit?.text ?? "";
  const copy = button("button", "copy", t("copy"), () => {
    void navigator.clipboard.writeText(suggestion).then(() => {
      copy.textContent = t("copied");
    });
  });
  note.replaceChildren(failure, ...(suggestion.trim() === "" ? [] : [el("q", "suggestion", {}, suggestion), copy]));
  note.hidden = false;
}

/** A tick: nothing is put into the text. */
function attestForm(finding: WireFinding, hooks: FixHooks): HTMLElement {
  const tick = el("input", "", { part: "attest-tick", attrs: { type: "checkbox" } });
  const confirm = button("button primary", "attest-confirm", t("attest_confirm"), () => hooks.attest(finding));
  confirm.disabled = true;
  tick.addEventListener("change", () => {
    confirm.disabled = !tick.checked;
  });
  const label = finding.fixes.find((fix) => fix.kind === "attest")?.label ?? "";
  const form = el("div", "attest", {}, el("label", "choice", {}, tick, el("span", "", {}, label)), confirm);
  queueMicrotask(() => tick.focus());
  return form;
}
