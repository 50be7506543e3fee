// One cold start in a process of its own: load, compile and read a first article of 10 kB.
// Prints [CPU milliseconds, wall milliseconds]. Usage: node cold.js CONTENDER
import { readFileSync } from 'node:fs';
import { text } from './text.js';

const article = text(10_000, 7);
const start = { cpu: process.cpuUsage(), wall: performance.now() };
switch (process.argv[2]) {
  case 'StanceLens': {
    const { analyze, initSync } = await import('../../www/stance-lens/wasm/stance_lens.js');
    const bytes = readFileSync(new URL('../../www/stance-lens/wasm/stance_lens_bg.wasm', import.meta.url));
    initSync({ module: new WebAssembly.Module(bytes) });
    analyze(article, undefined);
    break;
  }
  case 'wink-nlp': {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ]);
    winkNLP(model).readDoc(article);
    break;
  }
  case 'compromise': {
    const { default: nlp } = await import('compromise');
    nlp(article);
    break;
  }
}
const { user, system } = process.cpuUsage(start.cpu);
console.log(JSON.stringify([(user + system) / 1000, performance.now() - start.wall]));
