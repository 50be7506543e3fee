/**
 * What `import 'stance-lens'` gives: the analyser, without the element.
 *
 * @typedef {import('./client.js').Analyzer} Analyzer
 * @typedef {import('./client.js').AnalyzerOptions} AnalyzerOptions
 * @typedef {import('./client.js').CallOptions} CallOptions
 * @typedef {import('./client.js').Source} Source
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').Attribution} Attribution
 * @typedef {import('./contract.js').Explanation} Explanation
 * @typedef {import('./contract.js').Keyphrase} Keyphrase
 * @typedef {import('./contract.js').Rules} Rules
 * @typedef {import('./contract.js').Speaker} Speaker
 * @typedef {import('./contract.js').Stance} Stance
 * @typedef {import('./contract.js').StanceTag} StanceTag
 */
export { StanceLensError, createAnalyzer } from './client.js';
