// Every measurement that runs in Node; each returns milliseconds of CPU time, of all threads of the process.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as core from '../../www/stance-lens/wasm/stance_lens.js';
import { contenders } from './contenders.js';
import { inTurns, interleaved, median } from './measure.js';
import { text } from './text.js';

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const tasksOn = (input, some) =>
  Object.fromEntries(Object.entries(some).map(([name, run]) => [name, () => run(input)]));

const wasm = readFileSync(new URL('../../www/stance-lens/wasm/stance_lens_bg.wasm', import.meta.url));
core.initSync({ module: new WebAssembly.Module(wasm) });

/** Whole analysis, and words and sentences alone, of 1 MB. */
export async function warm(rounds) {
  const { analysis, division } = await contenders(core);
  const input = text(1_000_000);
  return {
    analysis: await interleaved(tasksOn(input, analysis), rounds, cpu),
    division: await interleaved(tasksOn(input, division), rounds, cpu),
  };
}

/** What ten times the text costs. */
export async function growth(rounds) {
  const one = text(1_000_000);
  const ten = text(10_000_000);
  return interleaved({ one: () => core.analyze(one, undefined), ten: () => core.analyze(ten, undefined) }, rounds, cpu);
}

/** Load, compile and first article, each in a fresh process: CPU and wall time. */
export async function cold(rounds) {
  const script = fileURLToPath(new URL('cold.js', import.meta.url));
  const taken = await inTurns(['StanceLens', 'wink-nlp', 'compromise'], rounds, (name) =>
    JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })),
  );
  const medians = (trials) => [0, 1].map((column) => median(trials.map((times) => times[column])));
  return Object.fromEntries(Object.entries(taken).map(([name, trials]) => [name, medians(trials)]));
}

/** How the time of the native core divides between its rooms, in percent. */
export function rooms(program) {
  const shares = execFileSync(program, { input: text(1_000_000), encoding: 'utf8', maxBuffer: 1 << 20 });
  return JSON.parse(shares);
}
