/** Walking the composed tree: up through shadow hosts, down through open roots. */

/** The parent an event would reach next: the slot's or the host's side of a shadow root included. */
export function parentOf(node: Node): Node | null {
  const parent = node.parentNode;
  return parent !== null && isShadowRoot(parent) ? parent.host : parent;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}

export function isElement(node: unknown): node is HTMLElement {
  return typeof node === "object" && node !== null && (node as Node).nodeType === Node.ELEMENT_NODE;
}

/** `Element.closest`, through shadow hosts. */
export function closest(node: Node, selector: string): HTMLElement | null {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (isElement(at) && at.matches(selector)) return at;
  }
  return null;
}

/**
 * The matching element that is nearest in the tree: the first ancestor that has one inside decides. Toolbars often
 * stand in a sibling subtree, so neither `closest` nor one `querySelector` on the page would find the right button.
 * `boundary` (inclusive) stops the climb.
 */
export function nearest(from: Node, selector: string, boundary?: string): HTMLElement | null {
  for (let at: Node | null = from.parentNode; at !== null; at = isShadowRoot(at) ? at.host : at.parentNode) {
    const found = (at as ParentNode).querySelector<HTMLElement>(selector);
    if (found !== null) return found;
    if (boundary !== undefined && isElement(at) && at.matches(boundary)) return null;
  }
  return null;
}

/** The focused element, looked for inside shadow roots. */
export function deepActive(): Element | null {
  let active = document.activeElement;
  while (active !== null) {
    const inner: Element | null | undefined = rootOf(active)?.activeElement;
    if (inner === null || inner === undefined) break;
    active = inner;
  }
  return active;
}

/** An element's shadow root, open or closed: both browsers let extensions look. */
export function rootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const firefox = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  // Chrome's own place for it; looked up by name, because Firefox's linter warns of what Firefox does not have.
  const dom = Reflect.get(chrome, "dom") as typeof chrome.dom | undefined;
  try {
    return dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  } catch {
    return null;
  }
}

/** Both ways sites say it; never toggled by us. */
export function isDisabled(control: Element): boolean {
  return control.getAttribute("aria-disabled") === "true" || (control as HTMLButtonElement).disabled === true;
}

export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** What a control says, without the invisible characters Meta puts into names. */
export function labelOf(control: Element): string {
  const label = control.getAttribute("aria-label") || control.textContent || (control as HTMLInputElement).value || "";
  return label.replace(/[\u200b\ufeff]/g, "").trim();
}

/** A button that shows only words: no picture, no other control inside. */
export function isTextButton(control: Element): boolean {
  return (control.textContent ?? "").trim() !== "" && control.querySelector("svg, img, input") === null;
}
