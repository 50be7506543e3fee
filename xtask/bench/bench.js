// Runs every measurement and writes the table. Usage: node bench.js ROOMS-PROGRAM ADDRESS CHROME|- [--quick]
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inChromium } from './browser.js';
import { cold, growth, rooms, warm } from './node.js';
import { text } from './text.js';

const [program, address, chrome, quick] = process.argv.slice(2);
const rounds = quick ? 1 : 7;
const versionOf = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
const milliseconds = (time) => (time < 10 ? time.toFixed(1) : String(Math.round(time)));
const times = (factor) => `${factor < 10 ? factor.toFixed(1) : Math.round(factor)} ×`;
const say = (what) => console.log(`» ${what}`);

/** One table: what each takes, and how many times the first contender's time that is. */
function table(title, note, measured) {
  const [[, ours]] = Object.entries(measured);
  const rows = Object.entries(measured).map(
    ([name, time]) => `| ${name} | ${milliseconds(time)} | ${times(time / ours)} |`,
  );
  return [`### ${title}`, '', note, '', '| | ms | of StanceLens |', '|---|---:|---:|', ...rows, ''].join('\n');
}

say('Warm runs in Node');
const inNode = await warm(rounds);
say('Growth from 1 MB to 10 MB');
const { one, ten } = await growth(quick ? 1 : 5);
say('Cold starts in Node');
const starts = await cold(quick ? 1 : 15);
say('The rooms of the native core');
const shares = rooms(program);
let page;
if (chrome === '-') {
  say('No Chromium: that part is left out');
} else {
  say('The same in headless Chromium');
  // A browser that runs out of memory must not take the other tables with it.
  page = await inChromium(address, chrome, quick ? 1 : 5).catch((error) => say(`Left out: ${error.message.split('\n')[0]}`));
}

const column = (index) => Object.fromEntries(Object.entries(starts).map(([name, both]) => [name, both[index]]));
const parts = [
  '# Speed beside other libraries',
  '',
  'Written by `cargo xtask bench`; times differ between machines, ratios hardly. The text is made by a seeded',
  `generator (\`xtask/bench/text.js\`): ${(text(1_000_000).length / 1e6).toFixed(2)} MB of English news prose in which no sentence comes twice and`,
  'one word in eight is new. Medians of runs that take turns in one process, in a random order each round.',
  '',
  `wink-nlp ${versionOf('wink-nlp')} with wink-eng-lite-web-model ${versionOf('wink-eng-lite-web-model')}, compromise ${versionOf('compromise')};`,
  `Node ${process.versions.node} (V8 ${process.versions.v8}); ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} threads.`,
  '',
  '## Node, CPU time of all threads',
  '',
  table('Whole analysis of 1 MB', 'Sentences, tokens, parts of speech, phrases, names, and for StanceLens keyphrases, attributions and stance.', inNode.analysis),
  table('Words and sentences of 1 MB', 'No parts of speech.', inNode.division),
  table('Load, compile, first article of 10 kB: CPU time', 'Each in a fresh process.', column(0)),
  table('Load, compile, first article of 10 kB: wall time', 'The same runs.', column(1)),
  '### Ten times the text',
  '',
  `1 MB takes ${milliseconds(one)} ms, 10 MB ${milliseconds(ten)} ms: ${(ten / one).toFixed(1)} × the time.`,
  '',
  '## Where the time goes',
  '',
  'The native core on the same 1 MB, one thread, shortest of nine runs.',
  '',
  '| room | ms | share |',
  '|---|---:|---:|',
  ...shares.map(([name, time, share]) => `| ${name} | ${milliseconds(time)} | ${share.toFixed(0)} % |`),
  '',
];
if (page) {
  parts.push(
    `## Headless Chromium ${page.version}, wall time`,
    '',
    table('Whole analysis of 1 MB', 'As above.', page.analysis),
    table('Words and sentences of 1 MB', 'As above.', page.division),
    table('Load, compile, first article of 10 kB', 'Each in a fresh page of the same browser.', page.cold),
    table(
      'Highlights on an article of 10 kB',
      'From an article on the page to its highlights on the screen, everything being loaded: the element of the package, in its worker, and nouns by wink-nlp in the page itself. A frame, 17 ms, is the least that can be measured.',
      page.paint.loaded,
    ),
    table('The same from nothing', 'Modules, worker and WebAssembly, or the model, are loaded first.', page.paint.cold),
  );
}
const report = parts.join('\n').trimEnd();
console.log(`\n${report}\n`);
if (!quick) writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), `${report}\n`);
