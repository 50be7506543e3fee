/**
 * Bytes of a file or of an answer to text, as the native core decides it (src/article/encoding.rs; one table tests both):
 * by the byte order mark, as UTF-8, by what is declared, else as windows-1252, which is what files without any of these
 * mostly are. The decoders are the browser's own.
 */

// From there, of which the package has one copy.
import { StanceLensError } from './client.js';

/** @import { Input } from './input.js' */

/** Bytes at the start of a file in which an encoding is declared. */
const HEAD = 2048;

/** How files begin that are written in letters but are no text to read: PDF, and what word processors exchange. */
const FORMS = /^(?:%PDF-|\{\\rtf)/u;

/** @type {readonly [mark: number[], label: string][]} */
const MARKS = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];

/**
 * @param {Uint8Array} bytes
 * @param {string} name What to call it where it is no text.
 * @param {string | null} [declared] Encoding that came with it, from a server.
 */
export function decode(bytes, name, declared = null) {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  const head = bytes.subarray(0, HEAD);
  if (head.includes(0) || FORMS.test(String.fromCharCode(...head.subarray(0, 5)))) {
    throw new StanceLensError('unsupported-format', `${name} is not a text: open a .txt, .md, .html or .json file, or paste the article.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return (usable(decoderFor(declared)) ?? usable(declaredIn(head)) ?? new TextDecoder('windows-1252')).decode(bytes);
  }
}

/** @param {string | null | undefined} label */
function decoderFor(label) {
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    return null;
  }
}

/** What is no UTF-8 was tried as such. @param {TextDecoder | null} decoder */
const usable = (decoder) => (decoder?.encoding === 'utf-8' ? null : decoder);

/**
 * The encoding that a page declares in its first bytes, else the one that an XML file does; of each the first.
 *
 * @param {Uint8Array} head
 */
function declaredIn(head) {
  const text = new TextDecoder('windows-1252').decode(head).toLowerCase();
  return decoderFor(/charset=["' ]*([\w:-]*)/u.exec(text)?.[1]) ?? decoderFor(/encoding=["' ]*([\w:-]*)/u.exec(text)?.[1]);
}

/** What names of files end with, as the native core has it (src/article/sniff.rs); one table tests both. @type {readonly [RegExp, Input['format']][]} */
const FORMATS = [[/\.(?:html?|xhtml)$/iu, 'html'], [/\.json$/iu, 'json'], [/\.(?:md|markdown|mdown|mkd)$/iu, 'markdown']];

/**
 * The form that a file of this name has, whatever is in it.
 *
 * @param {string} name
 */
export const formatOfFile = (name) => FORMATS.find(([ending]) => ending.test(name))?.[1] ?? 'auto';

/**
 * @param {File} file
 * @param {number} most Largest file, in bytes.
 * @returns {Promise<Input>}
 */
export async function readFile(file, most) {
  if (file.size > most) {
    throw new StanceLensError('too-large', `${file.name} has ${Math.ceil(file.size / 2 ** 20)} MB; the limit is ${Math.floor(most / 2 ** 20)} MB.`);
  }
  const content = decode(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!content.trim()) throw new StanceLensError('no-article', `${file.name} is empty.`);
  return { content, format: formatOfFile(file.name), name: file.name };
}
