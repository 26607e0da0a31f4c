/** Which editor stands behind a focused element, told from the DOM alone, and the two ways to read and select in it. */

import { isElement, parentOf } from "../dom";
import { FieldEditor, isField } from "./field";
import { RichEditor } from "./rich";

export type EditorKind = "field" | "draft" | "lexical" | "prosemirror" | "quill" | "slate" | "plain";

export interface Editor {
  readonly element: HTMLElement;
  readonly kind: EditorKind;
  /** The text, read anew, without lone surrogates. */
  text(): string;
  /** The selection as offsets into `text()`; null when it lies elsewhere. */
  selection(): { start: number; end: number } | null;
  /** Focuses the editor and selects; the editor's own model may follow a moment later. */
  select(start: number, end: number): void;
  /** Whether replacing `[start, end)` would touch more than one text node. */
  crossesNodes(start: number, end: number): boolean;
  /** Nobody reads it any more. */
  release(): void;
}

/** The editor that `target` belongs to, or null when nobody writes there. */
export function editorAt(target: Element): Editor | null {
  if (isField(target)) return new FieldEditor(target);
  const host = editingHost(target);
  return host === null ? null : new RichEditor(host, kindOf(host));
}

/** The outermost editable element around `target`: Business Suite nests three. */
function editingHost(target: Element): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let at: Node | null = target; at !== null; at = parentOf(at)) {
    if (!isElement(at)) continue;
    if (!at.isContentEditable) break;
    if (at === document.body || at === document.documentElement) break;
    host = at;
  }
  return host;
}

function kindOf(host: HTMLElement): EditorKind {
  if (host.matches('[data-lexical-editor="true"]')) return "lexical";
  if (host.matches(".public-DraftEditor-content") || host.querySelector('[data-contents="true"]') !== null) return "draft";
  if (host.matches(".ProseMirror, .tiptap")) return "prosemirror";
  if (host.matches(".ql-editor")) return "quill";
  if (host.matches('[data-slate-editor="true"]')) return "slate";
  return "plain";
}
