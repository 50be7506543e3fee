/** What is known of the article: its facts, what was set apart from it, and which spots look damaged. */

import { APART, isApart } from './apart.js';
import { button, dateOf, h, plural } from './dom.js';
import { excerpt } from './findings.js';
import { growing, none } from './rows.js';

/** @import { Does, State } from './views.js' */

/** Text shown on either side of a damaged spot. */
const AROUND = 40;

/**
 * @param {State} state
 * @param {Does} does
 */
export function articleView({ analysis, apart, taken, damage }, does) {
  const { title, byline, published, blocks } = analysis.article;
  const aside = blocks.filter(({ kind, start }) => isApart(kind) || taken.has(start));
  /** @param {string} term @param {string | null} value */
  const row = (term, value) => (value ? [h('dt', {}, term), h('dd', { dir: 'auto' }, value)] : []);
  const toggle = h('input', { type: 'checkbox', onchange: () => does.apart(toggle.checked) });
  toggle.checked = apart;
  return [
    h('dl', { class: 'facts' }, ...row('Title', title), ...row('By', byline && byline.replace(/^by\s+/iu, '')), ...row('Published', published && dateOf(published)), ...row('Language', languageName(analysis.language)),
      ...row('Length', `${plural(analysis.text.length, 'character')}, ${plural(analysis.sentences.length, 'sentence')}, ${plural(blocks.length, 'block')}`)),
    h('section', {}, h('div', { class: 'section-head' }, h('h2', {}, 'Set apart')),
      aside.length ? null : none('Nothing was set apart: all of the text was read as the article.'),
      aside.some(({ kind }) => kind === 'chrome') && h('label', { class: 'check' }, toggle, 'Show what is not the article in the text'),
      aside.length ? growing(aside, ({ kind, start, end }) => {
        const words = excerpt(analysis.text, [[start, end]], 140);
        const label = taken.has(start) ? 'Set apart again' : 'Put back';
        return h('div', { class: 'apart-row' },
          h('p', { dir: 'auto' }, h('span', { class: 'faint' }, `${taken.has(start) ? 'Put back' : APART[kind]}: `), words),
          button(label, () => does.take(start), { 'data-take': start, 'aria-label': `${label}: ${words}` }));
      }, 40, 'passage') : null),
    damage.length > 0 && h('section', {}, h('div', { class: 'section-head' }, h('h2', {}, 'Damaged spots')),
      h('p', { class: 'faint' }, 'Signs that were lost or misread before the text came here. Nothing was changed.'),
      growing(damage, (span) => {
        const [start, end] = span;
        const around = [analysis.text.slice(Math.max(0, start - AROUND), start), analysis.text.slice(start, end), analysis.text.slice(end, end + AROUND)];
        const [before, spot, after] = around.map((text) => text.replace(/\s+/gu, ' '));
        const row = button('', () => does.place(span), { class: 'entry', 'data-damage': true });
        row.append(h('span', { class: 'entry-text', dir: 'auto' }, `…${before}`, h('b', {}, spot), `${after}…`));
        return row;
      }, 40, 'spot')),
  ].filter((node) => node !== null && node !== false);
}

/** @param {string} code */
function languageName(code) {
  if (!code || code === 'und') return null;
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
