/** The analysis in a thread of its own. To cancel, the client ends it: that also gives its memory back. */

import { service } from './service.js';

const answer = service((message) => postMessage(message));
addEventListener('message', ({ data }) => void answer(data));
