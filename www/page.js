/** The page keeps itself, so that it opens without a network once it was loaded. */
import { trusted } from './stance-lens/trust.js';

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register(trusted(new URL('service-worker.js', import.meta.url))).catch(() => {
    // Without it the page works all the same, as long as there is a network.
  });
}
