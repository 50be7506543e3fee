/**
 * The article at an address, fetched by the browser itself: no server of ours stands between. Sites may forbid
 * that, and many do; then a reader is told so, and what works instead.
 */

// From there, of which the package has one copy.
import { StanceLensError } from './client.js';
import { decode } from './decode.js';

/** @import { Input } from './input.js' */

/** How long a site may take for all of an answer, in milliseconds. */
const PATIENCE = 20_000;

/** What works where an address cannot be read, for who typed it and for readers of a page that names it. */
const INSTEAD = ['open it there and paste the article here, or press the bookmarklet on its page', 'open it there'];

/**
 * @param {string} address As a reader writes it: without `https://` too. Other pages than our own are asked for by
 *   https, which is all that the content policy lets through.
 * @param {string} base Address of this page.
 * @param {boolean} [given] By a page, which may mean http where it is of http itself.
 * @returns {URL}
 */
export function readAddress(address, base, given = false) {
  const written = address.trim();
  const named = /^[\w-]+(\.[\w-]+)+([:/?#]|$)/u.test(written) ? `https://${written}` : written;
  const url = URL.canParse(named) ? new URL(named) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new StanceLensError('unknown-option', `“${written.slice(0, 80)}” is not the address of a page: it should begin with https://.`);
  }
  const { origin, protocol } = new URL(base);
  if (url.origin !== origin && !(given && protocol === 'http:')) url.protocol = 'https:';
  return url;
}

/**
 * @param {URL} url
 * @param {object} how
 * @param {number} how.most Largest answer, in bytes.
 * @param {AbortSignal} [how.signal]
 * @param {number} [how.patience]
 * @param {boolean} [how.given] By a page, as for `readAddress`.
 * @param {(done: number, total: number) => void} [how.onProgress] `total` is 0 where it is not known.
 * @returns {Promise<Input>}
 */
export async function fetchArticle(url, { most, signal, patience = PATIENCE, given = false, onProgress }) {
  const instead = INSTEAD[Number(given)];
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, patience);
  signal?.addEventListener('abort', () => stop.abort());
  try {
    // Nothing of the reader goes along: no cookies, and not where they come from.
    const response = await fetch(url, { signal: stop.signal, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { accept: 'text/html, application/json, text/plain;q=0.9, */*;q=0.5' } });
    if (!response.ok) throw new StanceLensError('no-article', `${url.host} answered ${response.status} instead of a page: check the address, or ${instead}.`);
    const media = response.headers.get('content-type') ?? '';
    if (/^(image|audio|video|font)\/|pdf|zip/iu.test(media)) {
      throw new StanceLensError('unsupported-format', `What ${url.host} has there is no text but ${media.split(';')[0]}: copy the article and paste it here.`);
    }
    const bytes = await body(response, url, most, onProgress);
    const content = decode(bytes, `What ${url.host} sent`, /charset=["']?([\w:-]+)/iu.exec(media)?.[1] ?? null);
    return { content, format: /html/iu.test(media) ? 'html' : /json/iu.test(media) ? 'json' : 'auto', url: response.url };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof StanceLensError) throw error;
    if (late) throw new StanceLensError('no-article', `${url.host} took longer than ${patience / 1000} seconds to answer: try again, or ${instead}.`);
    if (globalThis.navigator?.onLine === false) throw new StanceLensError('no-article', `There is no network, so that ${url.host} cannot be asked: paste the article here.`);
    // Browsers tell a page no more than that.
    throw new StanceLensError('no-article', `${url.host} does not let other sites read its pages, or cannot be reached: ${instead}.`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @param {URL} url
 * @param {number} most
 * @param {((done: number, total: number) => void)} [onProgress]
 */
async function body(response, url, most, onProgress) {
  const total = Number(response.headers.get('content-length')) || 0;
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (Math.max(length, total) > most) {
      void reader?.cancel();
      throw new StanceLensError('too-large', `What ${url.host} has there is larger than ${Math.floor(most / 2 ** 20)} MB, which is the limit.`);
    }
    parts.push(part.value);
    onProgress?.(length, total);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
