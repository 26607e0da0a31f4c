/** What the frames of each tab last told: the badge, and the popup's view of the page. Kept for the session only. */

export interface PageState {
  state: "none" | "checking" | "clear" | "review" | "held" | "not-checking";
  reason: string | null;
  engine: "local" | "remote" | null;
  findings: number;
  composers: number;
  site: string | null;
}

const GRAVITY: readonly PageState["state"][] = ["none", "clear", "checking", "not-checking", "review", "held"];

/** Frames that told anything, by tab; read back from the session store after a restart. */
let frames: Map<number, Map<number, PageState>> | null = null;

export async function told(message: PageState, sender: chrome.runtime.MessageSender): Promise<void> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return;
  const all = await known();
  const ofTab = all.get(tab.id) ?? new Map<number, PageState>();
  const { state, reason, engine, findings, composers, site } = message;
  ofTab.set(frameId, { state, reason, engine, findings, composers, site });
  all.set(tab.id, ofTab);
  await Promise.all([save(all), badge(tab.id, sum(ofTab))]);
}

export async function forget(tab: number): Promise<void> {
  const all = await known();
  if (all.delete(tab)) await save(all);
}

/** The page's state as its frames tell it now; null where none of our scripts runs. */
export async function ask(tab: number): Promise<PageState | null> {
  const all = await known();
  const ids = new Set([0, ...(all.get(tab)?.keys() ?? [])]);
  const answers = new Map<number, PageState>();
  await Promise.all([...ids].map(async (frameId) => {
    const answer: unknown = await chrome.tabs.sendMessage(tab, { type: "state-wanted" }, { frameId }).catch(() => undefined);
    if (answer !== undefined && answer !== null) answers.set(frameId, answer as PageState);
  }));
  all.set(tab, answers);
  await save(all);
  return answers.size === 0 ? null : sum(answers);
}

function sum(ofTab: ReadonlyMap<number, PageState>): PageState {
  const total: PageState = { state: "none", reason: null, engine: null, findings: 0, composers: 0, site: null };
  for (const frame of ofTab.values()) {
    total.findings += frame.findings;
    total.composers += frame.composers;
    total.engine ??= frame.engine;
    total.site ??= frame.site;
    if (GRAVITY.indexOf(frame.state) > GRAVITY.indexOf(total.state)) {
      total.state = frame.state;
      total.reason = frame.reason;
    }
  }
  return total;
}

async function badge(tabId: number, { findings, state }: PageState): Promise<void> {
  // The tab may be gone by now.
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text: findings === 0 ? "" : String(findings) }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: state === "held" ? "#b42318" : "#8a5200" }),
    chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
  ]).catch(() => undefined);
}

type Saved = [number, [number, PageState][]][];

async function known(): Promise<Map<number, Map<number, PageState>>> {
  if (frames === null) {
    const { pages = [] } = await chrome.storage.session.get<{ pages?: Saved }>("pages");
    frames ??= new Map(pages.map(([tab, states]) => [tab, new Map(states)]));
  }
  return frames;
}

async function save(all: Map<number, Map<number, PageState>>): Promise<void> {
  const pages: Saved = [...all].map(([tab, states]) => [tab, [...states]]);
  await chrome.storage.session.set({ pages });
}
