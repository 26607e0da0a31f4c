// wasm-pack's output for the crate in ../../src; the bundler puts the real file here (see bundle.mjs).
declare module "scrubline-engine" {
  export class Engine {
    constructor(rules: Uint8Array, lists: Uint8Array);
    check(text: string, contextJson: string): string;
    ruleSets(): string;
    free(): void;
  }
  export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
}

// The same for ../../merge, which only the background loads.
declare module "scrubline-merge" {
  export function merge(rules: Uint8Array, lists: Uint8Array, organisationJson: string): Uint8Array;
  export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
}

declare module "*.css" {
  const text: string;
  export default text;
}
