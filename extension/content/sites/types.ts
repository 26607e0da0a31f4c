/** What a site entry states: facts about one site's composers, no decisions. */

import type { Surface, WireAttachment, WireContext } from "../wire";

/** A key that publishes while the editor has the focus. "mod" is Ctrl, or Command on a Mac. */
export type PublishKey = "enter" | "mod-enter";

export interface ComposerEntry {
  /** Whether this entry describes the composer around this editor. */
  matches(editor: HTMLElement): boolean;
  surface(editor: HTMLElement): Surface;
  /** The control that publishes, looked up anew at every call: sites mount it late and replace it. */
  publish(editor: HTMLElement): HTMLElement | null;
  /** A control that leads on to publishing, with the text no longer in view. */
  step?(editor: HTMLElement): HTMLElement | null;
  keys: readonly PublishKey[];
  attachments?(editor: HTMLElement): WireAttachment[];
  replyingTo?(editor: HTMLElement): WireContext["replyingTo"];
}

export interface SiteEntry {
  /** Also the platform's name for the engine. */
  id: string;
  hosts: readonly string[];
  /** Where these facts come from, and the day they were last compared with it. */
  source: string;
  checked: string;
  /** The first that matches counts. */
  composers: readonly ComposerEntry[];
}
