// Bundles the two scripts of the extension, each into ONE classic file: service workers and content scripts take no
// dynamic import, and reviewers read one file per place it runs.
//
//   node bundle.mjs --engine PATH/scrubline_engine.js --merge PATH/scrubline_merge.js --out DIR
import { build } from "esbuild";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { engine: { type: "string" }, merge: { type: "string" }, out: { type: "string" } } });
if (!values.engine || !values.merge || !values.out) {
  console.error("usage: node bundle.mjs --engine PATH/scrubline_engine.js --merge PATH/scrubline_merge.js --out DIR");
  process.exit(2);
}

await build({
  absWorkingDir: here,
  entryPoints: { content: "content/main.ts", background: "background/main.ts" },
  outdir: resolve(values.out),
  bundle: true,
  format: "iife",
  platform: "browser",
  target: ["chrome137", "firefox140"],
  charset: "utf8",
  minify: true,
  legalComments: "none",
  alias: { "scrubline-engine": resolve(values.engine), "scrubline-merge": resolve(values.merge) },
  // The glue's default loader would fetch beside the page; we hand over the bytes ourselves.
  define: { "import.meta.url": '""' },
  loader: { ".css": "text" },
  logLevel: "warning",
});
