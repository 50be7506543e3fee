/**
 * Sites that the page is asked to read from: a server of https on this machine, whose certificate nobody but these
 * tests trusts, so that the page's policy is tried as it is.
 */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const both = readFileSync(new URL('fixtures/localhost.pem', import.meta.url));

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @param {Record<string, (response: Response, request: Request) => void>} pages By path.
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function siteWith(pages) {
  const server = createServer({ key: both, cert: both }, (request, response) => {
    const answer = pages[new URL(request.url ?? '/', 'https://localhost').pathname];
    if (answer) answer(response, request);
    else response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `https://localhost:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * An answer that every page may read.
 *
 * @param {string | Buffer} body
 * @param {string} media
 * @returns {(response: Response) => void}
 */
export const open = (body, media) => (response) =>
  void response.writeHead(200, { 'content-type': media, 'access-control-allow-origin': '*' }).end(body);
