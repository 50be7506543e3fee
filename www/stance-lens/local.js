/**
 * The analysis in this very thread, for places without workers: Node, and pages that load the package from
 * another origin. It takes the place of a `Worker`, but a call that has begun cannot be cut short.
 *
 * @typedef {import('./protocol.js').ToWorker} ToWorker
 * @typedef {import('./protocol.js').FromWorker} FromWorker
 *
 * @typedef {object} Port What the client needs of a worker.
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 * @property {(message: ToWorker) => void} postMessage
 * @property {() => void} terminate
 */

import { service } from './service.js';

let made = 0;

/** @returns {Port} */
export function localPort() {
  /** @type {((event: {data: FromWorker}) => void)[]} */
  const listeners = [];
  let ended = false;
  const turn = (made += 1);
  const answer = load('stance_lens', turn).then((core) => service(core, () => load('stance_lens_html', turn), (data) => {
    if (!ended) for (const listener of listeners) listener({ data });
  }));
  return {
    addEventListener(type, listener) {
      if (type === 'message') listeners.push(listener);
    },
    postMessage(message) {
      void answer.then((handle) => (ended ? undefined : handle(message)));
    },
    terminate() {
      ended = true;
    },
  };
}

/**
 * The glue holds one instance, so that another instance needs the glue under another address.
 *
 * @param {'stance_lens' | 'stance_lens_html'} name
 * @param {number} turn
 * @returns {Promise<typeof import('./wasm/stance_lens.js')>}
 */
function load(name, turn) {
  if (turn === 1) return name === 'stance_lens' ? import('./wasm/stance_lens.js') : import('./wasm/stance_lens_html.js');
  const again = new URL(import.meta.url);
  again.pathname = again.pathname.replace(/[^/]*$/u, `wasm/${name}.js`);
  again.search = `?${turn}`;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ again.href);
}
