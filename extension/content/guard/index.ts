/**
 * Holding what must not go out. Listeners on `window`, in capture and from document_start, run before any of the page's.
 * The text is read again at the event; a verdict counts only for that very text. Only the verdict "hold" holds, and
 * whatever fails on our side lets the post go through.
 */

import type { Composer } from "../composer";
import { isOurs } from "../ui/layer";
import { type Attempt, attemptOf } from "./attempt";
import { isOwnPress, publish } from "./replay";
import * as state from "../state";

/** The longest a press may wait for the background. */
const PATIENCE_MS = 300;

const EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "submit"];

type Decision = { go: true } | { go: false; holder: Composer } | null;

/** Composers whose press is waiting for an answer: presses meanwhile are the same press. */
const waiting = new Set<Composer>();

export function start(): void {
  for (const type of EVENTS) window.addEventListener(type, guard, { capture: true });
}

function guard(event: Event): void {
  if (state.all().length === 0 || isOwnPress() || isOurs(event)) return;
  const attempt = attemptOf(event);
  if (attempt === null) return;
  if (attempt.composers.some((composer) => waiting.has(composer))) {
    if (attempt.decides) stop(event);
    return;
  }
  const decision = decide(attempt.composers);
  if (decision === null) undecided(event, attempt);
  else if (decision.go) passed(attempt);
  else {
    stop(event);
    if (attempt.decides) decision.holder.view.openSheet(attempt.step);
  }
}

/** Null while only the background can tell. */
function decide(composers: readonly Composer[]): Decision {
  let unknown = false;
  for (const composer of composers) {
    const verdict = composer.verdictNow();
    if (verdict === "hold") return { go: false, holder: composer };
    unknown ||= verdict === null;
  }
  return unknown ? null : { go: true };
}

function passed({ composers, counts }: Attempt): void {
  if (!counts) return;
  for (const composer of composers) composer.passed();
}

function undecided(event: Event, attempt: Attempt): void {
  const verdicts = Promise.all(attempt.composers.map((composer) => composer.verdict()));
  if (!attempt.decides) {
    // The answer is under way when the click comes.
    verdicts.catch(() => undefined);
    return;
  }
  stop(event);
  for (const composer of attempt.composers) waiting.add(composer);
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), PATIENCE_MS));
  void Promise.race([verdicts, late])
    .catch(() => "failed" as const)
    .then((outcome) => settle(attempt, outcome));
}

function settle({ composers, step }: Attempt, outcome: string | string[]): void {
  for (const composer of composers) waiting.delete(composer);
  const [first] = composers;
  if (first === undefined || first.signal.aborted) return;
  if (Array.isArray(outcome)) {
    const decision = decide(composers);
    if (decision === null) {
      // The text changed under the press: it is for its writer to press again.
      first.setNotice("press-again");
      return;
    }
    if (!decision.go) {
      decision.holder.view.openSheet(step);
      return;
    }
  } else {
    for (const composer of composers) {
      composer.grantLeave(2);
      if (outcome === "late") composer.setNotice("late");
    }
  }
  publish(first, step);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
