/** The types that developers read say what the core answers: no field more, and none less. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { createAnalyzer } from '../../www/stance-lens/node.js';

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('an analysis fits its types exactly', async () => {
  const analyzer = createAnalyzer();
  const analysis = await analyzer.analyze(readFileSync(here('www/samples/harbour.txt'), 'utf8'), { tokens: true });
  const rules = await analyzer.rules();
  analyzer.dispose();
  for (const list of [analysis.tokens, analysis.keyphrases, analysis.speakers, analysis.attributions, analysis.stances]) assert.ok(list.length > 0);
  const some = Object.fromEntries(Object.entries(rules).slice(0, 3));
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    // A fresh literal may neither lack a field of its type nor have one more.
    const file = join(folder, 'contract.ts');
    writeFileSync(file, `import type { Analysis, Rules } from ${JSON.stringify(here('www/stance-lens/contract.d.ts'))};
export const analysis: Analysis = ${JSON.stringify(analysis)};
export const rules: Rules = ${JSON.stringify(some)};
`);
    const { status, stdout } = spawnSync(process.execPath, [here('node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--ignoreConfig', '--allowImportingTsExtensions', '--types', '', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
