/** Defines `<stance-lens>`; loading this module is all that a page needs to do. */
import { StanceLens } from './element.js';
// Named here so that it is fetched together with the element, and not after it.
import './client.js';

if (globalThis.customElements && !customElements.get('stance-lens')) customElements.define('stance-lens', StanceLens);
