/** How a severity looks under text: told apart by the line's shape as well as by its colour. */

import type { Severity } from "../wire";

/** In rising order: the last one wins where they overlap. The page can read these names. */
export const NAMES: Record<Severity, string> = { info: "h-3", warn: "h-2", hold: "h-1" };

/** Every colour reaches 3 : 1 on white and on black, because the editor's ground is the site's affair. */
const LINES: Record<Severity, string> = {
  hold: "underline double 2px #d92d20",
  warn: "underline wavy 1.5px #c27a0a",
  info: "underline dotted 2px #64809f",
};

const TINT: Partial<Record<Severity, string>> = { hold: "rgb(217 45 32 / 0.12)" };

/** One declaration block per severity, for highlights and for the mirror's marks alike. */
export function lineOf(severity: Severity): string {
  const tint = TINT[severity];
  const ground = tint === undefined ? "" : `background-color: ${tint};`;
  return `text-decoration: ${LINES[severity]}; text-decoration-skip-ink: none; text-underline-offset: 2px; ${ground}`;
}

export const HIGHLIGHT_CSS = (Object.keys(NAMES) as Severity[])
  .map((severity) => `::highlight(${NAMES[severity]}) { ${lineOf(severity)} }`)
  .concat(`@media (forced-colors: active) { ${Object.values(NAMES).map((name) => `::highlight(${name}) { text-decoration-color: LinkText; background-color: transparent; }`).join(" ")} }`)
  .join("\n");
