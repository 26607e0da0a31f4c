/**
 * Changing the text through the editor's own input path, so that its model, its events and its Undo all take part.
 * Every repair is verified by reading the text again.
 */

import type { Editor } from "./editors";
import { FieldEditor } from "./editors/field";
import type { WireFix } from "./wire";

type Edit = NonNullable<WireFix["edit"]>;
export type Outcome = "done" | "failed" | "stale";

/** How long an editor may take to show a change it accepted. */
const SETTLE_MS = 400;

/** Quill joins what changes within this time into one step of its Undo. */
const QUILL_JOINS_MS = 1_000;

/**
 * Applies `fix`, whose offsets belong to `checked`; `lastChange` is when the text changed last, by `performance.now()`. On failure the text is as it was. The selection goes back to where
 * it was, but for a `blank`, whose gap gets the caret.
 */
export async function repair(editor: Editor, fix: WireFix, checked: string, lastChange: number): Promise<Outcome> {
  if (fix.edit === null) return "failed";
  const edit = editor.kind === "field" ? fix.edit : inOneLine(fix.edit);
  // Undo must take back the repair and not the words before it.
  if (editor.kind === "quill") await passed(lastChange + QUILL_JOINS_MS - performance.now());
  const before = editor.text();
  if (before !== checked) return "stale";
  const wanted = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
  const selection = editor.selection() ?? { start: edit.end, end: edit.end };

  const taken = await insert(editor, edit, wanted);
  if (!taken) {
    await restore(editor, before);
    return "failed";
  }
  const gap = fix.kind === "blank" ? gapIn(edit.start, edit.text) : null;
  if (gap !== null) editor.select(gap.start, gap.end);
  else editor.select(moved(selection.start, edit), moved(selection.end, edit));
  return "done";
}

async function insert(editor: Editor, edit: Edit, wanted: string): Promise<boolean> {
  const narrow = narrowed(editor.text(), edit);
  // Draft.js mangles a replacement across differently styled spans and throws later.
  if (editor.kind === "draft" && narrow.start < narrow.end && editor.crossesNodes(narrow.start, narrow.end)) return false;
  editor.select(narrow.start, narrow.end);
  // The editors learn of a selection from an event that comes later.
  await modelFollows(editor);
  const selected = editor.selection();
  if (selected === null || selected.start !== narrow.start || selected.end !== narrow.end) editor.select(narrow.start, narrow.end);
  if (editor.kind === "slate") {
    const init = { inputType: "insertText", data: narrow.text, bubbles: true, cancelable: true, composed: true };
    editor.element.dispatchEvent(new InputEvent("beforeinput", init));
  } else if (narrow.text === "") {
    document.execCommand("delete");
  } else {
    document.execCommand("insertText", false, narrow.text);
  }
  return reads(editor, wanted);
}

/**
 * Measured: of a text with a newline Draft.js loses the words before it, Lexical takes nothing, and Quill in Firefox
 * drops the newline. A space does as well, and is one step of Undo.
 */
function inOneLine(edit: Edit): Edit {
  return { ...edit, text: edit.text.replaceAll("\n", " ") };
}

/** A repair that only adds words leaves the old ones alone: nothing is selected that a styled span could cross. */
function narrowed(text: string, edit: Edit): Edit {
  const old = text.slice(edit.start, edit.end);
  if (old === "") return edit;
  if (edit.text.startsWith(old)) return { start: edit.end, end: edit.end, text: edit.text.slice(old.length) };
  if (edit.text.endsWith(old)) return { start: edit.start, end: edit.start, text: edit.text.slice(0, -old.length) };
  return edit;
}

/** Resolves once the browser told the page of the new selection and drew a frame, or soon after if it never does. */
function modelFollows(editor: Editor): Promise<void> {
  if (editor instanceof FieldEditor) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", told);
      resolve();
    };
    const told = () => requestAnimationFrame(() => setTimeout(done));
    const timer = setTimeout(done, 80);
    document.addEventListener("selectionchange", told);
  });
}

/** Whether the editor comes to read `wanted`: at once, or when it has worked off its input. */
function reads(editor: Editor, wanted: string): Promise<boolean> {
  if (editor.text() === wanted) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(result);
    };
    const observer = new MutationObserver(() => {
      if (editor.text() === wanted) finish(true);
    });
    observer.observe(editor.element, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => finish(editor.text() === wanted), SETTLE_MS);
  });
}

async function restore(editor: Editor, before: string): Promise<void> {
  if (editor.text() === before) return;
  document.execCommand("undo");
  await reads(editor, before);
}

function passed(time: number): Promise<void> {
  return time <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, time));
}

function gapIn(start: number, text: string): { start: number; end: number } | null {
  const gap = /\[[ _…]*\]/.exec(text);
  if (gap === null) return null;
  const at = start + gap.index + 1;
  return { start: at, end: at + gap[0].length - 2 };
}

function moved(at: number, edit: Edit): number {
  if (at <= edit.start) return at;
  if (at >= edit.end) return at + edit.text.length - (edit.end - edit.start);
  return edit.start + edit.text.length;
}
