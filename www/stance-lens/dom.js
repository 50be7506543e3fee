/**
 * Elements without markup: text is only ever set as text, so nothing an article contains can become HTML.
 *
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * `h('button', {type: 'button', onclick: go, vars: {share: 0.5}}, 'Go')`: names that begin with `on` become
 * listeners, `vars` become custom properties, everything else attributes; null and false are left out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, any>} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'vars') {
      for (const [variable, amount] of Object.entries(value)) element.style.setProperty(`--${variable}`, String(amount));
    } else element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(typeof child === 'number' ? String(child) : child);
  }
  return element;
}

/**
 * @param {string} label
 * @param {() => void} onclick
 * @param {Record<string, any>} [props]
 */
export const button = (label, onclick, props = {}) => h('button', { type: 'button', onclick, ...props }, label);

/** Below this width, in CSS pixels, text and findings take turns. */
export const WIDE = 820;

/** Whether cards lie over the lower half of the window. */
export const narrow = () => innerWidth < WIDE;

/** Asks for less movement? */
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Gives the page a breath, so that input and painting come first. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** @param {number} n */
export const number = (n) => n.toLocaleString('en');

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export const plural = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** By whom an article is; many say "By" themselves. @param {string} byline */
export const byOf = (byline) => (/^by\b/iu.test(byline) ? byline : `By ${byline}`);

/** In English, as all our words are. @param {string} published A date in ISO 8601, or a year or a month. */
export function dateOf(published) {
  const { length } = published;
  if (Number.isNaN(Date.parse(published)) || length < 5) return published;
  if (length < 8) return new Date(published).toLocaleDateString('en', { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return new Date(published).toLocaleDateString('en', { dateStyle: 'long', ...(length <= 10 && { timeZone: 'UTC' }) });
}
