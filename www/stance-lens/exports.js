/**
 * The analysis to take away: JSON, CSV, a Markdown report, W3C Web Annotations and a page with highlights.
 * Loaded only when somebody asks for one.
 *
 * @import { Analysis, Rules, Span } from './contract.js'
 * @import { Finding, Mark } from './findings.js'
 *
 * @typedef {{analysis: Analysis, findings: Finding[], rules: Rules}} Found
 *
 * @typedef {'json' | 'csv' | 'markdown' | 'annotations' | 'html'} ExportKind
 *
 * @typedef {object} Table How tables of several articles go together.
 * @property {string | number | null} [id] What tells this article from others in every row: its address, the name of its file.
 * @property {boolean} [header] False to leave out the names of the columns.
 */

import { byOf } from './dom.js';
import { ENGLISH_ONLY, GUESSED, NOBODY, aboutOf, excerpt, isEnglish, isTurned, nameOf, verbOf, voicesOf } from './findings.js';
import { FINDINGS, LAYER, POSITIONS, STANCES, categoriesOf, oneOf } from './layers.js';
import { FORCED_CSS, HUES_CSS, PAINT_CSS } from './paint.js';
import { segments } from './painter.js';

export { findingsOf } from './findings.js';

/** Rules for highlights, which a page of its own has none of. */
const HIGHLIGHTS = /^ *::highlight.*\n/gmu;

/** @type {Record<ExportKind, {extension: string, type: string, write: (found: Found, table?: Table) => string}>} */
export const EXPORTS = {
  json: { extension: 'json', type: 'application/json', write: ({ analysis }) => `${JSON.stringify(analysis)}\n` },
  csv: { extension: 'csv', type: 'text/csv', write: csv },
  markdown: { extension: 'md', type: 'text/markdown', write: markdown },
  annotations: { extension: 'jsonld', type: 'application/ld+json', write: annotations },
  html: { extension: 'html', type: 'text/html', write: html },
};

/**
 * @param {ExportKind} kind A name in `EXPORTS`.
 * @param {Found} found
 * @param {string} [address] Where the article stands, which annotations name.
 */
export function save(kind, found, address) {
  const { extension, type, write } = EXPORTS[kind];
  // By the mark spreadsheets know UTF-8.
  const mark = extension === 'csv' ? '\uFEFF' : '';
  const id = fileName(found.analysis);
  const url = URL.createObjectURL(new Blob([mark, write(found, { id: kind === 'annotations' && address ? address.replace(/#.*/su, '') : id })], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${id}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {Analysis} analysis */
export function fileName({ article }) {
  const words = (article.title ?? 'analysis').toLowerCase().normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['analysis'];
  return Array.from(words.slice(0, 8).join('-')).slice(0, 80).join('');
}

/**
 * A finding as one would quote it: what was said, or the sentence that a phrase stands in, with whose it is and where from.
 *
 * @param {Analysis} analysis
 * @param {Finding} finding
 */
export function citation(analysis, finding) {
  const { layer, start, end, about } = finding;
  const quote = (/** @type {Span[]} */ spans, most = 200) => `“${excerpt(analysis.text, spans, most)}”`;
  const said = layer === 'attribution' && about.length > 0;
  const sentence = analysis.sentences.find((span) => span[0] <= start && end <= span[1]) ?? [start, end];
  const { title, byline, published } = analysis.article;
  const from = [byline, title && `“${title}”`, published?.slice(0, 10)].filter(Boolean).join(', ');
  const phrase = said ? '' : ` ${quote([[start, end]])}${about.length ? ` about ${quote(about)}` : ''}`;
  const what = [oneOf(layer).toLowerCase() + phrase, voiceOf(analysis, finding)].filter(Boolean).join(', ');
  return `${quote(said ? about : [sentence], 600)} (${what})${from && ` — ${from}`}`;
}

/**
 * Whose it is, with the word that reports, without which a denial would read like a statement.
 *
 * @param {Analysis} analysis
 * @param {Finding} finding
 */
const voiceOf = (analysis, { voice, item }) => (voice === NOBODY ? '' : nameOf(analysis, voice) + (item.cue ? `, “${excerpt(analysis.text, [item.cue])}”` : ''));

/** @param {Finding} finding @param {Rules} rules */
const why = ({ layer, item }, rules) => (item.rule && rules[item.rule]?.reason) || LAYER.get(layer)?.why || '';

/**
 * One row a finding, under a row with the names of the columns.
 *
 * @param {Found} found
 * @param {Table} [table]
 */
export function csv({ analysis, findings, rules }, { id, header = true } = {}) {
  const slice = (/** @type {Span | null | undefined} */ span) => (span ? analysis.text.slice(...span) : '');
  const { title, published } = analysis.article;
  const rows = findings.map((finding) => {
    const { layer, start, end, voice, about, item } = finding;
    const attribution = layer === 'attribution';
    return [layer, start, end, attribution ? about.map(slice).join(' … ') : analysis.text.slice(start, end),
      voice === NOBODY ? '' : nameOf(analysis, voice), attribution ? '' : slice(about[0]), slice(item.source), slice(item.cue),
      item.kind ?? '', item.polarity ?? '', item.strength ?? '', item.score?.toFixed(3) ?? '', item.rule ?? '', why(finding, rules),
      id ?? '', title ?? '', published ?? '', analysis.language];
  });
  const head = ['layer', 'start', 'end', 'text', 'voice', 'about', 'source', 'cue', 'kind', 'polarity', 'strength', 'score', 'rule', 'why', 'id', 'title', 'published', 'language'];
  return (header ? [head, ...rows] : rows).map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * Text that a spreadsheet would take for a formula is marked as text.
 *
 * @param {string | number} value
 */
function cell(value) {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string} text */
const plain = (text) => text.replace(/[\\`*_[\]<>#|]/gu, '\\$&');

/** @param {Found} found */
export function markdown({ analysis, findings }) {
  const { title, byline, published } = analysis.article;
  const lines = [`# ${plain(title ?? 'Analysis')}`, ''];
  const facts = [byline && plain(byOf(byline)), published?.slice(0, 10)].filter(Boolean).join(', ');
  if (facts) lines.push(facts, '');
  lines.push(GUESSED, '');
  const phrases = analysis.keyphrases.map(({ text, mentions }) => `- ${plain(text)} (${mentions.length}×)`);
  lines.push('## Keyphrases', '', ...(phrases.length ? phrases : ['No keyphrase was found.']), '');
  // Noughts would read as if one had looked.
  if (!isEnglish(analysis)) return [...lines, ENGLISH_ONLY, ''].join('\n');
  lines.push('## Stance profile', '', '| Stance | Count |', '| --- | ---: |');
  for (const { name, label } of STANCES) lines.push(`| ${label} | ${findings.filter(({ layer }) => layer === name).length} |`);
  lines.push('', '## Voices', '');
  const voices = voicesOf(analysis, findings);
  if (!voices.length) lines.push('No speaker and no position was found.', '');
  for (const { name, findings: own } of voices) {
    const rows = own.filter(({ layer }) => layer === 'attribution' || POSITIONS.includes(layer));
    if (!rows.length) continue;
    lines.push(`### ${plain(name)}`, '');
    for (const finding of rows) {
      const { layer, start, end, item } = finding;
      const about = layer === 'attribution' ? finding.about : aboutOf(finding);
      const phrase = `${isTurned(finding) ? 'not ' : ''}${plain(excerpt(analysis.text, [[start, end]], 300))}`;
      const rest = about.length ? plain(excerpt(analysis.text, about, 300)) : '';
      const does = plain(verbOf(analysis, finding));
      const said = item.kind === 'quote' ? `“${rest || phrase}”` : rest || phrase;
      lines.push(layer === 'attribution' ? `- ${does}: ${said}` : `- ${does}: **${phrase}**${rest && ` ${rest}`}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** Text before and after that tells equal words apart. */
const CONTEXT = 32;

/**
 * The W3C Web Annotation Data Model. Its positions count code points, so they are converted in one sweep.
 *
 * @param {Found} found
 * @param {Table} [table] `id`: the address of the article is named as the source; another name becomes part of ours.
 */
export function annotations({ analysis, findings, rules }, { id } = {}) {
  const { text } = analysis;
  const urn = (/** @type {string} */ what) => `urn:stance-lens:${what}${id == null ? '' : `:${encodeURIComponent(id)}`}`;
  const source = URL.canParse(String(id)) ? String(id) : urn('article');
  const toCodePoints = codePoints(text);
  const items = findings.map((finding, index) => {
    const { layer, start, end, item } = finding;
    const said = [oneOf(layer), voiceOf(analysis, finding), why(finding, rules)].filter(Boolean).join('. ');
    return {
      id: `${urn('finding')}:${index}`,
      type: 'Annotation',
      motivation: 'tagging',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: layer },
        { type: 'TextualBody', purpose: 'describing', value: item.rule ? `${said} (${item.rule})` : said, language: 'en' },
      ],
      target: {
        source,
        selector: [
          { type: 'TextPositionSelector', start: toCodePoints(start), end: toCodePoints(end) },
          { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: text.slice(whole(text, start - CONTEXT), start), suffix: text.slice(end, whole(text, end + CONTEXT)) },
        ],
      },
    };
  });
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: urn('annotations'), type: 'AnnotationPage', items };
  return `${JSON.stringify(page, null, 1)}\n`;
}

/**
 * An offset that does not cut a surrogate pair.
 *
 * @param {string} text
 * @param {number} offset
 */
function whole(text, offset) {
  const unit = text.charCodeAt(offset);
  return Math.max(0, unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset);
}

/**
 * From UTF-16 units to code points: the number of pairs before an offset, by halving.
 *
 * @param {string} text
 */
function codePoints(text) {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
  return (/** @type {number} */ offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);

/** @type {Record<string, string>} */
const ELEMENTS = { title: 'h1', heading: 'h2', quote: 'blockquote' };

/** Beyond this many findings a page with a note on each would be too much for any browser. */
const MOST_NOTES = 20_000;

/** No mark is looked for further back than this, so that a page of any length is written in one sweep. */
const LONGEST = 50_000;

/**
 * A page that needs nothing else: no script, layers switched by style alone, and a policy that lets nothing in.
 *
 * @param {Found} found
 */
export function html({ analysis, findings }) {
  const { text, article, language } = analysis;
  const marks = findings.flatMap((finding) => finding.marks).sort((a, b) => a.start - b.start);
  const blocks = article.blocks.length ? article.blocks : [{ kind: 'paragraph', start: 0, end: text.length }];
  let from = 0;
  const body = blocks.map(({ kind, start, end }) => {
    while (from < marks.length && marks[from].start < start - LONGEST) from += 1;
    /** @type {Mark[]} */
    const inside = [];
    for (let i = from; i < marks.length && marks[i].start < end; i++) if (marks[i].end > start) inside.push(marks[i]);
    const content = segments(inside, start, end).map(({ start: a, end: b, categories }) => {
      const notes = findings.length > MOST_NOTES ? [] : inside.filter((mark) => mark.start <= a && mark.end >= b && mark.category !== 'source' && mark.category !== 'cue');
      const title = [...new Set(notes.map(({ finding }) => finding && label(analysis, finding)))].join('; ');
      return categories.reduce((inner, category, i) => `<mark class="paint ${category}"${i === 0 && title ? ` title="${escape(title)}"` : ''}>${inner}</mark>`, escape(text.slice(a, b)));
    });
    const element = ELEMENTS[kind] ?? 'p';
    return `<${element} dir="auto" class="${escape(kind)}">${content.join('')}</${element}>`;
  });
  const used = FINDINGS.filter(({ name }) => findings.some(({ layer }) => layer === name));
  const off = used.map(({ name }) => `body:has(#show-${name}:not(:checked)) :is(${categoriesOf(name).map((category) => `article .${category}`).join(', ')}) { background: none; text-decoration: none; }`);
  const title = escape(article.title ?? 'Article');
  const facts = [article.byline && byOf(article.byline), article.published?.slice(0, 10)].filter(Boolean).join(', ');
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; ${HUES_CSS} }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.75 "Iowan Old Style", Charter, Georgia, serif; color: light-dark(#1d2126, #e7e5e0); background: light-dark(#fffefb, #1a1d21); overflow-wrap: anywhere; }
mark { color: inherit; background: none; text-decoration-skip-ink: none; }
p, h1, h2, blockquote { white-space: pre-line; }
h1, h2 { line-height: 1.3; }
.caption, .note, .chrome { font-size: .85em; opacity: .8; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font: .875rem/1.8 system-ui, sans-serif; border-block: 1px solid; padding-block: .5rem; }
${PAINT_CSS.replace(HIGHLIGHTS, '')}
${off.join('\n')}
${FORCED_CSS.replace(HIGHLIGHTS, '').replace('.text,', 'article,')}
</style>
</head>
<body>
<div class="legend">${used.map(({ name, label: shown }) => `<label><input type="checkbox" id="show-${name}" checked> <span class="paint ${categoriesOf(name)[0]}">${shown}</span></label>`).join('')}</div>
<p class="note">${facts && `${escape(facts)}. `}${GUESSED}</p>
<article>
${body.join('\n')}
</article>
</body>
</html>
`;
}

/** @param {Analysis} analysis @param {Finding} finding */
function label(analysis, finding) {
  const { layer, item } = finding;
  return [oneOf(layer, item.kind), voiceOf(analysis, finding)].filter(Boolean).join(': ');
}
