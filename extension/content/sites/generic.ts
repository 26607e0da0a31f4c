/**
 * Sites without an entry, and fields without one: a visible textarea or rich text box, and the button of the nearest
 * form or dialog. Search boxes and code editors are left alone; `spellcheck="false"` says nothing (Instagram has it).
 */

import { closest, isVisible, labelOf } from "../dom";
import type { ComposerEntry, SiteEntry } from "./types";
import { controls, dialogOf, lastTextButton, pickedFiles, previews } from "./parts";

const NOT_PROSE = '[role="search"], [role="searchbox"], .monaco-editor, .cm-editor, .CodeMirror, .ace_editor, [aria-hidden="true"]';
const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"]';
const SUBMIT = 'button:not([type]), button[type="submit"], input[type="submit"]';
const POSTING = /^(post|publish|send|reply|comment|submit|share|tweet|toot|update|schedule|save|add comment|post (reply|comment|update|review)|send (reply|message)|reply to review)$/i;
const REVIEW_HOSTS = ["business.google.com", "biz.yelp.com"];
/** How far up a button is looked for where there is neither form nor dialog. */
const CLIMB = 8;

const anyField: ComposerEntry = {
  matches: isProse,
  keys: ["mod-enter"],
  publish: (editor) => {
    const form = closest(editor, "form");
    if (form !== null) {
      const submits = controls(form, SUBMIT);
      return submits.find(posts) ?? controls(form, BUTTON).find(posts) ?? submits[0] ?? null;
    }
    const dialog = dialogOf(editor);
    if (dialog !== null) return controls(dialog, BUTTON).find(posts) ?? lastTextButton(dialog, BUTTON);
    let scope = editor.parentElement;
    for (let up = 0; up < CLIMB && scope !== null && scope !== document.body; up++, scope = scope.parentElement) {
      const found = controls(scope, BUTTON).find(posts);
      if (found !== undefined) return found;
    }
    return null;
  },
  surface: () => (REVIEW_HOSTS.includes(location.hostname) ? "review-reply" : "post"),
  attachments: (editor) => {
    const scope = closest(editor, "form") ?? dialogOf(editor);
    const picked = pickedFiles(scope);
    return picked.length > 0 ? picked : previews(scope);
  },
};

export const generic: SiteEntry = {
  id: "generic",
  hosts: ["*"],
  source: "HTML standard",
  checked: "2026-11-22",
  composers: [anyField],
};

function isProse(editor: HTMLElement): boolean {
  if (closest(editor, NOT_PROSE) !== null || !isVisible(editor)) return false;
  if (editor.localName === "input" || (editor as HTMLTextAreaElement).readOnly === true) return false;
  const hints = [editor.getAttribute("aria-label"), editor.getAttribute("placeholder"), editor.getAttribute("name")];
  return !hints.some((hint) => hint !== null && /\bsearch\b/i.test(hint));
}

function posts(control: HTMLElement): boolean {
  return POSTING.test(labelOf(control));
}
