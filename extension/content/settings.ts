/** What the user chose, as the background stores it: read when the first composer is focused, then kept current. */

interface Stored {
  /** Sites switched off or on, by origin; absent means the default, on. */
  sites?: Record<string, boolean>;
  /** Rule ids dismissed for good. */
  dismissed?: string[];
}

let stored: Stored = {};
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Resolves when the settings are known; never rejects: without them the defaults hold. */
export function load(): Promise<void> {
  loading ??= read();
  return loading;
}

/** Called after every change of a setting. */
export function onChange(listener: () => void): void {
  listeners.add(listener);
}

export function siteIsOn(): boolean {
  return stored.sites?.[topOrigin()] !== false;
}

export function isDismissed(rule: string): boolean {
  return stored.dismissed?.includes(rule) === true;
}

async function read(): Promise<void> {
  try {
    stored = await chrome.storage.local.get<Stored>(["sites", "dismissed"]);
    chrome.storage.local.onChanged.addListener((changes) => {
      if (changes["sites"] !== undefined) stored.sites = changes["sites"].newValue as Record<string, boolean>;
      if (changes["dismissed"] !== undefined) stored.dismissed = changes["dismissed"].newValue as string[];
      for (const listener of listeners) listener();
    });
  } catch {
    loading = null;
  }
  for (const listener of listeners) listener();
}

/** The switch in the popup is the tab's: a frame of another origin follows the page around it. */
function topOrigin(): string {
  const ancestors = (location as Location & { ancestorOrigins?: DOMStringList }).ancestorOrigins;
  if (ancestors !== undefined && ancestors.length > 0) return ancestors[ancestors.length - 1]!;
  try {
    return window.top?.location.origin ?? location.origin;
  } catch {
    return location.origin;
  }
}
