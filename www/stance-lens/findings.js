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
 * @property {Finding | null} finding Null for sentences and damage.
 *
 * @typedef {object} Voice
 * @property {number} id
 * @property {string} name
 * @property {Finding[]} findings
 * @property {number} quoted Words inside this voice's quotations, but those that it reports from others.
 * @property {number} reported The same for reports.
 */

import { breathe } from './dom.js';
import { LAYER } from './layers.js';

/** The holder of what the article says in its own voice. */
export const AUTHOR = -1;
/** Somebody whom the article does not name. */
export const UNNAMED = -2;
/** Of keyphrases: nobody's. */
export const NOBODY = -3;

/**
 * The core has one speaker for all whom the article does not name.
 *
 * @param {Analysis} analysis
 * @param {number} id
 */
const named = ({ speakers }, id) => (speakers[id]?.name === 'unknown' ? UNNAMED : id);

/** Speakers and stance are found in no other language. @param {Analysis} analysis */
export const isEnglish = ({ language }) => /^en\b/u.test(language);

/** What is said where they are not looked for. */
export const ENGLISH_ONLY = 'Speakers and stance are found in English only.';

/** What all findings are, wherever they are shown together. */
export const GUESSED = 'Found by rules and statistics, not by a person: each finding is a guess.';

/** How many entries are read between two breaths. */
const BREATH = 20_000;
/** Findings are put in order within stretches of this many text units. */
const STRETCH = 4096;

/**
 * One thing found. There may be a million of them, so that it is no more than its fields, and is itself the mark
 * of what it paints, unless it is an attribution.
 */
export class Finding {
  /** Its place among the findings. */
  index = 0;

  /**
   * @param {string} layer
   * @param {number} start Of the words that carry it: the mention, the content, the phrase.
   * @param {number} end
   * @param {number} voice A speaker's id, `AUTHOR`, `UNNAMED`, or `NOBODY` for keyphrases.
   * @param {any} item The entry of the analysis.
   */
  constructor(layer, start, end, voice, item) {
    this.layer = layer;
    this.start = start;
    this.end = end;
    this.voice = voice;
    this.item = item;
  }

  get category() {
    return this.layer;
  }

  /** @returns {Finding} */
  get finding() {
    return this;
  }

  /**
   * What it is about, or what is said.
   *
   * @returns {Span[]}
   */
  get about() {
    if (this.layer === 'attribution') return this.item.content;
    return this.item.target ? [this.item.target] : [];
  }

  /** @returns {Mark[]} */
  get marks() {
    if (this.layer !== 'attribution') return [this];
    const { source, cue, content } = this.item;
    const marks = content.map((/** @type {Span} */ [start, end]) => ({ start, end, category: 'content', finding: this }));
    if (source) marks.push({ start: source[0], end: source[1], category: 'source', finding: this });
    if (cue) marks.push({ start: cue[0], end: cue[1], category: 'cue', finding: this });
    return marks;
  }
}

/**
 * Words as the core counts them: "state-run" and "don't" are two. Signs, where words have no spaces between.
 *
 * @param {string} text
 */
export const wordsIn = (text) => text.match(/[\u3040-\u9fff]|[\p{L}\p{M}\p{N}]+(?:[.,][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;

/**
 * @param {Analysis} analysis
 * @returns {Promise<Finding[]>}
 */
export async function findingsOf(analysis) {
  /** @type {Finding[][]} */
  const stretches = [];
  let count = 0;
  /** @param {Finding} finding @returns {boolean} Whether it is time for a breath. */
  const add = (finding) => {
    (stretches[Math.floor(finding.start / STRETCH)] ??= []).push(finding);
    return ++count % BREATH === 0;
  };
  for (const keyphrase of analysis.keyphrases) {
    for (const [start, end] of keyphrase.mentions) {
      if (add(new Finding('keyphrase', start, end, NOBODY, keyphrase))) await breathe();
    }
  }
  for (const attribution of analysis.attributions) {
    const { source, cue, content, speaker } = attribution;
    const first = content[0] ?? cue ?? source;
    if (!first) continue;
    if (add(new Finding('attribution', first[0], content.at(-1)?.[1] ?? first[1], named(analysis, speaker ?? UNNAMED), attribution))) await breathe();
  }
  for (const stance of analysis.stances) {
    if (add(new Finding(stance.tag, stance.start, stance.end, named(analysis, stance.holder ?? AUTHOR), stance))) await breathe();
  }
  /** @type {Finding[]} */
  const findings = [];
  for (const stretch of stretches) {
    stretch?.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const finding of stretch ?? []) finding.index = findings.push(finding) - 1;
    if (findings.length % BREATH < (stretch?.length ?? 0)) await breathe();
  }
  return findings;
}

/**
 * What is to be painted: all that was found, and every other sentence.
 *
 * @param {Analysis} analysis
 * @param {Finding[]} findings
 * @returns {Generator<Mark, void>}
 */
export function* marksOf({ sentences }, findings) {
  for (const { marks } of findings) yield* marks;
  for (const [i, [start, end]] of sentences.entries()) if (i % 2) yield { start, end, category: 'sentence', finding: null };
}

/**
 * Everybody who speaks or holds a position, whoever is given most room first; the author last. Words reported within
 * reported words belong to the inner speaker, as in the core's summary (src/stance/summary.rs).
 *
 * @param {Analysis} analysis
 * @param {Finding[]} findings
 * @returns {Voice[]}
 */
export function voicesOf(analysis, findings) {
  /** @type {Map<number, Voice>} */
  const voices = new Map();
  /** @type {{start: number, end: number, voice: Voice, kind: 'quoted' | 'reported'}[]} */
  const contents = [];
  for (const finding of findings) {
    if (finding.voice === NOBODY) continue;
    let voice = voices.get(finding.voice);
    if (!voice) {
      voice = { id: finding.voice, name: nameOf(analysis, finding.voice), findings: [], quoted: 0, reported: 0 };
      voices.set(finding.voice, voice);
    }
    voice.findings.push(finding);
    if (finding.layer !== 'attribution') continue;
    const { about, item: { kind } } = finding;
    for (const [start, end] of about) contents.push({ start, end, voice, kind: kind === 'report' ? 'reported' : 'quoted' });
  }
  contents.sort((a, b) => a.start - b.start || b.end - a.end);
  const open = [];
  let at = 0;
  for (const content of [...contents, null]) {
    const to = content?.start ?? Infinity;
    for (let inner = open.at(-1); inner && at < to; inner = open.at(-1)) {
      const end = Math.min(inner.end, to);
      if (end > at) inner.voice[inner.kind] += wordsIn(analysis.text.slice(at, end));
      at = Math.max(at, end);
      if (inner.end <= at) open.pop();
    }
    if (content) open.push(content);
    at = Math.max(at, to);
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
 * Whether a negation turned what the words say by themselves: "failed to condemn" is support by an entry for opposition.
 *
 * @param {Finding} finding
 */
export const isTurned = ({ layer, item }) => Boolean(item.rule) && item.rule.split('.')[0] !== layer;

/**
 * What a stance is about, unless that is the words themselves: "Anti-war".
 *
 * @param {Finding} finding
 */
export const aboutOf = ({ about, start, end }) => about.filter(([from, to]) => to <= start || from >= end);

/**
 * Why an attribution is one, and whose it is where its source does not say that itself.
 *
 * @param {Analysis} analysis
 * @param {Finding} finding
 */
export function whyAttributed(analysis, { voice, item }) {
  const { text } = analysis;
  const cue = item.cue ? `“${excerpt(text, [item.cue], 40)}” reports it` : 'In quotation marks';
  if (voice < 0) return `${cue}.`;
  const name = nameOf(analysis, voice);
  const source = item.source ? excerpt(text, [item.source]) : '';
  if (source.toLowerCase().includes(name.toLowerCase())) return `${cue}.`;
  return source ? `${cue}; “${source}” is taken for ${name}.` : `${cue}; the words around it tell the speaker.`;
}

/**
 * The text between two offsets on one line, cut where it is too long.
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
 * What a voice does: in the article's own word where there is one.
 *
 * @param {Analysis} analysis
 * @param {Finding} finding
 * @param {number} [most]
 * @returns {string}
 */
export const verbOf = ({ text }, { layer, item }, most) => (item.cue ? excerpt(text, [item.cue], most) : (LAYER.get(layer)?.does ?? layer));

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
