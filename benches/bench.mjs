// Times one check of a 2.8 KB post, in one process: the wasm engine, the same patterns as JavaScript RegExp, and harper.js.
//
//   node bench.mjs JOB.json
//
// JOB is { glue, wasm, names, everything, rules, rulesX10, patterns: [{ source, flags }] }: paths, and the patterns of the same rules.
// Prints { engine_ms, everything_ms, engine_x10_ms, regexp_ms, harper_ms, texts, patterns }, all medians over different texts.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import { text } from "./texts.mjs";

const WARM_UP = 20;
const MEASURED = 40;
// A check takes less than the clock resolves well: a text is checked this often, and the time divided.
const REPEATS = 25;

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const { initSync, Engine } = await import(pathToFileURL(job.glue).href);
initSync({ module: await readFile(job.wasm) });
const names = await readFile(job.names);
const context = JSON.stringify({ surface: "post", platform: "generic", attachments: [], replyingTo: null, account: null, today: "2026-11-22" });

const engine = new Engine(await readFile(job.rules), names);
const everything = new Engine(await readFile(job.everything), names);
const tenfold = new Engine(await readFile(job.rulesX10), names);
const patterns = job.patterns.map(({ source, flags }) => new RegExp(source, flags));
const harper = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
await harper.setup();

const texts = Array.from({ length: WARM_UP + MEASURED }, (_, number) => text(number));
let kept = 0;
const checkWith = (checker) => (post) => {
  kept += checker.check(post, context).length;
};
const matchAll = (post) => {
  for (const pattern of patterns) for (const match of post.matchAll(pattern)) kept += match.index;
};

// Turns about, text by text: whatever else the machine does then hits all of them alike.
const times = { engine_ms: [], everything_ms: [], engine_x10_ms: [], regexp_ms: [], harper_ms: [] };
for (const [number, post] of texts.entries()) {
  const round = {
    engine_ms: repeated(checkWith(engine), post),
    everything_ms: repeated(checkWith(everything), post),
    engine_x10_ms: repeated(checkWith(tenfold), post),
    regexp_ms: repeated(matchAll, post),
    harper_ms: await once(() => harper.lint(post, { language: "plaintext" })),
  };
  if (number >= WARM_UP) for (const [name, time] of Object.entries(round)) times[name].push(time);
}
if (kept === 0) throw new Error("nothing was found in any text: the measurement would be of nothing");

const result = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
console.log(JSON.stringify({ ...result, texts: MEASURED, patterns: patterns.length }));

function repeated(work, post) {
  const start = performance.now();
  for (let turn = 0; turn < REPEATS; turn++) work(post);
  return (performance.now() - start) / REPEATS;
}

// harper.js keeps what it has seen: every text is shown to it once only.
async function once(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
