/**
 * Tabs after the ARIA pattern: arrows move, one tab stop, panels labelled by their tab.
 */

import { h } from './dom.js';

let made = 0;

export class Tabs {
  /** @type {Map<string, {tab: HTMLButtonElement, panel: HTMLElement}>} */ #entries = new Map();
  current = '';

  /**
   * @param {Record<string, {label: string, panel: HTMLElement}>} panels
   * @param {(name: string) => void} changed
   */
  constructor(panels, changed) {
    this.changed = changed;
    const id = `lens-${++made}`;
    for (const [name, { label, panel }] of Object.entries(panels)) {
      const tab = h('button', { type: 'button', role: 'tab', id: `${id}-tab-${name}`, 'aria-controls': `${id}-${name}`, 'data-tab': name, onclick: () => this.select(name) }, label);
      panel.id = `${id}-${name}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      this.#entries.set(name, { tab, panel });
    }
    this.element = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Views', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) },
      ...[...this.#entries.values()].map(({ tab }) => tab));
    this.select(Object.keys(panels)[0]);
  }

  /** @param {string} name */
  select(name) {
    this.current = name;
    for (const [other, { tab, panel }] of this.#entries) {
      const on = other === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      panel.toggleAttribute('data-current', on);
    }
    this.changed(name);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const tabs = [...this.#entries].filter(([, { tab }]) => tab.checkVisibility());
    const at = tabs.findIndex(([name]) => name === this.current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const [name, { tab }] = tabs[(to + tabs.length) % tabs.length];
    this.select(name);
    tab.focus();
  }
}
