/**
 * LinkedIn, whose generations live side by side: the TipTap share box in a dialog, the Quill one in an open shadow
 * root, comment boxes old and new, and the admin view of company pages. Class names are build hashes but for the old ones.
 */

import { closest, nearest } from "../dom";
import type { ComposerEntry, SiteEntry } from "./types";
import { controls, dialogOf, lastTextButton, previews } from "./parts";

const COMMENT = '[componentkey^="commentBox-"], .comments-comment-box__form, .comments-comment-box, form:has(button[componentkey*="commentButtonSection"])';
const CLASSIC = '.share-box-v2__modal, [data-test-modal-id="sharebox"], .share-creation-state__text-editor, .share-box';

/** The dialog's only button of words: "Post", or "Schedule" on the same element. */
const dialogPost: Pick<ComposerEntry, "publish" | "surface" | "keys" | "attachments"> = {
  keys: ["mod-enter"],
  publish: (editor) => lastTextButton(dialogOf(editor)),
  surface: () => "post",
  attachments: (editor) => previews(dialogOf(editor)),
};

export const linkedin: SiteEntry = {
  id: "linkedin",
  hosts: ["www.linkedin.com"],
  source: "public LinkedIn composer notes verified live 2026-10; platforms.md S4, S13-S17",
  checked: "2026-11-22",
  composers: [
    {
      matches: (editor) => closest(editor, ".msg-form__contenteditable, .msg-form") !== null,
      keys: ["enter", "mod-enter"],
      publish: (editor) => nearest(editor, "button.msg-form__send-button"),
      surface: () => "direct-message",
    },
    {
      matches: (editor) => closest(editor, COMMENT) !== null
        || (editor.getAttribute("aria-label") ?? "").startsWith("Text editor for creating comment"),
      keys: ["mod-enter"],
      // The button appears after the first character.
      publish: (editor) => nearest(editor,
        'button[componentkey*="commentButtonSection"], button.comments-comment-box__submit-button--cr', COMMENT),
      surface: () => "comment",
    },
    { ...dialogPost, matches: (editor) => closest(editor, '[componentkey="ShareBox_textEditor"]') !== null },
    {
      ...dialogPost,
      matches: (editor) => editor.matches(".ql-editor") && closest(editor, CLASSIC) !== null,
      publish: (editor) => nearest(editor, "button.share-actions__primary-action"),
      attachments: (editor) => previews(closest(editor, CLASSIC)),
    },
    {
      ...dialogPost,
      matches: (editor) => editor.isContentEditable && dialogOf(editor) !== null && controls(dialogOf(editor), "button").length > 0,
    },
  ],
};
