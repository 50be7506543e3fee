/**
 * The words of the field as readers meet them: one entry for each layer, in the order of the legend.
 *
 * Sources: Martin & White (2005) for engagement and appraisal, Searle (1976) for demand and pledge, Hyland
 * (2005) for hedge and booster.
 *
 * @typedef {object} Layer
 * @property {string} name As in the contract, or `keyphrase`, `attribution`, `sentence`.
 * @property {string} label What it is called everywhere.
 * @property {string} [one] The same of a single finding, where it is another form of the word.
 * @property {string} why What it means, in one sentence.
 * @property {string} [does] How it reads after the name of a voice.
 */

/** What the legend puts together, and what it calls that. @type {readonly [label: string, layers: string[]][]} */
export const GROUPS = [
  ['Content', ['keyphrase', 'attribution']],
  ['Positions', ['support', 'oppose', 'demand', 'pledge']],
  ['Claims', ['affirm', 'deny', 'distance', 'counter']],
  ['Wording', ['hedge', 'booster', 'evaluative']],
];

/** @type {readonly Layer[]} */
export const LAYERS = [
  { name: 'keyphrase', label: 'Keyphrases', one: 'Keyphrase', why: 'Says what the article is about.' },
  { name: 'attribution', label: 'Attributions', one: 'Attribution', does: 'says', why: 'Words or a claim that the article reports from somebody.' },
  { name: 'support', label: 'Support', does: 'supports', why: 'Favours, backs, welcomes or praises something.' },
  { name: 'oppose', label: 'Oppose', does: 'opposes', why: 'Is against something, resists or condemns it.' },
  { name: 'demand', label: 'Demand', does: 'demands', why: 'Says that something must, should or ought to be done.' },
  { name: 'pledge', label: 'Pledge', does: 'pledges', why: 'Commits to something in the future.' },
  { name: 'affirm', label: 'Affirm', does: 'affirms', why: 'Presents what somebody says as true.' },
  { name: 'deny', label: 'Deny', does: 'denies', why: 'Disputes that a claim is true.' },
  { name: 'distance', label: 'Distance', does: 'keeps away from', why: 'Keeps the writer away from the words reported.' },
  { name: 'hedge', label: 'Hedge', does: 'hedges', why: 'Weakens the commitment to what is said.' },
  { name: 'booster', label: 'Booster', does: 'stresses', why: 'Strengthens what is said.' },
  { name: 'counter', label: 'Counter', does: 'counters', why: 'Sets one statement against another.' },
  { name: 'evaluative', label: 'Evaluative', does: 'judges', why: 'Wording that itself praises or blames.' },
  { name: 'sentence', label: 'Sentences', why: 'Every other sentence is shaded.' },
];

/** @type {ReadonlyMap<string, Layer>} */
export const LAYER = new Map(LAYERS.map((layer) => [layer.name, layer]));

/** Layers of what was found: all but sentences, which are a help for a close look. */
export const FINDINGS = LAYERS.slice(0, -1);

/** Layers that are stance tags. */
export const STANCES = FINDINGS.slice(2);

/** Tags whose holder takes a position on something that can be named. */
export const POSITIONS = ['support', 'oppose', 'demand', 'pledge', 'deny'];

/**
 * What is painted, from the lowest to the highest. A layer paints one category, but attributions three.
 */
export const CATEGORIES = ['sentence', 'damage', 'content', 'source', 'cue', 'keyphrase', ...STANCES.map(({ name }) => name), 'active'];

/** What a layer paints; a label that looks like it has the first. @param {string} layer */
export const categoriesOf = (layer) => (layer === 'attribution' ? ['content', 'source', 'cue'] : [layer]);

/** @type {Record<string, string>} */
const KINDS = { quote: 'quoted', report: 'reported', mixed: 'partly quoted' };

/**
 * What a single finding of a layer is called; of an attribution also how its words are reported, where that is given.
 *
 * @param {string} layer
 * @param {string} [kind]
 * @returns {string}
 */
export function oneOf(layer, kind = '') {
  const { label = layer, one = label } = LAYER.get(layer) ?? {};
  return KINDS[kind] ? `${one}, ${KINDS[kind]}` : one;
}
