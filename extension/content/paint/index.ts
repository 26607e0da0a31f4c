/** Drawing findings where they stand, by offsets; the DOM places are looked up anew at every painting. */

import { FieldEditor } from "../editors/field";
import type { Editor } from "../editors";
import { RichEditor } from "../editors/rich";
import type { Severity } from "../wire";
import { HighlightPainter } from "./highlight";
import { FieldOverlay } from "./overlay";

/** `[start, end)` in UTF-16 units of the text last read. */
export interface Mark {
  start: number;
  end: number;
  severity: Severity;
}

export interface Painter {
  paint(marks: readonly Mark[]): void;
  /** Where `[start, end)` is on the screen, one box a line. */
  rects(start: number, end: number): DOMRect[];
  /** The editor moved, scrolled or changed its size. */
  place(): void;
  clear(): void;
}

export function painterFor(editor: Editor, shadow: ShadowRoot): Painter {
  if (editor instanceof FieldEditor) return new FieldOverlay(editor.element, shadow);
  const rich = editor as RichEditor;
  return new HighlightPainter(() => rich.map());
}

/**
 * The marks as they stand after one edit, for the moment until the next report: what lies before the edit stays, what
 * lies behind it moves along, what the edit touched goes.
 */
export function shift(marks: readonly Mark[], before: string, after: string): Mark[] {
  if (marks.length === 0) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const cut = before.length - tail;
  const moved = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    return mark.start >= cut ? [{ ...mark, start: mark.start + moved, end: mark.end + moved }] : [];
  });
}
