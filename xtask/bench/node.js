// Every measurement that runs in Node; each returns milliseconds of CPU time, of all threads of the process.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as core from '../../www/stance-lens/wasm/stance_lens.js';
import { contenders } from './contenders.js';
import { interleaved, median, shuffled, turns } from './measure.js';
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
export function cold(rounds) {
  const script = fileURLToPath(new URL('cold.js', import.meta.url));
  const names = ['StanceLens', 'wink-nlp', 'compromise'];
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  const random = turns();
  for (let round = -1; round < rounds; round += 1) {
    for (const name of shuffled(names, random)) {
      const times = JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' }));
      if (round >= 0) taken[name].push(times);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, [0, 1].map((column) => median(taken[name].map((times) => times[column])))]),
  );
}

/** How the time of the native core divides between its rooms, in percent. */
export function rooms(program) {
  const shares = execFileSync(program, { input: text(1_000_000), encoding: 'utf8', maxBuffer: 1 << 20 });
  return JSON.parse(shares);
}
