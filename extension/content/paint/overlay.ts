/**
 * Underlines over a textarea or input, which highlights do not reach: a mirror of the text in our closed shadow root,
 * transparent but for the lines. It never stands in the page's own tree, where the site would see the text twice.
 */

import type { Field } from "../editors/field";
import { isElement, parentOf } from "../dom";
import type { Mark, Painter } from "./index";

/** What shapes the lines of a field. Widths and scrolling are set apart. */
const SHAPING = (
  "font-family font-size font-style font-weight font-stretch font-size-adjust font-kerning font-variant font-feature-settings "
  + "font-variation-settings line-height letter-spacing word-spacing text-align text-indent text-transform text-rendering "
  + "tab-size direction unicode-bidi writing-mode word-break overflow-wrap hyphens line-break "
  + "padding-top padding-right padding-bottom padding-left "
  + "border-top-width border-right-width border-bottom-width border-left-width"
).split(" ");

/** Longer texts (UTF-16 units) are not mirrored: laying them out twice would be felt. The pill and card still tell. */
const MIRROR_LIMIT = 50_000;

export class FieldOverlay implements Painter {
  private readonly frame = document.createElement("div");
  private readonly mirror = document.createElement("div");
  private marks: readonly Mark[] = [];
  private mirrored: string | null = null;

  constructor(private readonly field: Field, shadow: ShadowRoot) {
    this.frame.dataset["part"] = "overlay";
    this.frame.className = "overlay";
    this.frame.setAttribute("aria-hidden", "true");
    this.mirror.className = "mirror";
    this.frame.append(this.mirror);
    shadow.append(this.frame);
  }

  paint(marks: readonly Mark[]): void {
    this.marks = marks;
    this.mirrored = null;
    if (marks.length === 0 || this.field.value.length > MIRROR_LIMIT) this.clear();
    else this.fill();
  }

  rects(start: number, end: number): DOMRect[] {
    if (this.field.value.length > MIRROR_LIMIT) return [];
    if (this.mirrored !== this.field.value) this.fill();
    const range = document.createRange();
    const from = this.pointAt(start);
    const to = this.pointAt(end);
    if (from === null || to === null) return [];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const clip = this.frame.getBoundingClientRect();
    return [...range.getClientRects()].filter((rect) => rect.bottom > clip.top && rect.top < clip.bottom);
  }

  place(): void {
    if (this.mirrored === null) return;
    const box = this.field.getBoundingClientRect();
    const frame = this.frame.style;
    frame.left = `${box.left}px`;
    frame.top = `${box.top}px`;
    frame.width = `${box.width}px`;
    frame.height = `${box.height}px`;
    frame.clipPath = clipOf(this.field, box);
    this.mirror.scrollTop = this.field.scrollTop;
    this.mirror.scrollLeft = this.field.scrollLeft;
  }

  clear(): void {
    this.mirror.replaceChildren();
    this.mirrored = null;
    this.frame.hidden = true;
  }

  private fill(): void {
    const text = this.field.value;
    const pieces: Node[] = [];
    let at = 0;
    for (const mark of flat(this.marks)) {
      if (mark.end > text.length || mark.start < at) continue;
      pieces.push(document.createTextNode(text.slice(at, mark.start)));
      const span = document.createElement("span");
      span.dataset["part"] = "mark";
      span.dataset["severity"] = mark.severity;
      span.dataset["start"] = String(mark.start);
      span.dataset["end"] = String(mark.end);
      span.textContent = text.slice(mark.start, mark.end);
      pieces.push(span);
      at = mark.end;
    }
    // A closing newline makes a line only if something follows it.
    pieces.push(document.createTextNode(`${text.slice(at)}\u200b`));
    this.frame.hidden = false;
    this.mirror.replaceChildren(...pieces);
    this.mirrored = text;
    this.dress();
    this.place();
  }

  private dress(): void {
    const computed = getComputedStyle(this.field);
    const style = this.mirror.style;
    for (const name of SHAPING) style.setProperty(name, computed.getPropertyValue(name));
    const single = this.field.localName === "input";
    style.whiteSpace = single ? "pre" : "pre-wrap";
    style.overflowWrap = single ? "normal" : "break-word";
    const borders = parseFloat(computed.borderLeftWidth) + parseFloat(computed.borderRightWidth);
    // Without the scrollbar: the field breaks its lines before it.
    style.width = `${this.field.clientWidth + borders}px`;
    style.height = `${this.field.offsetHeight}px`;
    if (single) {
      const inner = this.field.clientHeight - parseFloat(computed.paddingTop) - parseFloat(computed.paddingBottom);
      style.lineHeight = `${inner}px`;
    }
  }

  private pointAt(offset: number): { node: Node; offset: number } | null {
    let at = 0;
    for (const piece of this.mirror.childNodes) {
      const node = piece.nodeType === Node.TEXT_NODE ? piece : piece.firstChild;
      const length = node?.textContent?.length ?? 0;
      if (node !== null && offset <= at + length) return { node, offset: offset - at };
      at += length;
    }
    return null;
  }
}

/** Marks side by side: where two overlap, the graver one keeps the place. */
function flat(marks: readonly Mark[]): Mark[] {
  const rank = { info: 0, warn: 1, hold: 2 };
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => rank[b.severity] - rank[a.severity] || a.start - b.start)) {
    let pieces = [mark];
    for (const other of kept) {
      pieces = pieces.flatMap((piece) => [
        { ...piece, end: Math.min(piece.end, other.start) },
        { ...piece, start: Math.max(piece.start, other.end) },
      ].filter((part) => part.end > part.start));
    }
    kept.push(...pieces);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Cuts the overlay where a scrolling ancestor cuts the field. */
function clipOf(field: Element, box: DOMRect): string {
  let { top, right, bottom, left } = box;
  for (let at = parentOf(field); at !== null; at = parentOf(at)) {
    if (!isElement(at) || at === document.body || at === document.documentElement) continue;
    if (getComputedStyle(at).overflow === "visible") continue;
    const outer = at.getBoundingClientRect();
    top = Math.max(top, outer.top);
    right = Math.min(right, outer.right);
    bottom = Math.min(bottom, outer.bottom);
    left = Math.max(left, outer.left);
  }
  return `inset(${top - box.top}px ${box.right - right}px ${box.bottom - bottom}px ${left - box.left}px)`;
}
