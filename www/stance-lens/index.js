/**
 * What `import 'stance-lens'` gives: the analyser, without the element.
 *
 * @typedef {import('./client.js').Analyzer} Analyzer
 * @typedef {import('./client.js').AnalyzerOptions} AnalyzerOptions
 * @typedef {import('./client.js').CallOptions} CallOptions
 * @typedef {import('./client.js').Progress} Progress
 * @typedef {import('./client.js').Source} Source
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').AnalyzeOptions} AnalyzeOptions
 * @typedef {import('./contract.js').ArticleInfo} ArticleInfo
 * @typedef {import('./contract.js').Attribution} Attribution
 * @typedef {import('./contract.js').AttributionKind} AttributionKind
 * @typedef {import('./contract.js').Block} Block
 * @typedef {import('./contract.js').BlockKind} BlockKind
 * @typedef {import('./contract.js').ErrorCode} ErrorCode
 * @typedef {import('./contract.js').Explanation} Explanation
 * @typedef {import('./contract.js').Format} Format
 * @typedef {import('./contract.js').Keyphrase} Keyphrase
 * @typedef {import('./contract.js').KeyphraseMode} KeyphraseMode
 * @typedef {import('./contract.js').Parts} Parts
 * @typedef {import('./contract.js').Reason} Reason
 * @typedef {import('./contract.js').Rule} Rule
 * @typedef {import('./contract.js').Rules} Rules
 * @typedef {import('./contract.js').Span} Span
 * @typedef {import('./contract.js').Speaker} Speaker
 * @typedef {import('./contract.js').Stance} Stance
 * @typedef {import('./contract.js').StanceTag} StanceTag
 * @typedef {import('./contract.js').Tag} Tag
 * @typedef {import('./contract.js').TaggedToken} TaggedToken
 * @typedef {import('./contract.js').Unit} Unit
 */
export { StanceLensError, createAnalyzer } from './client.js';
