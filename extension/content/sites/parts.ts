/** Pieces that several site entries are made of. */

import { closest, isTextButton, isVisible, labelOf } from "../dom";
import type { WireAttachment } from "../wire";

const DIALOG = 'dialog, [role="dialog"]';

/** The dialog around an editor: composers on one page are told apart by it. */
export function dialogOf(editor: HTMLElement): HTMLElement | null {
  return closest(editor, DIALOG);
}

/** The first visible control in `scope` whose name is one of `names`. */
export function named(scope: ParentNode | null, selector: string, names: readonly string[]): HTMLElement | null {
  return controls(scope, selector).find((control) => names.includes(labelOf(control))) ?? null;
}

/** The last visible button of `scope` that shows only words: where labels are translated, structure still tells. */
export function lastTextButton(scope: ParentNode | null, selector = "button"): HTMLElement | null {
  return controls(scope, selector).filter(isTextButton).at(-1) ?? null;
}

export function controls(scope: ParentNode | null, selector: string): HTMLElement[] {
  return scope === null ? [] : [...scope.querySelectorAll<HTMLElement>(selector)].filter(isVisible);
}

/** Own pictures and films shown as previews: the ones a page makes from a picked file. */
export function previews(scope: ParentNode | null): WireAttachment[] {
  if (scope === null) return [];
  const images = [...scope.querySelectorAll<HTMLImageElement>('img[src^="blob:"]')];
  const videos = [...scope.querySelectorAll('video[src^="blob:"], video:has(source[src^="blob:"])')];
  return [
    ...images.map((): WireAttachment => ({ kind: "image", name: "", alt: null })),
    ...videos.map((): WireAttachment => ({ kind: "video", name: "", alt: null })),
  ];
}

/** Files picked in a plain form. */
export function pickedFiles(scope: ParentNode | null): WireAttachment[] {
  if (scope === null) return [];
  return [...scope.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) =>
    [...(input.files ?? [])].map((file): WireAttachment => ({ kind: kindOf(file.type), name: file.name, alt: null })),
  );
}

export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").trim();
}

function kindOf(type: string): WireAttachment["kind"] {
  if (type.startsWith("image/")) return "image";
  return type.startsWith("video/") ? "video" : "document";
}
