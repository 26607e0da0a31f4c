/**
 * The part of this document that is on the screen. In a frame it can be less than the frame's own window: the page
 * around it may have scrolled half of it away, and a frame of another origin is not told. An observer is.
 */

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

let seen: Area | null = null;

export function visibleArea(): Area {
  const whole = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: innerHeight };
  if (seen === null) return whole;
  return {
    left: seen.left, top: seen.top, right: Math.min(seen.right, whole.right), bottom: Math.min(seen.bottom, whole.bottom),
  };
}

/** Follows how much of `cover`, an element over the whole window, is seen; only frames need it. */
export function watchArea(cover: HTMLElement, signal: AbortSignal, changed: (area: Area) => void): void {
  if (window.top === window) return;
  const steps = Array.from({ length: 41 }, (_, step) => step / 40);
  const observer = new IntersectionObserver((entries) => {
    const { intersectionRect: rect } = entries.at(-1)!;
    // A frame that is not seen at all keeps its last area.
    if (rect.height === 0 || rect.width === 0) return;
    seen = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    changed(seen);
  }, { threshold: steps });
  observer.observe(cover);
  signal.addEventListener("abort", () => observer.disconnect());
}
