/** Whether the page is dark where the editor stands: sites have switches of their own, so the ground is measured. */

import { isElement, parentOf } from "../dom";

export function isDark(editor: Element): boolean {
  for (let at: Node | null = editor; at !== null; at = parentOf(at)) {
    if (!isElement(at)) continue;
    const ground = channels(getComputedStyle(at).backgroundColor);
    if (ground !== null && ground.alpha > 0.5) return ground.luminance < 0.4;
  }
  // Nothing is painted: the canvas shows, which follows the page's colour scheme.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (!scheme.includes("dark")) return false;
  return !scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches;
}

function channels(color: string): { luminance: number; alpha: number } | null {
  const numbers = /^rgba?\(([^)]+)\)$/.exec(color)?.[1]?.split(/[\s,/]+/).map(Number);
  if (numbers === undefined || numbers.length < 3) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return { luminance: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255, alpha };
}
