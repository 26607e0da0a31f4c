/**
 * Facebook and Meta Business Suite. Lexical; several editors at once. Comments go out by plain Enter. Many accounts see
 * "Next" before "Post", on a second screen without the text. Names carry invisible characters.
 */

import { closest } from "../dom";
import type { SiteEntry } from "./types";
import { dialogOf, lastTextButton, named, previews } from "./parts";

const BUTTON = '[role="button"], button';
const COMMENT_LABEL = /^(write a (public )?(comment|reply)|comment as|reply to|reply as|answer as)/i;

export const facebook: SiteEntry = {
  id: "facebook",
  hosts: ["www.facebook.com", "web.facebook.com", "m.facebook.com", "business.facebook.com"],
  source: "public Facebook tools and recorded sessions, 2026-05 to 2026-09; platforms.md S14, S18-S20",
  checked: "2026-11-22",
  composers: [
    {
      matches: (editor) => labelOfEditor(editor).startsWith("Message"),
      keys: ["enter"],
      publish: (editor) => named(closest(editor, '[role="group"], form, [role="dialog"]'), BUTTON, ["Press enter to send", "Send"]),
      surface: () => "direct-message",
    },
    {
      matches: (editor) => closest(editor, 'form[role="presentation"]') !== null || COMMENT_LABEL.test(labelOfEditor(editor)),
      keys: ["enter"],
      publish: (editor) => named(closest(editor, "form"), BUTTON, ["Comment", "Reply", "Post comment"]),
      surface: () => "comment",
      attachments: (editor) => previews(closest(editor, "form")),
      replyingTo: (editor) => {
        const article = closest(editor, '[role="article"][aria-label^="Comment by "]');
        const author = /^Comment by (.+?)( \d+ .*)?$/.exec(article?.getAttribute("aria-label") ?? "")?.[1];
        if (article === null || author === undefined) return null;
        return { author, text: article.querySelector('[dir="auto"]')?.textContent?.trim() ?? "" };
      },
    },
    {
      matches: (editor) => location.hostname === "business.facebook.com" && editor.isContentEditable,
      keys: [],
      publish: (editor) => named(dialogOf(editor) ?? document, BUTTON, ["Publish", "Schedule", "Post", "Share"]),
      surface: () => "post",
      attachments: (editor) => previews(dialogOf(editor) ?? document),
    },
    {
      matches: (editor) => editor.isContentEditable && dialogOf(editor) !== null,
      keys: ["mod-enter"],
      publish: (editor) => {
        const dialog = dialogOf(editor);
        const next = named(dialog, BUTTON, ["Next"]);
        return named(dialog, BUTTON, ["Post", "Share", "Schedule"]) ?? (next === null ? lastTextButton(dialog, BUTTON) : null);
      },
      step: (editor) => named(dialogOf(editor), BUTTON, ["Next"]),
      surface: () => "post",
      attachments: (editor) => previews(dialogOf(editor)),
    },
  ],
};

function labelOfEditor(editor: HTMLElement): string {
  return (editor.getAttribute("aria-label") ?? editor.getAttribute("aria-placeholder") ?? "").replace(/[\u200b\ufeff]/g, "").trim();
}
