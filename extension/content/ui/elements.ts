/** Building our own elements. Text goes in as text only: what a rule says is never read as markup. */

type Child = Node | string | null;

interface Options {
  /** The hook tests and styles use; visible only inside our closed roots. */
  part?: string;
  data?: Record<string, string>;
  attrs?: Record<string, string>;
  press?: () => void;
}

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name, className: string, options: Options = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  if (options.part !== undefined) made.dataset["part"] = options.part;
  for (const [key, value] of Object.entries(options.data ?? {})) made.dataset[key] = value;
  for (const [key, value] of Object.entries(options.attrs ?? {})) made.setAttribute(key, value);
  const { press } = options;
  if (press !== undefined) made.addEventListener("click", () => press());
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A real button; `label` is what it says. */
export function button(className: string, part: string, label: string, press: () => void): HTMLButtonElement {
  return el("button", className, { part, attrs: { type: "button" }, press }, label);
}

/** A button that shows only a picture; `label` is its name. */
export function iconButton(part: string, label: string, path: string, press: () => void): HTMLButtonElement {
  return el("button", "icon-button", { part, attrs: { type: "button", "aria-label": label, title: label }, press }, icon(path));
}

export const ICONS = {
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  close: "M6 6l12 12M18 6L6 18",
  clear: "M5 12.500l4.500 4.500L19 7.500",
  wave: "M4 14q2.700-6 5.300 0t5.300 0 5.400 0",
  hold: "M12 5v9M12 18.500v.500",
  quiet: "M6 12h12",
  chevron: "M6 9l6 6 6-6",
} as const;

export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
