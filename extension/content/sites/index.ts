/** Which entry describes a composer. The editor's engine is known before; this only adds what the site knows. */

import { facebook } from "./facebook";
import { generic } from "./generic";
import { linkedin } from "./linkedin";
import { mastodon } from "./mastodon";
import type { ComposerEntry, SiteEntry } from "./types";
import { x } from "./x";

/** From the particular to the general: fields a site's own entry does not know still get checked. */
const SITES: readonly SiteEntry[] = [x, linkedin, facebook, mastodon, generic];

export interface Found {
  site: SiteEntry;
  entry: ComposerEntry;
}

export function entryFor(editor: HTMLElement): Found | null {
  for (const site of SITES) {
    if (!site.hosts.includes("*") && !site.hosts.includes(location.hostname)) continue;
    const entry = site.composers.find((candidate) => candidate.matches(editor));
    if (entry !== undefined) return { site, entry };
  }
  return null;
}

/** For the popup: the site's own entry, whether or not a composer was found. */
export function siteHere(): SiteEntry {
  const composers = document.querySelector("form.compose-form") !== null;
  return SITES.find((site) => site.hosts.includes(location.hostname)) ?? (composers ? mastodon : generic);
}
