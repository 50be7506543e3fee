/**
 * The analysis in this very thread, for places without workers: Node, and pages that load the package from
 * another origin. It takes the place of a `Worker`, but a call that has begun cannot be cut short.
 *
 * @import { ToWorker, FromWorker } from './protocol.js'
 *
 * @typedef {object} Port What the client needs of a worker.
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 * @property {(message: ToWorker) => void} postMessage
 * @property {() => void} terminate
 */

import { describe } from './protocol.js';

/** Ports of this thread; they share one instance, and the last one that goes gives its memory back. */
let open = 0;

/** @returns {Port} */
export function localPort() {
  /** @type {((event: {data: FromWorker}) => void)[]} */
  const listeners = [];
  let ended = false;
  open += 1;
  // Only who needs it loads it.
  const loaded = import('./service.js');
  const answer = loaded.then(({ service }) => service((data) => {
    if (!ended) for (const listener of listeners) listener({ data });
  }));
  answer.catch((error) => {
    for (const listener of listeners) listener({ data: { type: 'failed', error: describe(error) } });
  });
  return {
    addEventListener(type, listener) {
      if (type === 'message') listeners.push(listener);
    },
    postMessage(message) {
      void answer.then((handle) => (ended ? undefined : handle(message)), () => {});
    },
    terminate() {
      if (!ended && !(open -= 1)) void loaded.then(({ reset }) => open || reset(), () => {});
      ended = true;
    },
  };
}
