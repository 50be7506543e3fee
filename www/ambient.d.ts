/** What the page uses of worlds other than a page's own, and no more. */

declare module 'node:fs/promises' {
  export function readFile(file: URL): Promise<Uint8Array<ArrayBuffer>>;
}

/** WebAssembly as text: gzip in Base64, made where the package is packed. */
declare module '*.inline.js' {
  const packed: string;
  export default packed;
}

interface ServiceWorkerGlobalScope {
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}
