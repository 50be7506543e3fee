/** The voices of an article, with what each says and wants. */

import { button, h, number, plural } from './dom.js';
import { AUTHOR, ENGLISH_ONLY, isEnglish, verbOf } from './findings.js';
import { POSITIONS } from './layers.js';
import { entry, growing, none } from './rows.js';

/** @import { Does, State } from './views.js' */

/** Rows of one voice shown at first. */
const ROWS = 6;

/**
 * @param {State} state
 * @param {Does} does
 */
export function voicesView({ analysis, voices }, does) {
  if (!voices.length) return [none(isEnglish(analysis) ? 'No speaker and no position was found.' : ENGLISH_ONLY)];
  return [growing(voices, (voice) => {
    const { id, name, findings } = voice;
    const says = findings.filter(({ layer }) => layer === 'attribution');
    const rows = [...says, ...POSITIONS.flatMap((tag) => findings.filter(({ layer }) => layer === tag))];
    const other = findings.length - rows.length;
    return h('section', { class: 'voice', 'data-voice': id }, 
      h('h2', { dir: 'auto' }, name),
      h('p', { class: 'faint' }, [plural(says.length, 'attribution'), id === AUTHOR ? null : `${number(says.filter(({ item }) => item.kind !== 'report').length)} quoted`, plural(findings.length - says.length, 'stance phrase')].filter(Boolean).join(' · ')),
      growing(rows, (finding) => entry(analysis, finding, does, verbOf(analysis, finding, 30)), ROWS, 'row'),
      other > 0 && button(`All ${number(findings.length)} findings`, () => does.list({ voice: id }), { class: 'link' }));
  }, 30, 'voice')];
}
