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

const layers = new Map<EventTarget, Layer>();

/** Whether an event comes from our own interface: closed roots show only their host. */
export function isOurs(event: Event): boolean {
  return layerOf(event) !== undefined;
}

/** What happens in our interface without any listener of ours inside it. */
const UNHEARD = [
  "pointerdown", "pointerup", "mouseup", "touchstart", "touchend", "dblclick", "contextmenu",
  "keyup", "keypress", "beforeinput", "input", "focusin", "focusout", "focus", "blur",
];

/**
 * Keeps our events from the page, whose dialogs close on Escape or on a press outside them and keep the focus inside.
 * These listeners run before any of the page's; only `click` goes on, to reach our own buttons.
 */
export function keepFromPage(): void {
  for (const type of UNHEARD) {
    window.addEventListener(type, (event) => {
      if (isOurs(event)) event.stopImmediatePropagation();
    }, { capture: true });
  }
  window.addEventListener("mousedown", (event) => layerOf(event)?.mousedown(event), { capture: true });
  window.addEventListener("keydown", (event) => layerOf(event)?.keydown(event), { capture: true });
}

function layerOf(event: Event): Layer | undefined {
  const source = event.composedPath()[0];
  return source === undefined ? undefined : layers.get(source);
}

let sheet: CSSStyleSheet | null = null;

export class Layer {
  readonly root: ShadowRoot;
  private readonly host = document.createElement("div");

  /** `pressed` gets the keys typed in our interface. */
  constructor(private readonly editor: HTMLElement, private readonly pressed: (event: KeyboardEvent) => void) {
    this.root = this.host.attachShadow({ mode: "closed" });
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(`${tokens}\n${looks}`);
    }
    this.root.adoptedStyleSheets.push(sheet);
    this.root.addEventListener("click", (event) => event.stopPropagation());
    layers.set(this.host, this);
  }

  /** The editor keeps its focus while our buttons are pressed with a pointer; only choices take it. */
  mousedown(event: MouseEvent): void {
    event.stopImmediatePropagation();
    const inner = this.root.elementFromPoint(event.clientX, event.clientY);
    if (inner?.closest("input, label") == null) event.preventDefault();
  }

  keydown(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    this.pressed(event);
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

  /** Whether the page left the host where it was put. */
  get shown(): boolean {
    return this.host.isConnected && this.host.matches(":popover-open");
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
    layers.delete(this.host);
    this.host.remove();
  }
}
