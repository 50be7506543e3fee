/**
 * How each category looks: by line as well as by colour, so that no two are told apart by colour alone. No two lines
 * are alike, and those of one style differ twofold in thickness. All stand under their words: a line above would, at
 * the line height of most pages, read as that of the words before. Topics, reported words and wording are shaded.
 */

import { CATEGORIES } from './layers.js';

/** @type {Record<string, [light: string, dark: string]>} */
const HUES = {
  accent: ['#0b6e6e', '#5cc8c2'],
  content: ['#2563a8', '#7db4ee'],
  damage: ['#8a5a00', '#e6b450'],
  keyphrase: ['#e0a800', '#d9a520'],
  support: ['#1a7f37', '#56d364'],
  oppose: ['#c4202b', '#ff8078'],
  demand: ['#7c3fd6', '#cfa5ff'],
  pledge: ['#0a62c9', '#79c0ff'],
  affirm: ['#0f766e', '#4fd1c0'],
  deny: ['#b3175a', '#f79ac9'],
  distance: ['#a34d06', '#f5b73a'],
  hedge: ['#57606a', '#a9b3bd'],
  booster: ['#bb3f0b', '#fb9550'],
  counter: ['#4338ca', '#aab4fc'],
  evaluative: ['#9b1bab', '#efa6fb'],
};

/** @type {Record<string, string>} */
const LINES = {
  damage: 'line-through dotted 2px',
  source: 'underline solid 1px',
  cue: 'underline dotted 1px',
  support: 'underline solid 2px',
  oppose: 'underline wavy 2px',
  demand: 'underline solid 4px',
  pledge: 'underline dashed 2px',
  affirm: 'underline double 1px',
  deny: 'underline dashed 4px',
  distance: 'underline dotted 4px',
  hedge: 'underline dotted 2px',
  booster: 'underline double 2px',
  counter: 'underline dashed 1px',
  evaluative: 'underline wavy 1px',
};

/** A hue as the page has set it, else ours. @param {string} name */
const hueOf = (name) => `var(--lens-${name}, light-dark(${HUES[name].join(', ')}))`;

/** @type {Record<string, string>} */
const SHADES = {
  sentence: 'color-mix(in srgb, currentColor 4%, transparent)',
  content: `color-mix(in srgb, ${hueOf('content')} 8%, transparent)`,
  keyphrase: `color-mix(in srgb, ${hueOf('keyphrase')} 34%, transparent)`,
  // Opaque, so that it looks the same on every layer.
  active: `color-mix(in srgb, ${hueOf('accent')} 32%, var(--lens-paper, Canvas))`,
};

/** Shaded more, since it often stands inside a position, whose line covers its own. */
const WORDING = /hedge|booster|evaluative/;

/** @param {string} category */
function look(category) {
  const hue = category === 'source' || category === 'cue' ? 'content' : category;
  const line = LINES[category] ? `text-decoration: ${LINES[category]} ${hueOf(hue)};` : '';
  const shade = SHADES[category] ?? (line && hue === category ? `color-mix(in srgb, ${hueOf(hue)} ${WORDING.test(category) ? 16 : 9}%, transparent)` : '');
  // On a dark page that names no scheme our ground is light, and its words are too.
  const ink = category === 'active' ? 'color: var(--lens-ink, CanvasText);' : '';
  return `${line}${ink}${shade && `background-color: ${shade};`}`;
}

/** Colours as custom properties, which a page may set for itself. */
export const HUES_CSS = Object.entries(HUES)
  .map(([name, [light, dark]]) => `--lens-${name}: light-dark(${light}, ${dark});`)
  .join('');

/**
 * A rule for highlights of these categories, and one for marks and labels that look the same: where highlights are not
 * known, a rule for both would not be either.
 *
 * @param {readonly string[]} categories
 * @param {string} css
 */
const rules = (categories, css) =>
  [categories.map((name) => `::highlight(stance-lens-${name})`), categories.map((name) => `.paint.${name}`)].map((selectors) => `${selectors} { ${css} }\n`).join('');

/** How categories look in our own pane, and as highlights of a page. */
export const PAINT_CSS = CATEGORIES.map((category) => rules([category], look(category))).join('');

/**
 * In forced colours a browser would paint every highlight like a selection. Our own pane keeps to the system's
 * colours itself: lines tell the layers apart, and keyphrases get the system's marking.
 */
export const FORCED_CSS = `@media (forced-colors: active) {
  .text, .chip, .switch .paint { forced-color-adjust: none; color: CanvasText; ${Object.keys(HUES).map((name) => `--lens-${name}: CanvasText;`).join('')} }
  ${rules(CATEGORIES, 'background-color: transparent;')}
  ${rules(['keyphrase'], 'background-color: Mark; color: MarkText;')}
  ${rules(['active'], 'background-color: Highlight; color: HighlightText;')}
}`;
