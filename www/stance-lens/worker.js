/** The analysis in a thread of its own. To cancel, the client ends it: that also gives its memory back. */

import { service } from './service.js';
import * as core from './wasm/stance_lens.js';

const answer = service(core, () => import('./wasm/stance_lens_html.js'), (message) => postMessage(message));
addEventListener('message', ({ data }) => void answer(data));
