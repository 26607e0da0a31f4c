/** What a composer shows: underlines, pill, card and review sheet, kept in step with its last report. */

import type { Checked, Composer } from "./composer";
import { remember } from "./outcomes";
import * as findings from "./findings";
import { type Mark, type Painter, painterFor, shift } from "./paint";
import { repair } from "./repair";
import { plural, t, tell } from "./runtime";
import { groupOf } from "./guard/attempt";
import { publish } from "./guard/replay";
import { pageStateChanged } from "./state";
import { visibleArea } from "./ui/area";
import { Card } from "./ui/card";
import { Layer } from "./ui/layer";
import { Live } from "./ui/live";
import { Pill, type PillView } from "./ui/pill";
import { watchPlace } from "./ui/place";
import { type Reason, Sheet } from "./ui/sheet";
import type { WireFinding, WireFix } from "./wire";

export class View {
  private readonly layer: Layer;
  private readonly pill: Pill;
  private readonly card: Card;
  private readonly sheet: Sheet;
  private readonly live: Live;
  private readonly painter: Painter;
  private marks: Mark[] = [];
  private step = false;
  /** Where the caret was before the keyboard went into the card or the sheet. */
  private caret: { start: number; end: number } | null = null;

  constructor(private readonly composer: Composer) {
    const { editor, signal } = composer;
    this.layer = new Layer(editor.element, (event) => (this.sheet.open ? this.sheet : this.card).key(event));
    const shadow = this.layer.root;
    this.painter = painterFor(editor, shadow);
    this.pill = new Pill(shadow, editor.element, (byKeyboard) => void this.openCard(byKeyboard));
    const fixes = {
      repair: (finding: WireFinding, fix: WireFix) => this.repair(finding, fix),
      attest: (finding: WireFinding) => this.attest(finding),
    };
    const quote = (finding: WireFinding) => (composer.latest?.text ?? "").slice(finding.start, finding.end);
    this.card = new Card(shadow, {
      ...fixes,
      quote,
      anchor: (finding) => this.anchor(finding),
      dismissHere: (finding) => this.dismissHere(finding),
      dismissAlways: (finding) => this.dismissAlways(finding),
      closed: (returnFocus) => this.giveFocusBack(returnFocus),
    });
    this.sheet = new Sheet(shadow, {
      ...fixes,
      quote,
      showInText: (finding) => this.showInText(finding),
      postAnyway: (reason) => this.postAnyway(reason),
      closed: () => this.giveFocusBack(true),
    });
    this.live = new Live(shadow, signal);
    this.layer.assert();
    this.layer.dress();
    this.layer.watchArea(signal, (area) => {
      this.sheet.keepTo(area);
      this.place();
    });
    watchPlace(editor.element, signal, () => this.place());
    window.addEventListener("pointerdown", (event) => this.pressedElsewhere(event), { capture: true, passive: true, signal });
  }

  /** The text changed: what was painted moves along until the next report. */
  edited(before: string, after: string): void {
    this.marks = shift(this.marks, before, after);
    this.painter.paint(this.marks);
    if (this.card.open && !this.card.focused) this.card.close(false);
    // Sites answer a first word with new buttons: the pill makes room for them.
    requestAnimationFrame(() => this.pill.place());
  }

  repaint(): void {
    this.painter.paint(this.marks);
  }

  /** A report came in. */
  reported(): void {
    const checked = this.composer.fresh();
    if (checked === null) return;
    const visible = findings.shown(checked.report, checked.text);
    this.marks = findings.marksOf(visible);
    this.painter.paint(this.marks);
    this.show();
    this.pill.place();
    this.announce(visible, findings.verdictOf(checked.report, checked.text));
    if (this.card.open) this.card.show(visible, this.indexOfCurrent(visible), false);
  }

  /** Brings the pill, and what the popup shows of this page, up to date. */
  show(): void {
    this.layer.assert();
    const view = this.pillView();
    if (view.state === "empty" || view.state === "not-checking") {
      this.marks = [];
      this.painter.paint(this.marks);
    }
    this.pill.show(view);
    pageStateChanged();
  }

  /** The pill's state in full, also for the popup. */
  pillView(): PillView {
    const { trouble, notice, latest } = this.composer;
    const engine = latest?.kind ?? null;
    if (trouble !== null) {
      return { state: "not-checking", label: t("pill_not_checking"), reason: t(`reason_${trouble}`), count: 0, engine };
    }
    const fresh = this.composer.fresh();
    const visible = fresh === null ? [] : findings.shown(fresh.report, fresh.text);
    const count = findings.toReview(visible).length;
    if (notice === "press-again") return { state: "notice", label: t("pill_press_again"), reason: t("reason_press_again"), count, engine };
    if (notice === "late") return { state: "notice", label: t("pill_not_checked"), reason: t("reason_late"), count, engine };
    if (fresh === null) {
      const blank = (this.composer.text() ?? "").trim() === "";
      if (blank) return { state: "empty", label: t("pill_empty"), reason: null, count: 0, engine };
      return { state: "checking", label: t("pill_checking"), reason: null, count: this.marks.length, engine };
    }
    if (findings.verdictOf(fresh.report, fresh.text) === "hold") return { state: "held", label: plural("pill_held", count), reason: null, count, engine };
    if (count > 0) return { state: "review", label: plural("pill_review", count), reason: null, count, engine };
    return this.nothingLeft(fresh, visible);
  }

  /** Opens the card at the caret; the keyboard's way in takes the focus along. */
  async openCard(byKeyboard: boolean): Promise<void> {
    // Asked for in the middle of a pause in typing: the answer is not long in coming.
    if (this.composer.fresh() === null) await this.composer.verdict().catch(() => undefined);
    const checked = this.composer.fresh();
    const visible = checked === null ? [] : findings.shown(checked.report, checked.text);
    if (visible.length === 0 || this.composer.signal.aborted) return;
    const selection = this.composer.editor.selection();
    if (byKeyboard) this.caret = selection;
    this.layer.assert();
    this.layer.dress();
    this.card.show(visible, findings.nextFrom(visible, selection?.end ?? 0), byKeyboard);
  }

  /** A press in the editor: on an underlined word it opens that finding, without taking the focus. */
  pressedAt(event: MouseEvent): void {
    const checked = this.composer.fresh();
    if (checked === null || !event.isTrusted) return;
    const visible = findings.shown(checked.report, checked.text);
    const index = visible.findIndex((finding) => finding.end > finding.start
      && this.painter.rects(finding.start, finding.end).some((box) =>
        event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom + 3));
    if (index < 0) return;
    this.layer.dress();
    this.card.show(visible, index, false);
  }

  /** Publishing was held: what is in the way. `step`: the control pressed only leads on to publishing. */
  openSheet(step: boolean): void {
    const held = this.held();
    if (held.length === 0) return;
    this.step = step;
    this.caret ??= this.composer.editor.selection();
    this.card.close(false);
    this.layer.assert();
    this.layer.dress();
    this.sheet.show(held);
  }

  /** Escape, pressed in the text: closes the card; false when none was open. */
  escape(): boolean {
    if (!this.card.open) return false;
    this.card.close(false);
    return true;
  }

  remove(): void {
    this.painter.clear();
    this.layer.remove();
    pageStateChanged();
  }

  private nothingLeft(fresh: Checked, visible: readonly WireFinding[]): PillView {
    const hidden = findings.toReview(fresh.report.findings).length > 0;
    const label = t(hidden ? "pill_done" : "pill_clear");
    // Notes that need no review are still there to be read.
    return { state: "clear", label, reason: hidden ? t("reason_dismissed") : visible.length > 0 ? t("reason_notes") : null, count: 0, engine: fresh.kind };
  }

  private held(): WireFinding[] {
    const checked = this.composer.fresh();
    return checked === null ? [] : findings.holding(checked.report, checked.text);
  }

  private place(): void {
    if (!this.layer.shown) this.layer.assert();
    this.painter.place();
    this.pill.place();
    this.card.place();
  }

  private anchor(finding: WireFinding): DOMRect {
    const boxes = finding.end > finding.start ? this.painter.rects(finding.start, finding.end) : [];
    const box = boxes[0];
    const area = visibleArea();
    if (box !== undefined && box.bottom > area.top && box.top < area.bottom) return box;
    // Below both the pill and the text, which stays readable.
    const pill = this.pill.element.getBoundingClientRect();
    const editor = this.composer.editor.element.getBoundingClientRect();
    const top = Math.min(pill.top, editor.top);
    return new DOMRect(pill.left, top, pill.width, Math.max(pill.bottom, editor.bottom) - top);
  }

  private async repair(finding: WireFinding, fix: WireFix): Promise<string | null> {
    const { composer, card, sheet } = this;
    const byKeyboard = card.focused;
    const inSheet = sheet.open;
    const outcome = await repair(composer.editor, fix, composer.latest?.text ?? "", composer.lastChange);
    if (outcome !== "done") return t(outcome === "stale" ? "repair_stale" : "repair_failed");
    this.live.say(fix.kind === "blank" ? t("repair_blank") : t("say_repaired"));
    this.caret = null;
    await composer.verdict().catch(() => undefined);
    if (inSheet) this.afterSheetRepair(fix);
    else this.afterCardRepair(fix, finding, byKeyboard);
    return null;
  }

  private afterSheetRepair(fix: WireFix): void {
    const held = this.held();
    if (fix.kind === "blank" || held.length === 0) {
      this.sheet.close();
      if (held.length === 0) this.live.say(t("sheet_cleared"));
    } else {
      this.sheet.show(held);
    }
  }

  private afterCardRepair(fix: WireFix, finding: WireFinding, byKeyboard: boolean): void {
    const checked = this.composer.fresh();
    const visible = checked === null ? [] : findings.shown(checked.report, checked.text);
    const next = visible.findIndex((other) => other.start >= finding.start && other.end > 0);
    if (byKeyboard && fix.kind !== "blank" && visible.length > 0) this.card.show(visible, Math.max(next, 0), true);
    else this.card.close(false);
  }

  private dismissHere(finding: WireFinding): void {
    findings.dismissHere(finding, this.composer.latest?.text ?? "");
    this.live.say(t("say_dismissed"));
    this.reported();
  }

  private attest(finding: WireFinding): void {
    remember(this.composer, [finding], "authorized");
    findings.attest(finding, this.composer.latest?.text ?? "");
    this.live.say(t("say_attested"));
    this.reported();
    if (!this.sheet.open) return;
    const held = this.held();
    if (held.length > 0) this.sheet.show(held);
    else this.sheet.close();
  }

  private dismissAlways(finding: WireFinding): void {
    // The settings come back changed, and every composer shows itself anew.
    tell({ type: "dismiss", rule: finding.rule });
    this.live.say(t("say_dismissed"));
  }

  private showInText(finding: WireFinding): void {
    this.caret = { start: finding.start, end: finding.end };
    this.sheet.close();
    void this.openCard(false);
  }

  private postAnyway(reason: Reason): void {
    remember(this.composer, this.held(), reason);
    this.composer.grantLeave(2);
    this.sheet.close();
    // What goes out together is reviewed together: a thread's next post may hold as well.
    const next = groupOf(this.composer).find((composer) => composer.verdictNow() === "hold");
    if (next === undefined) publish(this.composer, this.step);
    else next.view.openSheet(this.step);
  }

  private giveFocusBack(wanted: boolean): void {
    const { caret } = this;
    this.caret = null;
    if (wanted && caret !== null) this.composer.editor.select(caret.start, caret.end);
    else if (wanted) this.composer.editor.element.focus({ preventScroll: true });
  }

  private indexOfCurrent(visible: readonly WireFinding[]): number {
    const current = this.card.current;
    const same = visible.findIndex((finding) => finding.rule === current?.rule && finding.start === current.start);
    return Math.max(same, 0);
  }

  private pressedElsewhere(event: Event): void {
    if (this.card.open && !this.layer.owns(event)) this.card.close(false);
  }

  private announce(visible: readonly WireFinding[], verdict: string): void {
    const count = findings.toReview(visible).length;
    if (verdict === "hold") this.live.settle(plural("say_held", count));
    else this.live.settle(count > 0 ? plural("say_review", count) : t("say_clear"));
  }
}
