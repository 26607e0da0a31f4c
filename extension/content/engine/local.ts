/**
 * The engine inside this page's content script: answers at once. Chromium applies the page's own policy to wasm here,
 * so whether it starts is found out by starting it.
 */

import { Engine, initSync } from "scrubline-engine";
import { bytesOf } from "../bytes";
import { ask } from "../runtime";

export interface EngineParts {
  hash: string;
  wasm: string;
  rules: string;
  lists: string;
}

export class LocalEngine {
  private constructor(private engine: Engine, private hash: string, private readonly lists: Uint8Array) {}

  /** Null where the page refuses. */
  static async start(): Promise<LocalEngine | null> {
    if (!allowsWasm()) return null;
    const parts = await ask<EngineParts>({ type: "engine" });
    try {
      // Compiled off the main thread; only the instance is made on it.
      const module = await WebAssembly.compile(bytesOf(parts.wasm));
      initSync({ module });
    } catch {
      return null;
    }
    const lists = bytesOf(parts.lists);
    return new LocalEngine(new Engine(bytesOf(parts.rules), lists), parts.hash, lists);
  }

  check(text: string, context: string): string {
    return this.engine.check(text, context);
  }

  /** Takes the rules the background has now, if they are others. */
  async update(): Promise<void> {
    const { hash, rules } = await ask<{ hash: string; rules: string }>({ type: "rules" });
    if (hash === this.hash) return;
    const next = new Engine(bytesOf(rules), this.lists);
    this.engine.free();
    this.engine = next;
    this.hash = hash;
  }
}

/** The smallest module there is: spares refused pages the megabyte that would be sent for nothing. */
function allowsWasm(): boolean {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])));
    return true;
  } catch {
    return false;
  }
}
