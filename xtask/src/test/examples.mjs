// Runs rule examples in the wasm that ships, and prints as libtest does: one test a rule.
//
//   node examples.mjs JOB.json
//
// JOB is { glue, wasm, names, sets: [{ id, tests: [{ rule, cases: [{ rules: PATH, text, context, flags, report }] }] }] }.
// A rule passes if each text yields a finding of it exactly when `flags` says so, and if every report is, byte for
// byte, the one that the same engine gave natively.
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
  for (const { rule, cases } of set.tests) {
    const problems = [];
    for (const example of cases) problems.push(...judge(await engineOf(example.rules), rule, example));
    for (const problem of problems) console.log(problem);
    console.log(`test wasm::${set.id}::${rule} ... ${problems.length ? "FAILED" : "ok"}`);
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

function judge(engine, rule, { text, context, flags, report }) {
  const shown = JSON.stringify(text);
  let answer;
  try {
    answer = engine.check(text, context);
  } catch (error) {
    return [`${rule}: the engine failed on ${shown}: ${error}`];
  }
  const problems = [];
  if (JSON.parse(answer).findings.some((finding) => finding.rule === rule) !== flags) {
    problems.push(`${rule}: ${flags ? "does not find" : "finds something in"} ${shown}`);
  }
  if (answer !== report) problems.push(`${rule}: reports otherwise than the native engine on ${shown}`);
  return problems;
}
