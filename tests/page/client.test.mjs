/** The analyser as a developer uses it: in a worker, in the page's own thread, and in Node. */

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { withPage } from './lens.mjs';

/**
 * Runs a scenario in the page with a fresh analyser.
 *
 * @param {string} name
 * @param {object} [options]
 */
async function inPage(name, options = {}) {
  let answer;
  await withPage({ prepare: (page) => page.addInitScript(scenarios) }, async (page) => {
    answer = await page.evaluate(async ([scenario, given]) => {
      const { createAnalyzer, StanceLensError } = await import('/stance-lens/client.js');
      const analyzer = createAnalyzer(given);
      try {
        return await globalThis.scenarios[scenario](analyzer, StanceLensError);
      } finally {
        analyzer.dispose();
      }
    }, [name, options]);
  });
  return answer;
}

/** Scenarios are put in before the page, whose policy lets no text be run later. */
const scenarios = `globalThis.scenarios = {
  async calls(analyzer) {
    const [first, second] = await Promise.all([analyzer.analyze('You must go.'), analyzer.analyze({ text: '{"not": "json"}' })]);
    const post = { title: 'Bridge', content: '<p>You must go.</p>' };
    const [text, parsed] = await Promise.all([JSON.stringify(post), post].map((json) => analyzer.analyze({ json, html: null })));
    return { text: first.text, demand: first.stances[0].tag, second: second.text, parsed: parsed.article.title === 'Bridge' && parsed.text === text.text, version: await analyzer.version(), rule: (await analyzer.rules())[first.stances[0].rule] };
  },
  async errors(analyzer, StanceLensError) {
    const codes = [];
    for (const [source, options] of [['x', { colour: 'red' }], [{ json: '{' }, {}], ['x'.repeat(2000), { maxBytes: 1000 }], [7, {}], [null, {}], [{}, {}], [{ text: 7 }, {}], [{ text: 'x', html: '<p>x' }, {}]]) {
      await analyzer.analyze(source, options).catch((error) => codes.push(error instanceof StanceLensError && error.name === 'StanceLensError' && error.message.endsWith('.') ? error.code : String(error)));
    }
    return { codes, after: (await analyzer.analyze('Still here.')).text };
  },
  async misused(analyzer, StanceLensError) {
    const circular = {};
    circular.text = circular;
    const said = [];
    const calls = [
      ['articles', [{ text: 'x' }]], ['articles', { json: '[]' }], ['articles', '[]', { most: 1 }], ['articles', '[]', 5],
      ['damage', 5], ['damage', null], ['damage', 'x', { foo: 1 }], ...[0, -3, 1.5, 'x', NaN, Infinity].map((most) => ['damage', 'x', { most }]),
      ['rules', {}], ['rules', 5], ['rules', { text: '{}' }],
      ['analyze', { json: circular }], ['analyze', { text: () => 1 }], ['analyze', () => 1], ['analyze'], ['analyze', 'x', 'en'], ['analyze', 'x', true], ['analyze', 'x', { maxBytes: 0 }],
      ['analyze', 'x', { maxBytes: -1 }], ['analyze', 'x', { signal: {} }], ['explain', 'x', { onProgress: 5 }], ['explain', { json: '{}', text: 'x' }],
    ];
    for (const [call, ...given] of calls) {
      const ended = await analyzer[call](...given).then(() => 'answered', (error) => (error instanceof StanceLensError && /^[^.]+(?:\\.$|\\. )/u.test(error.message) ? error.code : String(error)));
      said.push(call + ' ' + ended);
    }
    const fine = [await analyzer.analyze('x', null), await analyzer.damage('a\uFFFDb', { most: 1e12, signal: null }), await analyzer.damage('x', null), await analyzer.articles('[]', undefined), await analyzer.rules(null)].length;
    return { said, fine };
  },
  async thrown(analyzer) {
    const said = [];
    for (const wanted of ['loading', 'analysing', 'receiving']) {
      const onProgress = ({ phase }) => {
        if (phase === wanted) throw new Error(phase);
      };
      said.push(await analyzer.analyze({ text: 'You must go. '.repeat(wanted === 'receiving' ? 9000 : 1) }, { onProgress }).catch(({ message }) => message));
    }
    const unsent = await analyzer.analyze('x', { tokens: () => 1 }).catch(({ name }) => name);
    const control = new AbortController();
    const aborted = analyzer.analyze('x', { signal: control.signal, onProgress: ({ phase }) => phase === 'analysing' && control.abort() }).catch(({ name }) => name);
    return [...said, unsent, await aborted, (await analyzer.analyze('Still here.')).text];
  },
  async formats(analyzer) {
    const marked = '---\\ntitle: Bridge\\n---\\n\\nYou must go.';
    const { article } = await analyzer.analyze({ text: marked }, { format: 'markdown' });
    const fitting = [[{ text: 'You.' }, 'text'], [{ html: '<p>You must go, he said on Monday.' }, 'html'], [{ json: '{"text": "You."}' }, 'json'], [{ text: 'You.' }, undefined]];
    const others = [[{ text: '<p>x' }, 'html'], [{ text: 'x' }, 'auto'], [{ html: '<p>x' }, 'text'], [{ json: '{"text": "You."}' }, 'markdown']];
    const codes = [...fitting, ...others].map(([source, format]) => analyzer.analyze(source, { format }).then(() => 'read', ({ code, message }) => (message.endsWith('.') ? code : message)));
    return [article.title, ...(await Promise.all(codes))];
  },
  async cancel(analyzer) {
    const long = 'The council must act now, the mayor said. '.repeat(200_000);
    const control = new AbortController();
    const first = analyzer.analyze(long, { signal: control.signal, onProgress: ({ phase }) => phase === 'analysing' && setTimeout(() => control.abort()) });
    const waiting = analyzer.analyze('You must wait.');
    const early = AbortSignal.abort();
    return { first: await first.catch(({ name }) => name), waiting: (await waiting).text, early: await analyzer.analyze('x', { signal: early }).catch(({ name }) => name) };
  },
  async dispose(analyzer) {
    const call = analyzer.analyze('You must go.');
    analyzer.dispose();
    return [await call.catch(({ code }) => code), await analyzer.analyze('x').catch(({ code }) => code)];
  },
  async parts(analyzer) {
    const text = 'You must go. '.repeat(30_000);
    const phases = new Set();
    const analysis = await analyzer.analyze({ text }, { tokens: true, onProgress: ({ phase }) => phases.add(phase) });
    const ascending = (list) => list.every((entry, i) => i === 0 || list[i - 1][0] <= entry[0]);
    return { whole: analysis.text === text, sentences: analysis.sentences.length, ascending: ascending(analysis.sentences) && ascending(analysis.tokens), receiving: phases.has('receiving') };
  },
};`;

for (const [name, options] of [['in a worker', {}], ["in the page's own thread", { worker: false }]]) {
  test(`calls are answered, ${name}`, async () => {
    const { text, demand, second, parsed, version, rule } = await inPage('calls', options);
    assert.deepEqual([text, demand, second, parsed], ['You must go.', 'demand', '{"not": "json"}', true]);
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.ok(rule.reason.length > 10 && rule.source.length > 3);
  });

  test(`errors carry their codes and do no harm, ${name}`, async () => {
    assert.deepEqual(await inPage('errors', options), { codes: ['unknown-option', 'malformed-json', 'too-large', ...Array(5).fill('unsupported-format')], after: 'Still here.' });
  });

  test(`what is asked for in a wrong way is refused in one sentence, ${name}`, async () => {
    const { said, fine } = await inPage('misused', options);
    const wrong = (call, ...codes) => codes.map((code) => `${call} ${code}`);
    const [format, option] = ['unsupported-format', 'unknown-option'];
    assert.deepEqual(said, [
      ...wrong('articles', format, format, option, option), ...wrong('damage', format, format, ...Array(7).fill(option)), ...wrong('rules', option, option, option),
      ...wrong('analyze', ...Array(4).fill(format), ...Array(5).fill(option)), ...wrong('explain', option, format),
    ]);
    assert.equal(fine, 5);
  });

  test(`an option of the analyser that there is not is refused, ${name}`, async () => {
    await assert.rejects(inPage('calls', { ...options, wasmurl: '/x.wasm' }), /StanceLensError: `wasmurl` is not an option; the options are workerUrl, /u);
  });

  test(`what a call throws, or cannot send, ends that call and no other, ${name}`, async () => {
    const unsent = options.worker === false ? 'StanceLensError' : 'DataCloneError';
    assert.deepEqual(await inPage('thrown', options), ['loading', 'analysing', 'receiving', unsent, 'AbortError', 'Still here.']);
  });

  test(`a format beside a source that says its own has to fit, ${name}`, async () => {
    assert.deepEqual(await inPage('formats', options), ['Bridge', ...Array(4).fill('read'), ...Array(4).fill('unsupported-format')]);
  });

  test(`long lists arrive whole, ${name}`, async () => {
    assert.deepEqual(await inPage('parts', options), { whole: true, sentences: 30_000, ascending: true, receiving: true });
  });
}

test('cancelling rejects the call, and those that wait go on', async () => {
  assert.deepEqual(await inPage('cancel', {}), { first: 'AbortError', waiting: 'You must wait.', early: 'AbortError' });
});

test('what was disposed of says so', async () => {
  assert.deepEqual(await inPage('dispose', {}), ['disposed', 'disposed']);
});

for (const worker of [true, false]) {
  test(`a trap rejects one call, and the next works on a fresh instance, ${worker ? 'in a worker' : "in the page's own thread"}`, () => withPage({
    path: '/?trap',
    prepare: (page) => page.context().route('**/wasm/stance_lens.js', async (route) => {
      const response = await route.fetch();
      // A core that traps on one text, as a bug would make it.
      const body = (await response.text()).replace('function analyze(content, options) {', "function analyze(content, options) {\n if (content === 'trap') throw new WebAssembly.RuntimeError('unreachable');");
      assert.ok(body.includes("'trap'"));
      await route.fulfill({ response, body });
    }),
  }, async (page) => {
    const answers = await page.evaluate(async (wanted) => {
      const { createAnalyzer } = await import('/stance-lens/client.js');
      const analyzer = createAnalyzer({ worker: wanted });
      const calls = ['You must go.', 'trap', 'You must stay.'].map((text) => analyzer.analyze(text).then((analysis) => analysis.text, ({ name }) => name));
      return Promise.all(calls);
    }, worker);
    assert.deepEqual(answers, ['You must go.', 'RuntimeError', 'You must stay.']);
  }));
}

test('a worker of another protocol is refused', () =>
  withPage({
    prepare: (page) => page.context().route('**/stance-lens/worker.js', (route) => route.fulfill({
      contentType: 'text/javascript',
      headers: { 'content-security-policy': "default-src 'none'" },
      body: "addEventListener('message', () => postMessage({ type: 'ready', protocol: 0, version: '0' }));",
    })),
  }, async (page) => {
    const message = await page.evaluate(async () => {
      const { createAnalyzer } = await import('/stance-lens/client.js');
      return createAnalyzer().analyze('x').catch((error) => error.message);
    });
    assert.match(message, /protocol 0/);
  }));

for (const [what, given, status] of [['there is no worker', {}, 404], ['the address of the worker is wrong', { workerUrl: '/nowhere.js' }, 0]]) {
  test(`where ${what}, the page's own thread does the work`, () =>
    withPage({ allow: /Failed to load|status of 404/u, prepare: (page) => page.context().route('**/stance-lens/worker.js', (route) => (status ? route.fulfill({ status, body: '' }) : route.continue())) }, async (page) => {
      const tags = await page.evaluate(async (options) => {
        const { createAnalyzer } = await import('/stance-lens/client.js');
        return (await createAnalyzer(options).analyze('You must go.')).stances.map(({ tag }) => tag);
      }, given);
      assert.deepEqual(tags, ['demand']);
    }));
}

for (const [what, policy] of [['no worker', "worker-src 'none'; script-src 'self' 'wasm-unsafe-eval'"], ['no Trusted Types of ours', "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types other"]]) {
  test(`under a policy that allows ${what}, the page's own thread does the work`, () =>
    withPage({
      allow: /Content Security Policy|Trusted ?Type|TrustedScriptURL/u,
      path: '/policy.html',
      prepare: (page) => page.route('**/policy.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: '<!doctype html><script type="module" src="/stance-lens/define.js"></script><link rel="icon" href="data:,"><stance-lens></stance-lens>' })),
    }, async (page) => {
      const text = await page.evaluate(() => customElements.whenDefined('stance-lens').then(() => document.querySelector('stance-lens').analyze('You must go.')).then((analysis) => analysis?.text));
      assert.equal(text, 'You must go.');
      await page.evaluate(() => (globalThis.violations = []));
    }));
}

test('where neither a worker nor this thread can do it, the error says what is needed', () =>
  withPage({ allow: /Failed to load|status of 404/u }, async (page) => {
    const said = await page.evaluate(async () => {
      const { createAnalyzer } = await import('/stance-lens/client.js');
      return createAnalyzer({ workerUrl: '/nowhere.js', wasmUrl: '/nowhere.wasm' }).analyze('You must go.').catch(({ message }) => message);
    });
    assert.match(said, /nowhere\.js is no worker here.+worker-src.+nowhere\.wasm answered 404\.$/u);
  }));

test('Node reads articles too, one analyser after another', async () => {
  const { createAnalyzer } = await import('../../www/stance-lens/node.js');
  const before = createAnalyzer();
  await before.analyze('You must go.');
  before.dispose();
  const analyzer = createAnalyzer();
  const { stances } = await analyzer.analyze('You must go.');
  assert.equal(stances[0].tag, 'demand');
  await assert.rejects(analyzer.analyze('x', { colour: 'red' }), { name: 'StanceLensError', code: 'unknown-option' });
  await assert.rejects(analyzer.analyze('x', { language: 'english' }), { code: 'unknown-option', message: /such as `en`/ });
  const { language, stances: [same] } = await analyzer.analyze('You must go.', { language: 'eng' });
  assert.deepEqual([language, same.tag], ['en', 'demand']);
  analyzer.dispose();
});

for (const [what, policy, said] of [
  ['lets no WebAssembly be compiled', "script-src 'self'", /needs 'wasm-unsafe-eval' in script-src, and not 'unsafe-eval'\.$/u],
  ['lets nothing be fetched', "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", /stance_lens_bg\.wasm cannot be had, .+connect-src/u],
]) {
  test(`under a policy that ${what}, the error says what is needed`, () =>
    withPage({
      allow: /Content Security Policy|Failed to load|Refused|Fetch API/u,
      path: '/policy.html',
      prepare: (page) => page.route('**/policy.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: '<!doctype html><link rel="icon" href="data:,">' })),
    }, async (page) => {
      const message = await page.evaluate(async () => {
        const { createAnalyzer } = await import('/stance-lens/client.js');
        return createAnalyzer({ worker: false }).analyze('You must go.').catch((error) => error.message);
      });
      assert.match(message, said);
      await page.evaluate(() => (globalThis.violations = []));
    }));
}

test('one signal may serve any number of calls, and is left as it was', async () => {
  const { createAnalyzer } = await import('../../www/stance-lens/node.js');
  const analyzer = createAnalyzer();
  const { signal } = new AbortController();
  for (const text of ['You must go.', 'You must stay.']) await analyzer.analyze(text, { signal });
  await assert.rejects(analyzer.analyze('x', { signal, colour: 'red' }));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  analyzer.dispose();
});

test('in Node a file that cannot be read is no error of ours, and is looked for again', async () => {
  const { StanceLensError, createAnalyzer } = await import('../../www/stance-lens/node.js?apart');
  const folder = await mkdtemp(join(tmpdir(), 'lens-'));
  try {
    const wasmUrl = pathToFileURL(join(folder, 'stance_lens_bg.wasm'));
    // What one analyser has loaded serves all: so this reads HTML, whose module lies beside the core.
    const analyzer = createAnalyzer({ wasmUrl });
    const read = () => analyzer.analyze({ html: '<p>You must go, the mayor said.' });
    await assert.rejects(read, (error) => !(error instanceof StanceLensError) && error.code === 'ENOENT');
    for (const name of ['stance_lens_bg.wasm', 'stance_lens_html_bg.wasm']) await copyFile(new URL(`../../www/stance-lens/wasm/${name}`, import.meta.url), join(folder, name));
    assert.equal((await read()).stances[0].tag, 'demand');
  } finally {
    await rm(folder, { recursive: true });
  }
});
