/**
 * X. Draft.js; the toolbar with the button stands in a sibling subtree of the editor; the composer of the page and the
 * one of the dialog exist at the same time, and the dialog is nested in another.
 */

import { closest, nearest } from "../dom";
import type { WireAttachment } from "../wire";
import type { SiteEntry } from "./types";
import { dialogOf, previews, textOf } from "./parts";

const POST = '[data-testid^="tweetTextarea_"]';
const MESSAGE = '[data-testid="dmComposerTextInput"], [data-testid="dm-composer-textarea"]';

export const x: SiteEntry = {
  id: "x",
  hosts: ["x.com", "twitter.com", "pro.x.com"],
  source: "public extensions' tests pinned to live probes; platforms.md S8-S11",
  checked: "2026-11-22",
  composers: [
    {
      matches: (editor) => closest(editor, POST) !== null,
      keys: ["mod-enter"],
      publish: (editor) => {
        const inline = dialogOf(editor) === null ? nearest(editor, '[data-testid="tweetButtonInline"]') : null;
        // On a narrow screen the route /compose/post is a page of its own, with the dialog's button.
        return inline ?? nearest(editor, '[data-testid="tweetButton"]');
      },
      surface: (editor) => {
        if (quotes(editor)) return "quote";
        const dialog = dialogOf(editor);
        if (dialog !== null) {
          return location.search.includes("in_reply_to=") || dialog.querySelector("article") !== null ? "reply" : "post";
        }
        return location.pathname.includes("/status/") ? "reply" : "post";
      },
      attachments: (editor) => media(attachmentsOf(editor)),
      replyingTo: (editor) => {
        const article = dialogOf(editor)?.querySelector("article")
          ?? (location.pathname.includes("/status/") ? document.querySelector('article[tabindex="-1"], article') : null);
        if (article === null || article === undefined) return null;
        return {
          author: textOf(article.querySelector('[data-testid="User-Name"]')),
          text: textOf(article.querySelector('[data-testid="tweetText"]')),
        };
      },
    },
    {
      matches: (editor) => closest(editor, MESSAGE) !== null,
      keys: ["enter"],
      publish: (editor) => nearest(editor, '[data-testid="dmComposerSendButton"], [data-testid="dm-composer-send-button"]'),
      surface: () => "direct-message",
    },
  ],
};

/** The link to descriptions invites to add one while there is none; what a written one says is not shown. */
function media(attachments: HTMLElement | null): WireAttachment[] {
  const labels = [...(attachments?.querySelectorAll('[data-testid="altTextLabel"]') ?? [])];
  const missing = labels.some((label) => /^\s*(\+|add\b)/i.test(label.textContent ?? ""));
  return previews(attachments).map((file) => (file.kind === "image" && missing ? { ...file, alt: "" } : file));
}

function attachmentsOf(editor: HTMLElement): HTMLElement | null {
  return nearest(editor, '[data-testid="attachments"]', '[role="dialog"], main');
}

/** A quoted post sits among the attachments; own media never carries a name and a time. */
function quotes(editor: HTMLElement): boolean {
  const attachments = attachmentsOf(editor);
  return attachments !== null
    && (attachments.querySelector('[data-testid="tweetText"]') !== null
      || (attachments.querySelector('[data-testid="User-Name"]') !== null && attachments.querySelector("time") !== null));
}
