/** What went out although it was held: rule ids and a class of reason, never a word of the text. */

import type { Composer } from "./composer";
import { tell } from "./runtime";
import type { Reason } from "./ui/sheet";
import type { WireFinding } from "./wire";

export function remember(composer: Composer, findings: readonly WireFinding[], reason: Reason): void {
  tell({
    type: "outcome",
    site: composer.site.id,
    surface: composer.entry.surface(composer.editor.element),
    rules: [...new Set(findings.map((finding) => finding.rule))],
    reason,
  });
}
