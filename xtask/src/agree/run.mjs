// Checks posts in the wasm that ships, and prints as libtest does: one line a test.
//
//   node run.mjs JOB.json
//
// JOB is { glue, wasm, names, sets: [{ id, tests: [{ name, cases: [{ rules: PATH, name, text, context, expected, report }] }] }] }.
// A test passes if every report is, byte for byte, the one that the same engine gave natively, and if, where
// `expected` is [RULE, FLAGS], the text yields a finding of that rule exactly when FLAGS says so. A case with a name
// of its own is never quoted.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const { initSync, Engine } = await import(pathToFileURL(job.glue).href);
initSync({ module: await readFile(job.wasm) });
const names = await readFile(job.names);

const engines = new Map();
let passed = 0;
let failed = 0;
for (const set of job.sets) {
  for (const { name, cases } of set.tests) {
    const problems = [];
    for (const one of cases) problems.push(...judge(await engineOf(one.rules), one));
    for (const problem of problems) console.log(`${name}: ${problem}`);
    console.log(`test wasm::${set.id}::${name} ... ${problems.length ? "FAILED" : "ok"}`);
    if (problems.length) failed += 1;
    else passed += 1;
  }
}
console.log(`test result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed; 0 ignored`);
process.exitCode = failed ? 1 : 0;

async function engineOf(path) {
  if (!engines.has(path)) engines.set(path, new Engine(await readFile(path), names));
  return engines.get(path);
}

function judge(engine, { name, text, context, expected, report }) {
  const shown = name ?? JSON.stringify(text);
  let answer;
  try {
    answer = engine.check(text, context);
  } catch (error) {
    return [`the engine failed on ${shown}: ${error}`];
  }
  const problems = [];
  if (expected) {
    const [rule, flags] = expected;
    if (JSON.parse(answer).findings.some((finding) => finding.rule === rule) !== flags) {
      problems.push(`${flags ? "does not find" : "finds something in"} ${shown}`);
    }
  }
  if (answer !== report) problems.push(`reports otherwise than the native engine on ${shown}`);
  return problems;
}
