/** The one thing that `stance-lens/node.js` needs of Node. */
declare module 'node:fs/promises' {
  export function readFile(file: URL): Promise<Uint8Array<ArrayBuffer>>;
}
