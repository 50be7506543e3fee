/**
 * Keeps the page for when there is no network. The network comes first, so that nobody reads an old page while
 * a new one can be had; nothing but the page's own files is ever kept.
 */

const KEPT = 'stance-lens';

const MODULES = [
  'address', 'apart', 'article', 'card', 'chooser', 'client', 'clipboard', 'decode', 'define', 'dom', 'element', 'exports', 'findings',
  'host', 'input', 'intake', 'late', 'layers', 'legend', 'lens', 'lists', 'local', 'overview', 'paint', 'painter', 'pane', 'protocol', 'reader',
  'reading', 'rows', 'service', 'session', 'shell', 'side', 'styles', 'tabs', 'trust', 'voices', 'walker', 'worker',
];

const FILES = [
  './', 'page.css', 'page.js', 'samples/harbour.txt',
  ...MODULES.map((name) => `stance-lens/${name}.js`),
  ...['stance_lens', 'stance_lens_html'].flatMap((name) => [`stance-lens/wasm/${name}.js`, `stance-lens/wasm/${name}_bg.wasm`]),
];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES))));

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    // Only what was kept before is kept again: an article that is opened is nobody's business.
    if (response.ok && (await cache.match(request))) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept) return kept;
    throw error;
  }
}
