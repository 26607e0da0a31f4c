/** The engine for pages that refuse wasm, and for long posts: text in, the engine's very string out, nothing kept. */

import * as rules from "./rules";

type Question = { id: number; warm: true } | { id: number; text: string; context: string };

export function serve(port: chrome.runtime.Port): void {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  port.onMessage.addListener((question: Question) => {
    void answer(question).then((reply) => {
      if (open && reply !== null) port.postMessage(reply);
    });
  });
}

async function answer(question: Question): Promise<object | null> {
  const { id } = question;
  try {
    const engine = await rules.engine();
    return "warm" in question ? null : { id, report: engine.check(question.text, question.context) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
