/**
 * The one element of ours that a page can see: an empty popover, last in the document or in the open modal dialog around
 * the editor, with a closed shadow root. The top layer puts it over everything without touching a page's node, and
 * frees it from transforms of the page's ancestors.
 */

import { closest } from "../dom";
import tokens from "../../styles/tokens.css";
import looks from "../../styles/ui.css";
import { type Area, watchArea } from "./area";
import { isDark } from "./theme";

const hosts = new Set<EventTarget>();

/** Whether an event comes from our own interface: closed roots show only their host. */
export function isOurs(event: Event): boolean {
  const source = event.composedPath()[0];
  return source !== undefined && hosts.has(source);
}

let sheet: CSSStyleSheet | null = null;

/** Everything our interface reacts to; none of it is the page's business. */
const KEPT = [
  "keydown", "keyup", "keypress", "beforeinput", "input", "change", "paste", "copy", "cut",
  "pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "contextmenu", "touchstart", "touchend", "focusin", "focusout",
];

export class Layer {
  readonly root: ShadowRoot;
  private readonly host = document.createElement("div");

  constructor(private readonly editor: HTMLElement) {
    this.root = this.host.attachShadow({ mode: "closed" });
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(`${tokens}\n${looks}`);
    }
    this.root.adoptedStyleSheets.push(sheet);
    for (const type of KEPT) this.root.addEventListener(type, (event) => event.stopPropagation());
    // The editor keeps its focus while our buttons are pressed with a pointer; only fields of ours take it.
    this.root.addEventListener("mousedown", (event) => {
      if (!(event.target as Element).matches("input, label, label *")) event.preventDefault();
    });
    hosts.add(this.host);
  }

  /** Puts the host where it belongs and shows it; also after a page took it away. */
  assert(): void {
    const home = closest(this.editor, "dialog:modal") ?? document.documentElement;
    if (this.host.parentNode !== home) {
      this.host.popover = "manual";
      home.append(this.host);
    }
    if (!this.host.matches(":popover-open")) this.host.showPopover();
  }

  /** Tells whenever another part of this document is on the screen. */
  watchArea(signal: AbortSignal, changed: (area: Area) => void): void {
    watchArea(this.host, signal, changed);
  }

  /** Whether an event comes from this very layer. */
  owns(event: Event): boolean {
    return event.composedPath()[0] === this.host;
  }

  /** Takes the page's darkness over; asked when something is opened, not while typing. */
  dress(): void {
    this.root.querySelectorAll<HTMLElement>(".themed").forEach((part) => {
      part.dataset["theme"] = isDark(this.editor) ? "dark" : "light";
    });
  }

  remove(): void {
    hosts.delete(this.host);
    this.host.remove();
  }
}
