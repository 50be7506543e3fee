/**
 * The overview: keyphrases as bars, the stance profile, and how much room each voice is given.
 *
 * @typedef {import('./views.js').State} State
 * @typedef {import('./views.js').Does} Does
 */

import { isApart } from './apart.js';
import { chip } from './card.js';
import { button, h, number, plural } from './dom.js';
import { AUTHOR, ENGLISH_ONLY, GUESSED, isEnglish, wordsIn } from './findings.js';
import { STANCES } from './layers.js';
import { none } from './rows.js';

/** Keyphrases shown at first, so that the rest of the overview is on the screen too. */
const KEYPHRASES = 8;
/** Voices that get a bar of their own. */
const VOICES = 8;

/**
 * @param {State} state
 * @param {Does} does
 */
export function overview({ analysis, findings, voices, counts, mode }, does) {
  const words = wordsOf(analysis);
  const quoted = voices.reduce((sum, voice) => sum + voice.quoted + voice.reported, 0);
  const named = voices.filter(({ id }) => id >= 0).length;
  const stances = STANCES.reduce((sum, { name }) => sum + (counts.get(name) ?? 0), 0);
  return [
    h('p', { class: 'figures' },
      figure(words, 'word'), figure(analysis.sentences.length, 'sentence'), figure(named, 'voice'), figure(stances, 'stance phrase')),
    h('p', { class: 'faint' }, GUESSED),
    section('Keyphrases', keyphrases(analysis, does), h('div', { class: 'pair', role: 'group', 'aria-label': 'Keyphrases as' },
      ...(/** @type {const} */ (['phrases', 'words'])).map((name) =>
        button(name === 'words' ? 'Single words' : 'Phrases', () => does.keyphrases(name), { 'aria-pressed': String(mode === name), 'data-mode': name })))),
    ...(isEnglish(analysis) ? [
      section('Stance profile', stances > 0 ? profile(findings, counts, does) : none('No stance phrase was found.')),
      section('Share of voice', quoted > 0 ? shares(voices, quoted, does) : none('Nobody is quoted or reported.')),
    ] : [none(ENGLISH_ONLY)]),
  ];
}

/** @param {number} value @param {string} label */
const figure = (value, label) => h('span', {}, h('b', {}, number(value)), ` ${label}${value === 1 ? '' : 's'}`);

/**
 * Of the article alone; counted in the first stretch of a very long text, and reckoned from there.
 *
 * @param {State['analysis']} analysis
 */
function wordsOf({ text, article: { blocks } }) {
  const apart = blocks.filter(({ kind }) => isApart(kind)).map(({ start, end }) => wordsIn(text.slice(start, end)));
  const sample = text.slice(0, 200_000);
  return Math.round((wordsIn(sample) * text.length) / (sample.length || 1)) - apart.reduce((sum, words) => sum + words, 0);
}

/**
 * @param {string} title
 * @param {Node} body
 * @param {Node} [aside]
 */
const section = (title, body, aside) => h('section', {}, h('div', { class: 'section-head' }, h('h2', {}, title), aside), body);

/**
 * @param {State['analysis']} analysis
 * @param {Does} does
 */
function keyphrases({ keyphrases: list, language }, does) {
  if (!list.length) return none('No keyphrase was found.');
  const best = Math.max(...list.map(({ score }) => score), Number.EPSILON);
  // The direction is that of the list, so that labels and bars begin at one edge.
  const rows = list.map((keyphrase, i) =>
    h('li', { hidden: i >= KEYPHRASES }, h('button', { type: 'button', class: 'bar-row', onclick: () => does.next((finding) => finding.item === keyphrase) },
      h('span', { class: 'bar-label', lang: language }, keyphrase.text),
      h('span', { class: 'bar-value', title: plural(keyphrase.mentions.length, 'mention') }, `${number(keyphrase.mentions.length)}×`),
      h('span', { class: 'bar' }, h('span', { class: 'fill', vars: { share: keyphrase.score / best } })))));
  const more = list.length > KEYPHRASES && button(`All ${number(list.length)} keyphrases`, () => {
    for (const row of rows) row.hidden = false;
    rows[KEYPHRASES].querySelector('button')?.focus();
    /** @type {HTMLElement} */ (more).remove();
  }, { class: 'link' });
  return h('div', {}, h('ul', { class: 'bars weights', dir: 'auto', 'data-view': 'keyphrases' }, ...rows), more);
}

/**
 * One row for each tag: first what the author does, then what the voices do.
 *
 * @param {State['findings']} findings
 * @param {State['counts']} counts
 * @param {Does} does
 */
function profile(findings, counts, does) {
  /** @type {Map<string, number>} */
  const own = new Map();
  for (const { layer, voice } of findings) if (voice === AUTHOR) own.set(layer, (own.get(layer) ?? 0) + 1);
  const most = Math.max(...STANCES.map(({ name }) => counts.get(name) ?? 0));
  return h('div', {},
    h('ul', { class: 'bars profile' }, ...STANCES.filter(({ name }) => counts.get(name)).map(({ name, label }) => {
      const count = counts.get(name) ?? 0;
      const author = own.get(name) ?? 0;
      return h('li', {}, h('button', { type: 'button', class: 'bar-row', title: `${label}: ${author} by the author, ${count - author} by the voices`, onclick: () => does.list({ layer: name }) },
        h('span', { class: 'bar-label' }, chip(name, label)), h('span', { class: 'bar-value' }, number(count)),
        h('span', { class: 'bar' },
          h('span', { class: `fill tag ${name}`, vars: { share: author / most } }),
          h('span', { class: `fill tag soft ${name}`, vars: { share: (count - author) / most } }))));
    })),
    h('p', { class: 'key' }, h('span', { class: 'swatch' }), 'the author ', h('span', { class: 'swatch soft' }), 'the voices reported'));
}

/**
 * @param {State['voices']} voices
 * @param {number} whole
 * @param {Does} does
 */
function shares(voices, whole, does) {
  const speaking = voices.filter(({ quoted, reported }) => quoted + reported > 0);
  const most = Math.max(...speaking.map(({ quoted, reported }) => quoted + reported));
  return h('div', {},
    h('ul', { class: 'bars', dir: 'auto' }, ...speaking.slice(0, VOICES).map(({ id, name, quoted, reported }) =>
      h('li', {}, h('button', { type: 'button', class: 'bar-row', title: `${plural(quoted, 'word')} in quotation marks, ${number(reported)} in the article’s`, onclick: () => does.voice(id) },
        h('span', { class: 'bar-label' }, name), h('span', { class: 'bar-value' }, `${Math.round((100 * (quoted + reported)) / whole)} %`),
        h('span', { class: 'bar' },
          h('span', { class: 'fill voice', vars: { share: quoted / most } }),
          h('span', { class: 'fill voice soft', vars: { share: reported / most } })))))),
    h('p', { class: 'key' }, h('span', { class: 'swatch' }), 'in quotation marks ', h('span', { class: 'swatch soft' }), 'in the article’s words'));
}
