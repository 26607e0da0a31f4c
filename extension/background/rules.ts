/** The engine's parts, from the package, and the rules in force: the bundled ones, with the organisation's on top. */

import { Engine, initSync } from "scrubline-engine";
import { initSync as initMerge, merge } from "scrubline-merge";
import { base64Of, bytesOf } from "../content/bytes";
import type { EngineParts } from "../content/engine/local";
import * as store from "./store";

export interface ActiveRules {
  hash: string;
  /** base64 */
  rules: string;
}

/** Everything a content script needs to run the engine itself. */
export async function parts(): Promise<EngineParts> {
  const [wasm, lists, { hash, rules }] = await Promise.all([wasmText(), listsText(), active()]);
  return { hash, wasm, rules, lists };
}

/** The rules in force and their hash. */
export function active(): Promise<ActiveRules> {
  current ??= find().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** The engine with the rules in force; made on first use. */
export function engine(): Promise<Engine> {
  running ??= make().catch((error: unknown) => {
    running = null;
    throw error;
  });
  return running;
}

/** The organisation's rule set on top of the bundled ones; throws the list of its problems. */
export async function mergedWith(json: string): Promise<store.Merged> {
  const [bytes, names] = await Promise.all([bundled(), lists(), mergeReady()]);
  const rules = new Uint8Array(merge(bytes, names, json));
  return { from: await hashOf(bytes), hash: await hashOf(rules), rules: base64Of(rules) };
}

/** Forgets what was made from the old rules. */
export function changed(): void {
  current = null;
  void running?.then((old) => old.free(), () => undefined);
  running = null;
}

/** The engine's code, ready to be called. */
const ready = once(async () => initSync({ module: await compiled("scrubline_engine_bg.wasm") }));
/** What merges rule sets, which hardly a start of the background needs. */
const mergeReady = once(async () => initMerge({ module: await compiled("scrubline_merge_bg.wasm") }));

const bundled = once(() => packaged("rules.bin"));
const lists = once(() => packaged("names.bin"));

const wasmText = once(async () => base64Of(await packaged("scrubline_engine_bg.wasm")));
const listsText = once(async () => base64Of(await lists()));

let current: Promise<ActiveRules> | null = null;
let running: Promise<Engine> | null = null;

async function find(): Promise<ActiveRules> {
  const bytes = await bundled();
  const from = await hashOf(bytes);
  const own = await store.get("organisation");
  if (own === undefined) return { hash: from, rules: base64Of(bytes) };
  const known = await store.get("merged");
  if (known?.from === from) return { hash: known.hash, rules: known.rules };
  // A new version of the extension brought other bundled rules.
  const merged = await mergedWith(own.json);
  await store.set({ merged });
  return { hash: merged.hash, rules: merged.rules };
}

async function make(): Promise<Engine> {
  await ready();
  const [{ rules }, names] = await Promise.all([active(), lists()]);
  return new Engine(bytesOf(rules), names);
}

async function compiled(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await packaged(name));
}

async function packaged(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(chrome.runtime.getURL(name));
  return new Uint8Array(await response.arrayBuffer());
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
