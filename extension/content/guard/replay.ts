/** Publishing in the user's place, once, after their own press had to be stopped to look at the text. */

import type { Composer } from "../composer";
import { closest, isDisabled } from "../dom";

/** After this the site would have taken our press, had it wanted to. */
const TAKEN_MS = 1_000;

let pressing = false;

/** Whether the event at hand is our own press. */
export function isOwnPress(): boolean {
  return pressing;
}

/** One press of the control that publishes, looked up anew; where there is none, or it is ignored, the user is asked. */
export function publish(composer: Composer, step = false): void {
  const { editor: { element }, entry } = composer;
  const control = (step ? entry.step?.(element) : entry.publish(element)) ?? null;
  const form = closest(element, "form") as HTMLFormElement | null;
  const text = composer.text();
  if (control !== null && !isDisabled(control)) press(() => control.click());
  else if (control === null && form !== null && entry.keys.includes("mod-enter")) press(() => form.requestSubmit());
  else {
    composer.setNotice("press-again");
    return;
  }
  if (!step) composer.passed();
  setTimeout(() => {
    const waiting = !composer.signal.aborted && composer.text() === text && control?.isConnected === true && !isDisabled(control);
    if (waiting && !step && composer.notice === null) composer.setNotice("press-again");
  }, TAKEN_MS);
}

function press(action: () => void): void {
  pressing = true;
  try {
    action();
  } finally {
    pressing = false;
  }
}
