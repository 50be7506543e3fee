/**
 * What a reader copied from a web page: its HTML as a fragment, so that headings, lists and captions are known
 * and nothing is scored away. The parsing is the core's; nothing of it ever becomes an element of this page.
 *
 * @typedef {import('./input.js').Input} Input
 */

/** Blocks of text, which editors of plain text and of code do not put on the clipboard. */
const BLOCKS = /<(?:p|h[1-6]|li|blockquote|article|figure|td)\b/iu;

/**
 * @param {DataTransfer | null} data
 * @returns {Input | null} Null where there is no text at all.
 */
export function transferred(data) {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  if (html && BLOCKS.test(html)) return { content: fragmentOf(html), format: 'html', plain };
  return plain ? { content: plain, format: 'auto' } : null;
}

/**
 * The part of a clipboard's HTML that was selected, without the page that browsers wrap around it.
 *
 * @param {string} html
 */
export function fragmentOf(html) {
  const from = html.indexOf('<!--StartFragment-->');
  const to = html.lastIndexOf('<!--EndFragment-->');
  const selected = from >= 0 && to > from ? html.slice(from + '<!--StartFragment-->'.length, to) : html;
  const head = selected.indexOf('</head>');
  return (head >= 0 && head < 20_000 ? selected.slice(head + '</head>'.length) : selected).replace(/<(?:!doctype|\/?(?:html|body|meta|title))\b[^<>]*>/giu, '');
}
