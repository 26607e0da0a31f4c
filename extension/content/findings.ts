/** What the engine said, as the interface shows it. Nothing here judges: it reads, orders and leaves out. */

import type { Mark } from "./paint";
import { isDismissed } from "./settings";
import type { Verdict, WireFinding, WireReport } from "./wire";

/** Counts every dismissal and attestation: what was read before the last one is out of date. */
let changes = 0;

/** "Dismiss here": kept in this tab's memory and nowhere else. */
const dismissedHere = new Set<string>();
/** Findings the user attested to, likewise. */
const attested = new Set<string>();

export function dismissHere(finding: WireFinding, text: string): void {
  changes++;
  dismissedHere.add(keyOf(finding, text));
}

/** The user states that it is in order, with a document to show for it. */
export function attest(finding: WireFinding, text: string): void {
  changes++;
  attested.add(keyOf(finding, text));
}

/** The engine's verdict, less what was attested. */
export function verdictOf(report: WireReport, text: string): Verdict {
  return report.verdict === "hold" && holding(report, text).length === 0 ? "warn" : report.verdict;
}

/** The user's settings changed. */
export function settingsChanged(): void {
  changes++;
}

const known = new WeakMap<WireReport, { at: number; shown: readonly WireFinding[] }>();

/** The findings to show, in reading order; those about the whole post come first. A hold cannot be dismissed. */
export function shown(report: WireReport, text: string): readonly WireFinding[] {
  const before = known.get(report);
  if (before?.at === changes) return before.shown;
  const findings = select(report, text);
  known.set(report, { at: changes, shown: findings });
  return findings;
}

function select(report: WireReport, text: string): WireFinding[] {
  return report.findings
    .filter((finding) => !attested.has(keyOf(finding, text)))
    .filter((finding) => finding.severity === "hold" || !(isDismissed(finding.rule) || dismissedHere.has(keyOf(finding, text))))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those a person has to look at: an `info` is there for who wants it. */
export function toReview(findings: readonly WireFinding[]): WireFinding[] {
  return findings.filter((finding) => finding.severity !== "info");
}

export function marksOf(findings: readonly WireFinding[]): Mark[] {
  return findings.filter((finding) => finding.end > finding.start).map(({ start, end, severity }) => ({ start, end, severity }));
}

export function holding(report: WireReport, text: string): WireFinding[] {
  return report.findings.filter((finding) => finding.severity === "hold" && !attested.has(keyOf(finding, text)));
}

/** The finding under the caret, or the first behind it, or the first. */
export function nextFrom(findings: readonly WireFinding[], caret: number): number {
  const at = findings.findIndex((finding) => finding.start <= caret && caret <= finding.end && finding.end > 0);
  if (at >= 0) return at;
  const behind = findings.findIndex((finding) => finding.start >= caret && finding.end > 0);
  return Math.max(behind, 0);
}

function keyOf(finding: WireFinding, text: string): string {
  return `${finding.rule} ${text.slice(finding.start, finding.end)}`;
}
