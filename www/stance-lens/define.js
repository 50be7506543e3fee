/** Defines `<stance-lens>`; loading this module is all that a page needs to do. */
import { StanceLens } from './element.js';

if (!customElements.get('stance-lens')) customElements.define('stance-lens', StanceLens);
