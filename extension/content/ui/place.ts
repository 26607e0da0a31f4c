/** Knowing when an element moved, without asking all the time, and finding room beside it. */

import { isElement } from "../dom";
import { visibleArea } from "./area";

/** Calls `moved` after scrolls, resizes and shifts of the layout around `element`, at most once a frame. */
export function watchPlace(element: HTMLElement, signal: AbortSignal, moved: () => void): void {
  let asked = false;
  const soon = () => {
    if (asked || signal.aborted) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) moved();
    });
  };
  window.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  window.addEventListener("resize", soon, { passive: true, signal });
  document.addEventListener("transitionend", soon, { capture: true, passive: true, signal });
  window.visualViewport?.addEventListener("resize", soon, { passive: true, signal });
  const sizes = new ResizeObserver(soon);
  sizes.observe(element);
  const stopMoves = watchMoves(element, soon);
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    stopMoves();
  });
}

/**
 * An element that is pushed by its neighbours neither scrolls nor resizes. An observer whose frame is the element's
 * own box tells as soon as it leaves that box.
 */
function watchMoves(element: HTMLElement, moved: () => void): () => void {
  let observer: IntersectionObserver | null = null;
  const arm = () => {
    observer?.disconnect();
    const box = element.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const margins = [box.top, width - box.right, height - box.bottom, box.left];
    let first = true;
    observer = new IntersectionObserver(
      () => {
        if (first) {
          first = false;
          return;
        }
        moved();
        if (element.isConnected) arm();
      },
      {
        root: document,
        rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(" "),
        threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.98, 1],
      },
    );
    observer.observe(element);
  };
  arm();
  return () => observer?.disconnect();
}

export interface Spot {
  left: number;
  top: number;
}

const GAP = 6;
const OBSTACLES = "a, button, input, select, textarea, label, img, svg, video, [role='button'], [role='link'], [contenteditable='true'], [tabindex]";

/**
 * Where a box of this size fits beside the editor without covering anything one could press or read: above, because
 * sites put their buttons below and often only after the first word; then below; and only then inside its corner. The sides follow the editor's direction of writing. `last` is kept while it is free, so
 * that the box does not jump about.
 */
export function besideEditor(editor: HTMLElement, width: number, height: number, last: number): Spot & { side: number } {
  const box = editor.getBoundingClientRect();
  const rightToLeft = getComputedStyle(editor).direction === "rtl";
  const near = rightToLeft ? box.left : box.right - width;
  const far = rightToLeft ? box.right - width : box.left;
  const candidates: Spot[] = [
    { left: near, top: box.top - height - GAP },
    { left: near, top: box.bottom + GAP },
    { left: far, top: box.bottom + GAP },
    { left: far, top: box.top - height - GAP },
  ];
  const order = [last, ...candidates.keys()].filter((side) => candidates[side] !== undefined);
  const side = order.find((candidate) => isFree(editor, candidates[candidate]!, width, height)) ?? -1;
  const inside = { left: rightToLeft ? box.left + GAP : box.right - width - GAP, top: box.bottom - height - GAP };
  return { ...kept(candidates[side] ?? inside, width, height), side };
}

/** Below the anchor, or above it where there is more room; always on the screen. */
export function besideText(anchor: DOMRect, width: number, height: number): Spot {
  const area = visibleArea();
  const below = anchor.bottom + GAP;
  const fitsBelow = below + height <= area.bottom - GAP;
  const above = anchor.top - height - GAP;
  const moreAbove = anchor.top - area.top > area.bottom - anchor.bottom;
  const top = fitsBelow || (above < area.top + GAP && !moreAbove) ? below : above;
  return kept({ left: anchor.left - 12, top }, width, height);
}

function kept(spot: Spot, width: number, height: number): Spot {
  const area = visibleArea();
  return {
    left: Math.max(area.left + GAP, Math.min(spot.left, area.right - width - GAP)),
    top: Math.max(area.top + GAP, Math.min(spot.top, area.bottom - height - GAP)),
  };
}

function isFree(editor: HTMLElement, spot: Spot, width: number, height: number): boolean {
  const { left, top } = kept(spot, width, height);
  if (left !== spot.left || top !== spot.top) return false;
  const root = editor.getRootNode() as Document | ShadowRoot;
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    for (const y of [top + 1, top + height / 2, top + height - 1]) {
      const hit = root.elementFromPoint(left + 1 + part * (width - 2), y);
      if (isElement(hit) && (hit.closest(OBSTACLES) !== null || holdsText(hit))) return false;
    }
  }
  return true;
}

function holdsText(element: Element): boolean {
  return [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? "").trim() !== "");
}
