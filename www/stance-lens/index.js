/** What `import 'stance-lens'` gives: the analyser, without the element. */
export { StanceLensError, createAnalyzer } from './client.js';
