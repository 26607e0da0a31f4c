/**
 * The same engine in the extension's background, over a port. The background stops after 30 s without work and the
 * port goes with it: nothing is kept there, and the next question connects anew.
 */

import { alive } from "../runtime";

type Answer = { id: number; report: string } | { id: number; error: string };
interface Waiting {
  resolve: (report: string) => void;
  reject: (error: Error) => void;
  message: object;
  retried: boolean;
}

export class RemoteEngine {
  private port: chrome.runtime.Port | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** Wakes the background, so that the first question need not. */
  warm(): void {
    if (!alive()) return;
    this.connected().postMessage({ id: ++this.lastId, warm: true });
  }

  check(text: string, context: string): Promise<string> {
    if (!alive()) return Promise.reject(new Error("the extension was updated"));
    const id = ++this.lastId;
    const message = { id, text, context };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, message, retried: false });
      this.connected().postMessage(message);
    });
  }

  private connected(): chrome.runtime.Port {
    if (this.port !== null) return this.port;
    const port = chrome.runtime.connect({ name: "check" });
    port.onMessage.addListener((answer: Answer) => this.answered(answer));
    port.onDisconnect.addListener(() => {
      // Read, so that Chrome does not report an unchecked error.
      void chrome.runtime.lastError;
      if (this.port === port) this.port = null;
      this.askAgain();
    });
    this.port = port;
    return port;
  }

  private answered(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if (waiting === undefined) return;
    this.waiting.delete(answer.id);
    if ("report" in answer) waiting.resolve(answer.report);
    else waiting.reject(new Error(answer.error));
  }

  /** The background stopped with questions open: each is asked once more, of a fresh one. */
  private askAgain(): void {
    for (const [id, waiting] of this.waiting) {
      if (waiting.retried || !alive()) {
        this.waiting.delete(id);
        waiting.reject(new Error("the background stopped"));
      } else {
        waiting.retried = true;
        this.connected().postMessage(waiting.message);
      }
    }
  }
}
