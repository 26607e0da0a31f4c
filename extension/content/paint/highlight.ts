/**
 * Underlines in rich editors, as CSS highlights: nothing is put into the editor. The page can see the names and clear
 * them; so the names say nothing, and every painting asserts them again.
 */

import type { TextMap } from "../textmap";
import type { Severity } from "../wire";
import type { Mark, Painter } from "./index";
import { HIGHLIGHT_CSS, NAMES } from "./style";

/** Beyond this many, more underlines would help nobody and cost every keystroke. */
const MAX_MARKS = 400;

const groups = new Map<Severity, Highlight>();
let sheet: CSSStyleSheet | null = null;

export class HighlightPainter implements Painter {
  private painted: { severity: Severity; range: Range }[] = [];

  constructor(private readonly read: () => TextMap) {}

  paint(marks: readonly Mark[]): void {
    this.clear();
    if (marks.length === 0) return;
    const map = this.read();
    assertSheet(map.root.getRootNode() as Document | ShadowRoot);
    for (const mark of marks.slice(0, MAX_MARKS)) {
      const range = map.range(mark.start, mark.end);
      if (range === null) continue;
      group(mark.severity).add(range);
      this.painted.push({ severity: mark.severity, range });
    }
  }

  rects(start: number, end: number): DOMRect[] {
    return [...(this.read().range(start, end)?.getClientRects() ?? [])];
  }

  place(): void {
    // The browser moves highlights with their text.
  }

  clear(): void {
    for (const { severity, range } of this.painted) groups.get(severity)?.delete(range);
    this.painted = [];
  }
}

/** The registered highlight of a severity, put back if the page removed it. */
function group(severity: Severity): Highlight {
  let highlight = groups.get(severity);
  if (highlight === undefined) {
    highlight = new Highlight();
    highlight.priority = Object.keys(NAMES).indexOf(severity);
    groups.set(severity, highlight);
  }
  if (CSS.highlights.get(NAMES[severity]) !== highlight) CSS.highlights.set(NAMES[severity], highlight);
  return highlight;
}

/** Firefox paints a highlight only by a sheet of the very tree the text is in. */
function assertSheet(root: Document | ShadowRoot): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(HIGHLIGHT_CSS);
  }
  const known = sheet;
  if (![...root.adoptedStyleSheets].includes(known)) root.adoptedStyleSheets.push(known);
}
