// The same comparison in headless Chromium, in wall time: a page has no clock for CPU time.
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { inTurns, medians } from './measure.js';
import { WINK, firstPaint } from './paint.js';

const bundle = (source) =>
  buildSync({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  }).outputFiles[0].text;

const MODULES = {
  'all.js': `export { contenders } from './contenders.js'; export { interleaved } from './measure.js'; export { text } from './text.js';`,
  'wink.js': `import winkNLP from 'wink-nlp'; import model from 'wink-eng-lite-web-model'; export const read = (text) => winkNLP(model).readDoc(text);`,
  'compromise.js': `import nlp from 'compromise'; export const read = (text) => nlp(text);`,
  'wink-paint.js': WINK,
  'text.js': `export { text } from './text.js';`,
};

/**
 * @param {string} address of the package
 * @param {string} executablePath of Chrome or Chromium
 * @param {number} rounds
 */
export async function inChromium(address, executablePath, rounds) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ bypassCSP: true });
    for (const [name, source] of Object.entries(MODULES)) {
      const body = bundle(source);
      await context.route(`${address}/bench/${name}`, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
    }
    await context.route(`${address}/bench/`, (route) => route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }));
    const inPage = async (work, argument) => {
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      await page.goto(`${address}/bench/`);
      const result = await page.evaluate(work, argument);
      await page.close();
      return result;
    };
    const warm = await inPage(runWarm, rounds);
    const cold = await inTurns(['StanceLens', 'wink-nlp', 'compromise'], rounds, (name) => inPage(runCold, name));
    const paint = await firstPaint(inPage, rounds);
    const version = browser.version();
    return { version, ...warm, paint, cold: medians(cold) };
  } finally {
    await browser.close();
  }
}

async function runWarm(rounds) {
  const { contenders, interleaved, text } = await import('/bench/all.js');
  const core = await import('/wasm/stance_lens.js');
  await core.default();
  const input = text(1_000_000);
  const tasks = (some) => Object.fromEntries(Object.entries(some).map(([name, run]) => [name, () => run(input)]));
  const { analysis, division } = await contenders(core);
  const clock = () => performance.now();
  return {
    analysis: await interleaved(tasks(analysis), rounds, clock),
    division: await interleaved(tasks(division), rounds, clock),
  };
}

async function runCold(name) {
  const { text } = await import('/bench/text.js');
  const article = text(10_000, 7);
  const start = performance.now();
  if (name === 'StanceLens') {
    const core = await import('/wasm/stance_lens.js');
    await core.default();
    core.analyze(article, undefined);
  } else {
    const { read } = await import(name === 'wink-nlp' ? '/bench/wink.js' : '/bench/compromise.js');
    read(article);
  }
  return performance.now() - start;
}
