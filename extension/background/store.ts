/** What is kept between starts. Never a word that somebody typed. */

export interface Organisation {
  /** The rule set as canonical JSON. */
  json: string;
  title: string;
  file: string | null;
  /** YYYY-MM-DD. */
  since: string;
}

/** The organisation's rules on top of the bundled ones, so that a cold start need not merge again. */
export interface Merged {
  /** Hash of the bundled rules it was made from: another version makes it stale. */
  from: string;
  hash: string;
  /** base64 */
  rules: string;
}

export interface Outcome {
  day: string;
  site: string;
  surface: string;
  rules: string[];
  reason: string;
}

interface Local {
  /** Sites switched off or on, by origin. */
  sites: Record<string, boolean>;
  /** Rule ids. */
  dismissed: string[];
  organisation: Organisation;
  merged: Merged;
  outcomes: Outcome[];
}

export async function get<Key extends keyof Local>(key: Key): Promise<Local[Key] | undefined> {
  return (await chrome.storage.local.get<Partial<Local>>(key))[key];
}

export async function set(values: Partial<Local>): Promise<void> {
  await chrome.storage.local.set(values);
}

export async function remove(...keys: (keyof Local)[]): Promise<void> {
  await chrome.storage.local.remove(keys);
}

let changing: Promise<unknown> = Promise.resolve();

/** Reads, changes and writes one value; changes wait for each other, so that none is lost. */
export function change<Key extends keyof Local>(key: Key, by: (old: Local[Key] | undefined) => Local[Key]): Promise<void> {
  const next = changing.then(async () => set({ [key]: by(await get(key)) }));
  changing = next.catch(() => undefined);
  return next;
}

export function dismiss(rule: string): Promise<void> {
  return change("dismissed", (rules = []) => (rules.includes(rule) ? rules : [...rules, rule]));
}

/** Today where the user is, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
