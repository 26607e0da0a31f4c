/**
 * The extension's own side of the browser: messages to the background, texts, and whether we are still connected to it.
 * After an update the old content script stays in the page as an orphan, whose calls throw: every call goes through here.
 */

/** False once the extension was updated or removed under this page. */
export function alive(): boolean {
  try {
    return chrome.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** One message to the background; rejects when nobody can answer. */
export async function ask<Answer>(message: object): Promise<Answer> {
  const answer: unknown = await chrome.runtime.sendMessage(message);
  if (answer === undefined || answer === null) throw new Error("no answer");
  return answer as Answer;
}

/** A message nobody has to answer. */
export function tell(message: object): void {
  ask(message).catch(() => undefined);
}

const texts = new Map<string, string>();

/** The text of `_locales/…/messages.json` under `key`. */
export function t(key: string, ...values: (string | number)[]): string {
  const cacheKey = values.length === 0 ? key : `${key} ${values.join(" ")}`;
  const known = texts.get(cacheKey);
  if (known !== undefined) return known;
  let text = "";
  try {
    text = chrome.i18n.getMessage(key, values.map(String));
  } catch {
    return text;
  }
  texts.set(cacheKey, text);
  return text;
}

/** `key`, or `key_one` when there is exactly one. */
export function plural(key: string, count: number): string {
  return count === 1 ? t(`${key}_one`) : t(key, count);
}

/** Reads the texts that are needed when we are an orphan and can read no more. */
export function rememberTexts(...keys: string[]): void {
  for (const key of keys) t(key);
}
