/**
 * What a lens wears, and what it loads once there is an article: `intake.js`, whose views have looks of their own.
 *
 * @typedef {typeof import('./intake.js')} Intake
 */

import { CSS, sheetOf } from './styles.js';

export class Late {
  #styles = [CSS];
  /** @type {Promise<Intake> | null} */ #loaded = null;
  /** Whether that failed once. */ #missed = false;
  #element;
  #does;

  /**
   * @param {HTMLElement} element
   * @param {object} does
   * @param {(intake: Intake) => void} does.arrived
   * @param {() => void} does.mended It is there, after it could not be had.
   */
  constructor(element, does) {
    this.#element = element;
    this.#does = does;
  }

  /** What is loaded late; another try where that failed. */
  load() {
    return (this.#loaded ??= import('./intake.js').then((intake) => {
      this.#styles.push(intake.CSS);
      this.dress();
      this.#does.arrived(intake);
      if (this.#missed) this.#does.mended();
      return intake;
    }, (error) => {
      this.#missed = true;
      this.#loaded = null;
      throw error;
    }));
  }

  /** Gives the element its styles, in another document anew. */
  dress() {
    const { shadowRoot, ownerDocument } = this.#element;
    const worn = shadowRoot?.adoptedStyleSheets;
    for (const css of this.#styles) {
      const sheet = sheetOf(css, ownerDocument);
      if (!worn?.includes(sheet)) worn?.push(sheet);
    }
  }
}
