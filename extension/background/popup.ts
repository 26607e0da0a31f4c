/** Everything the popup shows, in one answer. */

import * as pages from "./pages";
import * as rules from "./rules";
import * as sites from "./sites";
import * as store from "./store";

export async function popupState(tabId: number): Promise<object> {
  const tab = await chrome.tabs.get(tabId).catch(() => undefined);
  const url = addressOf(tab?.url);
  const origin = url?.origin ?? "";
  const [engine, organisation, page, on] = await Promise.all([
    rules.engine(),
    store.get("organisation"),
    pages.ask(tabId),
    origin === "" ? false : sites.isOn(origin),
  ]);
  return {
    origin,
    host: url?.host ?? "",
    supported: origin === "" ? "none" : sites.isBuiltIn(origin) ? "built-in" : "generic",
    on,
    page: on ? page : null,
    ruleSets: JSON.parse(engine.ruleSets()) as unknown,
    organisation: organisation === undefined ? null : { title: organisation.title, file: organisation.file, since: organisation.since },
    version: chrome.runtime.getManifest().version,
  };
}

/** Only pages with an https address can be checked. */
function addressOf(url: string | undefined): URL | null {
  if (url === undefined) return null;
  const parsed = URL.parse(url);
  return parsed?.protocol === "https:" ? parsed : null;
}
