/** `textarea`, and the single-line inputs a site entry names: offsets are the value's own. */

import { deepActive } from "../dom";
import type { Editor } from "./index";

export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element.localName === "textarea" || (element.localName === "input" && TEXT_TYPES.has((element as HTMLInputElement).type));
}

/** Never passwords, numbers, addresses or search. */
const TEXT_TYPES = new Set(["text"]);

export class FieldEditor implements Editor {
  readonly kind = "field";

  constructor(readonly element: Field) {}

  text(): string {
    return this.element.value.toWellFormed();
  }

  selection(): { start: number; end: number } | null {
    const { selectionStart: start, selectionEnd: end } = this.element;
    return start === null || end === null ? null : { start, end };
  }

  select(start: number, end: number): void {
    if (deepActive() !== this.element) this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(start, end);
  }

  crossesNodes(): boolean {
    return false;
  }

  release(): void {
    // Nothing is watched: a field's value is read directly.
  }
}
