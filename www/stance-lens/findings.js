/**
 * What was found, in the order of the text and in one form, whatever its kind: the model behind every view.
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').Span} Span
 *
 * @typedef {object} Mark A stretch of text to paint.
 * @property {number} start
 * @property {number} end
 * @property {string} category One of `CATEGORIES`.
 * @property {Finding | null} finding Null for sentences.
 *
 * @typedef {object} Finding
 * @property {number} index Its place among the findings.
 * @property {string} layer
 * @property {number} start The words that carry it: the mention, the content, the phrase.
 * @property {number} end
 * @property {Mark[]} marks
 * @property {number} voice A speaker's id, `AUTHOR`, `UNNAMED`, or `NOBODY` for keyphrases.
 * @property {Span[]} about What it is about, or what is said.
 * @property {any} item The entry of the analysis.
 *
 * @typedef {object} Voice
 * @property {number} id
 * @property {string} name
 * @property {Finding[]} findings
 * @property {number} quoted UTF-16 units of the text inside this voice's quotations.
 * @property {number} reported The same for reports.
 */

/** The holder of what the article says in its own voice. */
export const AUTHOR = -1;
/** Somebody whom the article does not name. */
export const UNNAMED = -2;
/** Of keyphrases: nobody's. */
export const NOBODY = -3;

/** Gives the page a breath, so that input and painting come first. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** How many entries are read between two breaths. */
const BREATH = 20_000;

/**
 * @param {Analysis} analysis
 * @returns {Promise<Finding[]>}
 */
export async function findingsOf(analysis) {
  /** @type {Finding[]} */
  const findings = [];
  /** @type {(layer: string, start: number, end: number, voice: number, about: Span[], item: any) => Finding} */
  const add = (layer, start, end, voice, about, item) => {
    const finding = { index: 0, layer, start, end, voice, about, item, marks: [] };
    findings.push(finding);
    return finding;
  };
  for (const keyphrase of analysis.keyphrases) {
    for (const [start, end] of keyphrase.mentions) mark(add('keyphrase', start, end, NOBODY, [], keyphrase), start, end, 'keyphrase');
    if (findings.length > BREATH) await breathe();
  }
  for (const [i, attribution] of analysis.attributions.entries()) {
    const { source, cue, content, speaker } = attribution;
    const first = content[0] ?? cue ?? source;
    if (!first) continue;
    const finding = add('attribution', first[0], content.at(-1)?.[1] ?? first[1], speaker ?? UNNAMED, content, attribution);
    for (const [start, end] of content) mark(finding, start, end, 'content');
    if (source) mark(finding, ...source, 'source');
    if (cue) mark(finding, ...cue, 'cue');
    if (i % BREATH === BREATH - 1) await breathe();
  }
  for (const [i, stance] of analysis.stances.entries()) {
    const { start, end, tag, holder, target } = stance;
    mark(add(tag, start, end, holder ?? AUTHOR, target ? [target] : [], stance), start, end, tag);
    if (i % BREATH === BREATH - 1) await breathe();
  }
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  findings.forEach((finding, index) => (finding.index = index));
  return findings;
}

/**
 * @param {Finding} finding
 * @param {number} start
 * @param {number} end
 * @param {string} category
 */
function mark(finding, start, end, category) {
  finding.marks.push({ start, end, category, finding });
}

/**
 * Everybody who speaks or holds a position, whoever is given most room first; the author last.
 *
 * @param {Analysis} analysis
 * @param {Finding[]} findings
 * @returns {Voice[]}
 */
export function voicesOf(analysis, findings) {
  /** @type {Map<number, Voice>} */
  const voices = new Map();
  for (const finding of findings) {
    if (finding.voice === NOBODY) continue;
    let voice = voices.get(finding.voice);
    if (!voice) {
      voice = { id: finding.voice, name: nameOf(analysis, finding.voice), findings: [], quoted: 0, reported: 0 };
      voices.set(finding.voice, voice);
    }
    voice.findings.push(finding);
    if (finding.layer !== 'attribution') continue;
    const length = finding.about.reduce((sum, [start, end]) => sum + end - start, 0);
    if (finding.item.kind === 'report') voice.reported += length;
    else voice.quoted += length;
  }
  const rank = (/** @type {Voice} */ { id, quoted, reported }) => (id === AUTHOR ? -1 : quoted + reported);
  return [...voices.values()].sort((a, b) => rank(b) - rank(a) || b.findings.length - a.findings.length);
}

/**
 * @param {Analysis} analysis
 * @param {number} voice
 */
export function nameOf(analysis, voice) {
  if (voice === AUTHOR) return 'The author';
  return analysis.speakers[voice]?.name ?? 'Somebody unnamed';
}

/**
 * The text between two offsets on one line, shortened in its middle.
 *
 * @param {string} text
 * @param {Span[]} spans
 * @param {number} [most]
 */
export function excerpt(text, spans, most = 160) {
  const whole = spans
    .map(([start, end]) => text.slice(start, Math.min(end, start + 4 * most)))
    .join(' … ')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...whole];
  if (letters.length <= most) return whole;
  return `${letters.slice(0, most - 1).join('').trimEnd()}…`;
}

/**
 * How many findings each layer has.
 *
 * @param {Analysis} analysis
 * @param {Finding[]} findings
 * @returns {Map<string, number>}
 */
export function countsOf(analysis, findings) {
  const counts = new Map([['sentence', analysis.sentences.length]]);
  for (const { layer } of findings) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return counts;
}
