/**
 * Mastodon's web client, on whichever server: known by its form. A React textarea; the content warning is a field of
 * its own and goes out with the post. Ctrl+Enter calls the handler from keydown, without a submit event.
 */

import { closest, nearest } from "../dom";
import type { WireAttachment } from "../wire";
import type { SiteEntry } from "./types";
import { textOf } from "./parts";

const FORM = "form.compose-form";

export const mastodon: SiteEntry = {
  id: "mastodon",
  // Any host: the form tells.
  hosts: ["*"],
  source: "mastodon compose_form source; platforms.md S24",
  checked: "2026-11-22",
  composers: [
    {
      matches: (editor) => editor.matches("textarea, input.spoiler-input__input, #cw-spoiler-input") && closest(editor, FORM) !== null,
      keys: ["mod-enter"],
      publish: (editor) => nearest(editor,
        '.compose-form__submit button[type="submit"], .compose-form__publish-button-wrapper button, button[type="submit"]', FORM),
      surface: (editor) => (replyTo(editor) === null ? "post" : "reply"),
      attachments: (editor) => uploads(closest(editor, FORM)),
      replyingTo: (editor) => {
        const indicator = replyTo(editor);
        if (indicator === null) return null;
        return {
          author: textOf(indicator.querySelector(".display-name, .detailed-status__display-name")),
          text: textOf(indicator.querySelector(".reply-indicator__content")),
        };
      },
    },
  ],
};

function replyTo(editor: HTMLElement): HTMLElement | null {
  return nearest(editor, ".reply-indicator", FORM);
}

function uploads(form: HTMLElement | null): WireAttachment[] {
  return [...(form?.querySelectorAll(".compose-form__upload") ?? [])].map((upload) => ({
    kind: upload.querySelector("video, audio") === null ? "image" : "video",
    name: "",
    // The warning's mark has a sign exactly while no description is written; what it says is not shown.
    alt: upload.querySelector(".compose-form__upload__warning :is(svg, .icon, .fa)") === null ? null : "",
  }));
}
