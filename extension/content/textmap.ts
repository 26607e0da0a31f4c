/**
 * One walk over an editor that yields its text and the way back from every offset to the DOM.
 *
 * Offsets count UTF-16 units of `text`. A block boundary and a `<br>` are one newline each; a `<br>` that only keeps
 * an empty line open is none; zero-width characters the editors put in (U+200B, U+FEFF) are left out; pictures of
 * emoji count as their `alt`. Lone surrogates become U+FFFD, which has the same length, so that every engine sees the
 * same string.
 */

/** A place between two characters, as ranges and selections name it. */
export interface Point {
  node: Node;
  offset: number;
}

/** A run of text that lies in one text node, or one element that stands for its text. */
interface Segment {
  start: number;
  length: number;
  node: Node;
  /** In a text node: where the run begins. Elsewhere unused. */
  offset: number;
  atom: boolean;
}

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER "
    + "HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "SELECT", "BUTTON", "TEXTAREA", "INPUT", "VIDEO", "AUDIO", "IFRAME"]);
const ZERO_WIDTH = /[\u200b\ufeff]/;

export class TextMap {
  readonly text: string;
  private readonly segments: Segment[];
  private readonly firstOf = new Map<Node, number>();

  /** Reads `root`, an editing host, as it stands now. */
  constructor(readonly root: HTMLElement) {
    const walk = new Walk(keepsNewlines(root));
    walk.block(root);
    this.text = walk.text.toWellFormed();
    this.segments = walk.segments;
    this.segments.forEach((segment, index) => {
      if (!this.firstOf.has(segment.node)) this.firstOf.set(segment.node, index);
    });
  }

  /** The DOM range of `[start, end)`; null when the text has no such place any more. */
  range(start: number, end: number): Range | null {
    const from = this.point(start, start === end ? "end" : "start");
    const to = start === end ? from : this.point(end, "end");
    if (from === null || to === null) return null;
    const range = this.root.ownerDocument.createRange();
    try {
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
    } catch {
      return null;
    }
    return range;
  }

  /**
   * Where offset `at` is in the DOM. Between two runs, `side` says which of them: the one that starts there, or the
   * one that ends there.
   */
  point(at: number, side: "start" | "end"): Point | null {
    let low = 0;
    let high = this.segments.length;
    // The first segment that ends at or behind `at`.
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.segments[middle]!;
      if (segment.start + segment.length < at) low = middle + 1;
      else high = middle;
    }
    let fallback: Point | null = null;
    for (let index = low; index < this.segments.length; index++) {
      const segment = this.segments[index]!;
      const into = at - segment.start;
      if (into < 0) {
        fallback ??= place(segment, 0);
        break;
      }
      const inside = side === "start" ? into < segment.length : into > 0 && into <= segment.length;
      if (inside) return place(segment, into);
      // An empty line's place beats the end of the line before it: only the empty line has that very offset.
      if (segment.length === 0 || fallback === null) fallback = place(segment, into);
    }
    return fallback ?? this.emptyPoint();
  }

  /** The offset of a DOM place; null when it lies outside the editor. */
  offsetOf(node: Node, offset: number): number | null {
    if (node !== this.root && !this.root.contains(node)) return null;
    const first = node.nodeType === Node.TEXT_NODE ? this.firstOf.get(node) : undefined;
    if (first !== undefined) {
      let at = this.segments[first]!.start;
      for (let index = first; this.segments[index]?.node === node; index++) {
        const segment = this.segments[index]!;
        if (offset < segment.offset) break;
        at = segment.start + Math.min(offset - segment.offset, segment.length);
      }
      return at;
    }
    return this.offsetBetween(node, offset);
  }

  /** Whether `[start, end)` lies in more than one text node: editors are apt to mangle such a replacement. */
  crossesNodes(start: number, end: number): boolean {
    const from = this.point(start, "start");
    const to = this.point(end, "end");
    return from === null || to === null || from.node !== to.node;
  }

  private offsetBetween(node: Node, offset: number): number {
    const here = this.root.ownerDocument.createRange();
    here.setStart(node, offset);
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = place(this.segments[middle]!, 0);
      if (here.comparePoint(at.node, at.offset) < 0) low = middle + 1;
      else high = middle;
    }
    const before = this.segments[low - 1];
    const after = this.segments[low];
    if (after === undefined) return this.text.length;
    if (before !== undefined && node.contains(before.node) && !node.contains(after.node)) return before.start + before.length;
    return after.start;
  }

  private emptyPoint(): Point | null {
    return this.text.length === 0 ? { node: this.root, offset: 0 } : null;
  }
}

function place(segment: Segment, into: number): Point {
  if (!segment.atom) return { node: segment.node, offset: segment.offset + into };
  const parent = segment.node.parentNode;
  if (parent === null) return { node: segment.node, offset: 0 };
  const index = Array.prototype.indexOf.call(parent.childNodes, segment.node);
  return { node: parent, offset: into > 0 ? index + 1 : index };
}

/** The walk's state: what was emitted, and which newline is still owed. */
class Walk {
  text = "";
  readonly segments: Segment[] = [];
  /** A line was finished by a block's edge: the next content starts a new one. */
  private owesNewline = false;
  /** The current line has content. */
  private open = false;
  /** A `<br>` that becomes a newline only if something follows it in its block. */
  private heldBreak: Node | null = null;

  constructor(private readonly keepsNewlines: boolean) {}

  block(element: Element): void {
    this.edge();
    this.children(element);
    this.edge();
  }

  private children(parent: Node): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) this.node(node);
  }

  private node(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) {
      this.characters(node as Text);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      this.element(node as HTMLElement);
    }
  }

  private element(element: HTMLElement): void {
    const name = element.tagName;
    if (name === "BR") {
      this.flush();
      this.openLine();
      this.heldBreak = element;
    } else if (name === "IMG") {
      if (element.getAttribute("alt")) this.atom(element, element.getAttribute("alt")!);
    } else if (element.getAttribute("contenteditable") === "false") {
      if (isMention(element)) this.atom(element, element.textContent ?? "");
    } else if (SILENT.has(name)) {
      return;
    } else if (BLOCKS.has(name)) {
      this.block(element);
    } else {
      this.children(element);
    }
  }

  private characters(node: Text): void {
    const data = node.data;
    if (data === "") return;
    if (!this.keepsNewlines && !this.open && data.trim() === "") return;
    if (!ZERO_WIDTH.test(data)) {
      this.run(node, 0, data);
      return;
    }
    let from = 0;
    for (let at = 0; at <= data.length; at++) {
      if (at === data.length || ZERO_WIDTH.test(data[at]!)) {
        if (at > from) this.run(node, from, data.slice(from, at));
        from = at + 1;
      }
    }
    // A line held open by a zero-width character alone still is a line, and the caret can stand in it.
    if (!this.open) this.run(node, 0, "");
  }

  private run(node: Text, offset: number, data: string): void {
    this.flush();
    this.openLine();
    this.segments.push({ start: this.text.length, length: data.length, node, offset, atom: false });
    this.text += this.keepsNewlines ? data : data.replace(/[\n\r\t]/g, " ");
  }

  private atom(element: Element, text: string): void {
    this.flush();
    this.openLine();
    this.segments.push({ start: this.text.length, length: text.length, node: element, offset: 0, atom: true });
    this.text += text;
  }

  /** A block begins or ends here. */
  private edge(): void {
    if (this.heldBreak !== null) {
      this.segments.push({ start: this.text.length, length: 0, node: this.heldBreak, offset: 0, atom: true });
      this.heldBreak = null;
    }
    if (this.open) this.owesNewline = true;
    this.open = false;
  }

  private flush(): void {
    if (this.heldBreak === null) return;
    this.segments.push({ start: this.text.length, length: 1, node: this.heldBreak, offset: 0, atom: true });
    this.text += "\n";
    this.heldBreak = null;
  }

  private openLine(): void {
    if (this.owesNewline) this.text += "\n";
    this.owesNewline = false;
    this.open = true;
  }
}

/** Mentions and tags are words of the post although the editor locks them; other locked islands are decoration. */
function isMention(element: Element): boolean {
  if (BLOCKS.has(element.tagName)) return false;
  return /^[\s\u200b\ufeff]*[@#]/.test(element.textContent ?? "")
    || element.matches('[data-type="mention"], [data-mention], [data-lexical-mention], [class*="mention" i]');
}

function keepsNewlines(root: HTMLElement): boolean {
  return getComputedStyle(root).whiteSpaceCollapse !== "collapse";
}
