/** Every contenteditable editor: read through the text map, selected through the document's selection. */

import { deepActive, isShadowRoot } from "../dom";
import { TextMap } from "../textmap";
import type { Editor, EditorKind } from "./index";

export class RichEditor implements Editor {
  private known: TextMap | null = null;
  private watch: MutationObserver | null = null;

  constructor(readonly element: HTMLElement, readonly kind: EditorKind) {}

  text(): string {
    return this.map().text;
  }

  /** Text and DOM places as they are now; walked again only if something changed since. */
  map(): TextMap {
    if (this.watch === null) {
      this.watch = new MutationObserver(() => {
        this.known = null;
      });
      this.watch.observe(this.element, {
        childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["alt", "contenteditable", "class"],
      });
    }
    // Changes that were made but not told yet count too: the text is read at the very event that publishes.
    if (this.watch.takeRecords().length > 0) this.known = null;
    this.known ??= new TextMap(this.element);
    return this.known;
  }

  release(): void {
    this.watch?.disconnect();
    this.watch = null;
    this.known = null;
  }

  selection(): { start: number; end: number } | null {
    const found = selectedPoints(this.element);
    if (found === null) return null;
    const map = this.map();
    const from = map.offsetOf(found.startContainer, found.startOffset);
    const to = map.offsetOf(found.endContainer, found.endOffset);
    return from === null || to === null ? null : { start: from, end: to };
  }

  select(start: number, end: number): void {
    const active = deepActive();
    if (active !== this.element && !this.element.contains(active)) this.element.focus({ preventScroll: true });
    const range = this.map().range(start, end);
    if (range === null) return;
    const selection = document.getSelection();
    // An editor that missed the last change (it had no focus then) must hear of it, even if the place is the same.
    selection?.removeAllRanges();
    selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  crossesNodes(start: number, end: number): boolean {
    return this.map().crossesNodes(start, end);
  }
}

type Points = Pick<StaticRange, "startContainer" | "startOffset" | "endContainer" | "endOffset">;

/** The selection, inside a shadow root as well: browsers hide that from `getRangeAt`. */
function selectedPoints(within: Element): Points | null {
  const root = within.getRootNode();
  if (isShadowRoot(root)) {
    // Chromium alone has it, and has it for longer than getComposedRanges.
    const own = (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
    if (own !== undefined && own !== null) return own.rangeCount > 0 ? own.getRangeAt(0) : null;
    const composed = document.getSelection()?.getComposedRanges?.({ shadowRoots: [root] });
    if (composed?.[0] !== undefined) return composed[0];
  }
  const selection = document.getSelection();
  return selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}
