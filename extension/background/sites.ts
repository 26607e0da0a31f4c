/** Which sites are on. Those of the manifest work from the start; others once the user switched them on and granted them. */

import * as store from "./store";

type Answer = { ok: true } | { ok: false; problems: string[] };

/** Switches checking on or off for an origin. */
export async function set(origin: string, on: boolean): Promise<Answer> {
  if (!/^https:\/\/[^/]+$/.test(origin)) return { ok: false, problems: ["Only sites with an https address can be checked."] };
  if (on && !(await isGranted(origin))) return { ok: false, problems: ["The browser has not granted this site."] };
  await store.change("sites", (sites = {}) => ({ ...sites, [origin]: on }));
  if (on) await start([`${origin}/*`]);
  return { ok: true };
}

/** Whether a site is checked: not switched off, and still granted. */
export async function isOn(origin: string): Promise<boolean> {
  const sites = await store.get("sites");
  return sites?.[origin] !== false && (await isGranted(origin));
}

/** Whether the manifest names the site. */
export function isBuiltIn(origin: string): boolean {
  return builtIn().includes(`${origin}/*`);
}

/** Granting may close the popup before it can say what for: a granted site is a site to check. */
export async function granted(patterns: readonly string[]): Promise<void> {
  const origins = patterns.filter((pattern) => /^https:\/\/[^*/]+\/\*$/.test(pattern)).map((pattern) => pattern.slice(0, -2));
  await store.change("sites", (sites = {}) => ({ ...sites, ...Object.fromEntries(origins.map((origin) => [origin, true])) }));
  await start(patterns);
}

/** Taken back in the browser's own settings. */
export async function revoked(patterns: readonly string[]): Promise<void> {
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [...patterns] });
  const ids = registered.map((script) => script.id);
  if (ids.length > 0) await chrome.scripting.unregisterContentScripts({ ids });
  const others = patterns.map((pattern) => pattern.slice(0, -2)).filter((origin) => !isBuiltIn(origin));
  // Pages that are open still have the script: the switch reaches them.
  await store.change("sites", (sites = {}) => ({ ...sites, ...Object.fromEntries(others.map((origin) => [origin, false])) }));
}

/** Browsers forget registered scripts when the extension is updated. */
export async function registerGranted(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  await register(origins);
}

async function start(patterns: readonly string[]): Promise<void> {
  await register(patterns);
  const tabs = await chrome.tabs.query({ url: [...patterns] });
  // Pages that are open already; those that have the script do not start a second one.
  await Promise.all(tabs.map(async (tab) => {
    if (tab.id === undefined) return;
    await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ["content.js"] }).catch(() => undefined);
  }));
}

async function register(patterns: readonly string[]): Promise<void> {
  const known = new Set((await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id));
  const wanted = patterns.filter((pattern) => !builtIn().includes(pattern) && !known.has(pattern));
  if (wanted.length === 0) return;
  await chrome.scripting.registerContentScripts(wanted.map((pattern) => ({
    id: pattern, matches: [pattern], js: ["content.js"], runAt: "document_start", allFrames: true, matchOriginAsFallback: true,
  })));
}

async function isGranted(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${origin}/*`] });
}

function builtIn(): string[] {
  return chrome.runtime.getManifest().host_permissions ?? [];
}
