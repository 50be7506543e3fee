/**
 * The card of a finding: what it is, whose, about what, why, and which rule found it.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').Reason} Reason
 * @typedef {import('./contract.js').Rules} Rules
 */

import { button, h } from './dom.js';
import { NOBODY, aboutOf, excerpt, isTurned, nameOf, whyAttributed } from './findings.js';
import { LAYER, categoriesOf, oneOf } from './layers.js';

/** From 1 to 3. */
const STRENGTHS = ['weak', 'medium', 'strong'];
/** Space between the words and the card, in CSS pixels. */
const GAP = 10;

/**
 * A finding in a sentence, for the card's first line and for those who listen.
 *
 * @param {Analysis} analysis
 * @param {Finding} finding
 */
export function summary(analysis, { layer, voice, start, end, item }) {
  const whose = voice === NOBODY ? '' : `, ${nameOf(analysis, voice)}`;
  return `${oneOf(layer, item.kind)}: ${excerpt(analysis.text, [[start, end]], 120)}${whose}`;
}

/**
 * What speaks for it, and what against it after "but".
 *
 * @param {Reason[]} reasons
 */
function because(reasons) {
  const [pro, contra] = [reasons.filter(({ weight }) => weight > 0), reasons.filter(({ weight }) => weight < 0)]
    .map((side) => side.map(({ what }) => what).join('; '));
  return [pro, contra && `but ${contra}`].filter(Boolean).join('; ');
}

export class Card {
  pinned = false;
  /** Whether it stands above its words. */ #above = false;
  /** @type {HTMLElement | null} */ #why = null;
  /** Puts it where it was put last. */ #place = () => {};
  /** @type {Finding | null} */ finding = null;
  /** The words of it. */ words = '';

  /** @param {{step: (by: 1 | -1) => void, close: () => void, go: (finding: Finding) => void, cite: (finding: Finding) => Promise<string>}} does */
  constructor(does) {
    this.does = does;
    this.element = h('div', { class: 'card', part: 'card', role: 'group', 'aria-label': 'Finding', hidden: true });
  }

  /**
   * @param {Analysis} analysis
   * @param {Rules} rules
   * @param {Finding} finding
   * @param {{also?: Finding[], place?: string, pinned?: boolean}} around
   */
  show(analysis, rules, finding, { also = [], place = '', pinned = false }) {
    const { layer, voice, item, start, end, about } = finding;
    const meaning = LAYER.get(layer);
    const rule = item.rule && rules[item.rule];
    this.finding = finding;
    this.words = analysis.text.slice(start, end);
    this.pinned = pinned;
    /** @param {string} term @param {...(Node | string)} details */
    const row = (term, ...details) => [h('dt', {}, term), h('dd', { dir: 'auto' }, ...details)];
    const rows = [];
    if (voice !== NOBODY) rows.push(row(layer === 'attribution' ? 'Who' : 'Whose', nameOf(analysis, voice)));
    if (layer === 'attribution') {
      if (item.source) rows.push(row('Source', excerpt(analysis.text, [item.source])));
      if (item.cue) rows.push(row('Cue', excerpt(analysis.text, [item.cue])));
    } else if (layer === 'keyphrase') {
      const { mentions, score } = item;
      rows.push(row('Mention', `${mentions.findIndex((/** @type {number[]} */ [from]) => from === start) + 1} of ${mentions.length}`));
      rows.push(row('Score', `${Math.round(score * 100)} %`));
    } else if (aboutOf(finding).length) rows.push(row('About', excerpt(analysis.text, aboutOf(finding))));
    if (item.strength) rows.push(row('Strength', STRENGTHS[item.strength - 1]));
    if (layer === 'evaluative') rows.push(row('Tone', item.polarity > 0 ? 'praise' : 'blame'));
    const said = layer === 'attribution' ? whyAttributed(analysis, finding) : rule ? rule.reason : (meaning?.why ?? '');
    const why = row('Why', isTurned(finding) ? 'A negation turns it round, so this is a weak guess. ' : '', said);
    this.#why = why[1];
    rows.push(why);
    if (item.rule) rows.push(row('Rule', h('code', {}, item.rule), rule ? ` ${rule.source}` : ''));
    if (also.length) {
      rows.push(row('Also here', h('div', { class: 'also' }, ...also.slice(0, 4).map((other) =>
        h('button', { type: 'button', class: 'link', onclick: () => this.does.go(other) }, chip(other.layer), ` ${excerpt(analysis.text, [[other.start, other.end]], 30)}`)))));
    }
    const copy = button('Cite', () => void this.does.cite(finding).then((said) => (copy.textContent = said)), { title: 'Copy as a citation' });
    const content = [
      h('div', { class: 'card-head' }, chip(layer, oneOf(layer, item.kind)), place && h('span', { class: 'faint' }, place),
        button('×', this.does.close, { class: 'close', 'aria-label': 'Close' })),
      h('p', { class: 'phrase', dir: 'auto', lang: analysis.language }, excerpt(analysis.text, layer === 'attribution' && about.length ? about : [[start, end]], 220)),
      h('dl', {}, ...rows.flat()),
      h('div', { class: 'card-foot' }, button('‹ Previous', () => this.does.step(-1)), button('Next ›', () => this.does.step(1)), copy),
    ];
    const held = this.element.querySelector(':focus')?.textContent;
    this.element.replaceChildren(...content);
    this.element.toggleAttribute('data-pinned', pinned);
    this.element.hidden = false;
    if (held) this.focus(held);
  }

  /**
   * The focus goes to the button that says this, or to the one that closes.
   *
   * @param {string} [label]
   */
  focus(label) {
    const buttons = [...this.element.querySelectorAll('button')];
    (buttons.find(({ textContent }) => textContent === label) ?? buttons[0]).focus({ preventScroll: true });
  }

  /**
   * Beside the words, above them where there is no room below; narrow screens have it at their foot instead.
   *
   * @param {DOMRect} rect
   * @param {Element | null} frame What the card is placed in; null for the window.
   */
  place(rect, frame) {
    const box = frame?.getBoundingClientRect() ?? new DOMRect(8, 0, innerWidth - 16, innerHeight);
    if (!frame && !this.element.matches(':popover-open')) this.element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const below = rect.bottom + GAP + height < innerHeight || rect.top - GAP - height < 0;
    let top = below ? rect.bottom + GAP : rect.top - GAP - height;
    // Over a page it stays in the window as long as its words do, and goes with them.
    if (!frame && rect.bottom > 0 && rect.top < innerHeight) top = Math.max(0, Math.min(top, innerHeight - height));
    this.#above = !below;
    this.#place = () => this.place(rect, frame);
    const left = Math.min(Math.max(rect.left, box.left), Math.max(box.left, box.right - width));
    this.element.style.setProperty('--top', `${top - (frame ? box.top : 0)}px`);
    this.element.style.setProperty('--left', `${left - (frame ? box.left : 0)}px`);
  }

  /**
   * Says why a keyphrase ranks where it does, once that is known.
   *
   * @param {Reason[]} reasons The strongest first.
   * @param {string} [form] What they speak of, where it is not what the card is about.
   */
  because(reasons, form) {
    const { offsetHeight: before } = this.element;
    this.#why?.replaceChildren(form ? `“${form}”: ${because(reasons)}` : because(reasons));
    if (this.element.matches(':popover-open')) return this.#place();
    if (!this.#above) return;
    // It grows away from the words that it explains.
    const top = parseFloat(this.element.style.getPropertyValue('--top'));
    this.element.style.setProperty('--top', `${top + before - this.element.offsetHeight}px`);
  }

  hide() {
    this.finding = null;
    this.pinned = false;
    this.element.hidden = true;
  }
}

/**
 * A layer's name, underlined as the layer is in the text.
 *
 * @param {string} layer
 * @param {string} [label]
 */
export function chip(layer, label = oneOf(layer)) {
  return h('span', { class: 'chip' }, h('span', { class: `paint ${categoriesOf(layer)[0]}` }, label));
}
