/**
 * `<stance-lens>`: an article goes in, and is read with what was found in it.
 *
 * Attributes: `for` (id of an element of the page to read in place), `src` (address of an article), `sample`
 * (address of an article to offer), `layers` (names of the layers shown at first), `lang`, `open`,
 * `worker-url` and `wasm-url`. Events: `analysis` (its detail is the analysis) and `failure` (the error).
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').Rules} Rules
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('./findings.js').Voice} Voice
 * @typedef {import('./input.js').Input} Input
 *
 * @typedef {{content: string, options: import('./contract.js').AnalyzeOptions}} Source
 *
 * @typedef {object} State
 * @property {Analysis} analysis
 * @property {Finding[]} findings
 * @property {Voice[]} voices
 * @property {Map<string, number>} counts
 * @property {'phrases' | 'words'} mode
 * @property {boolean} apart Whether what is not the article is shown in the text.
 *
 * @typedef {object} Does What views can ask for.
 * @property {(finding: Finding, from?: HTMLElement) => void} open
 * @property {(which: (finding: Finding) => boolean) => void} next
 * @property {(filter: {layer?: string, voice?: number}) => void} list
 * @property {(id: number) => void} voice
 * @property {(mode: 'phrases' | 'words') => void} keyphrases
 * @property {(shown: boolean) => void} apart
 */

import { Card, summary } from './card.js';
import { createAnalyzer } from './client.js';
import { button, h, number } from './dom.js';
import { countsOf, findingsOf, voicesOf } from './findings.js';
import { EDITABLE, Editor, acceptDrops, readFile } from './input.js';
import { LAYERS, layerOf } from './layers.js';
import { Legend } from './legend.js';
import { FindingsView, articleView, voicesView } from './lists.js';
import { overview } from './overview.js';
import { Reader } from './reader.js';
import { sheet } from './styles.js';
import { Tabs } from './tabs.js';

/** Largest document, in bytes; the core's own limit. */
const LIMIT = 32 * 2 ** 20;
/** Work shorter than this shows no progress, in milliseconds. */
const PATIENCE = 200;
/** Rest of the pointer before a card opens or closes, in milliseconds. */
const REST = 140;

/** Below this width text and findings take turns. */
const WIDE = 820;

export class StanceLens extends HTMLElement {
  static observedAttributes = ['src', 'for', 'layers'];

  /** @type {State | null} */ #state = null;
  /** @type {Source | null} */ #source = null;
  /** @type {ReturnType<typeof createAnalyzer> | null} */ #analyzer = null;
  /** @type {AbortController | null} */ #work = null;
  /** @type {Rules} */ #rules = {};
  /** @type {Finding | null} */ #active = null;
  /** @type {HTMLElement | null} */ #cameFrom = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;
  /** @type {'phrases' | 'words'} */ #mode = 'phrases';
  /** @type {HTMLElement | null} */ #root = null;
  #apart = false;
  #built = false;
  #measured = false;
  #layers = new Set(LAYERS.map(({ name }) => name));

  /** @type {Does} */
  #does = {
    open: (finding, from) => this.#go(finding, from ?? null),
    next: (which) => {
      const all = this.#state?.findings.filter(which) ?? [];
      const at = this.#active?.index ?? -1;
      const next = all.find(({ index }) => index > at) ?? all[0];
      if (next) this.#go(next, this.#focused());
    },
    list: (filter) => {
      this.#findings.filter(filter);
      this.#tabs.select('findings');
    },
    voice: (id) => {
      this.#tabs.select('voices');
      const voice = this.#panels.voices.querySelector(`[data-voice="${id}"]`);
      voice?.scrollIntoView({ block: 'start' });
      /** @type {HTMLElement | null | undefined} */ (voice?.querySelector('button'))?.focus();
    },
    keyphrases: (mode) => {
      this.#mode = mode;
      if (this.#source) void this.#analyse(this.#source);
    },
    apart: (shown) => {
      this.#apart = shown;
      this.#text.toggleAttribute('data-apart', shown);
    },
  };

  #reader = new Reader();
  #card = new Card({
    step: (by) => this.#step(by),
    close: () => this.#close(),
    go: (finding) => this.#go(finding, this.#cameFrom),
    cite: async (finding) => {
      const { citation } = await import('./exports.js');
      if (this.#state) await navigator.clipboard.writeText(citation(this.#state.analysis, finding));
    },
  });
  #legend = new Legend(this.#layers, () => this.#filter());
  #findings = new FindingsView(this.#does);
  #panels = {
    overview: h('div', { class: 'panel overview' }),
    voices: h('div', { class: 'panel' }),
    findings: h('div', { class: 'panel' }, ...this.#findings.nodes),
    article: h('div', { class: 'panel' }),
  };
  #text = h('div', { class: 'reader', part: 'article' },
    h('div', { class: 'page', tabindex: '0', role: 'region', 'aria-label': 'Article. J and K walk through the findings, Escape closes a card.' }, this.#reader.element), this.#card.element);
  #tabs = new Tabs({
    text: { label: 'Text', panel: this.#text },
    overview: { label: 'Overview', panel: this.#panels.overview },
    voices: { label: 'Voices', panel: this.#panels.voices },
    findings: { label: 'Findings', panel: this.#panels.findings },
    article: { label: 'Article', panel: this.#panels.article },
  }, (name) => {
    const before = this.#root?.dataset.tab ?? name;
    this.#root?.setAttribute('data-tab', name);
    this.#view(name);
    if (this.#root?.dataset.width === 'narrow' && before !== name) this.#turn(before, name);
  });
  /** @type {Map<string, number>} */ #places = new Map();
  #live = h('p', { class: 'unseen', 'aria-live': 'polite' });
  #error = h('div', { class: 'error', role: 'alert', hidden: true });
  #progress = h('progress', { 'aria-label': 'Progress' });
  #doing = h('span', { role: 'status' });
  #busy = h('div', { class: 'busy', hidden: true }, this.#doing, this.#progress, button('Stop', () => this.stop(), { 'data-action': 'stop' }));
  /** @type {Editor} */ #editor = new Editor({
    read: (input, article) => void this.#take(input, article),
    open: (file) => void this.openFile(file),
    sample: () => void this.load(this.getAttribute('sample') ?? ''),
  });
  #size = new ResizeObserver(([{ contentRect }]) => {
    const wide = contentRect.width >= WIDE;
    this.#root?.setAttribute('data-width', wide ? 'wide' : 'narrow');
    if (wide && this.#tabs.current === 'text') this.#tabs.select('overview');
    if (!this.#measured) this.#legend.element.open = wide;
    this.#measured = true;
  });

  /** The analysis that is shown. */
  get analysis() {
    return this.#state?.analysis ?? null;
  }

  connectedCallback() {
    if (!this.#built) this.#build();
    this.#size.observe(this);
    addEventListener('beforeprint', this.#print);
    if (this.hasAttribute('src') && !this.#state) void this.load(this.getAttribute('src') ?? '');
  }

  disconnectedCallback() {
    this.#size.disconnect();
    removeEventListener('beforeprint', this.#print);
    this.stop();
    this.#reader.clear();
    this.#analyzer?.dispose();
    this.#analyzer = null;
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (name === 'layers' && value !== null) {
      this.#layers.clear();
      for (const layer of value.split(/\s+/u)) this.#layers.add(layer);
      this.#legend.refresh();
      this.#filter();
    } else if (name === 'src' && this.#built && this.isConnected && value) void this.load(value);
  }

  /**
   * Reads an article; what is shown stays until the new analysis is there, and after an error.
   *
   * @param {string} content
   * @param {import('./contract.js').AnalyzeOptions} [options]
   * @returns {Promise<Analysis | null>} Null when it was stopped, or failed.
   */
  analyze(content, options = {}) {
    return this.#analyse({ content, options });
  }

  /**
   * Reads the article at an address.
   *
   * @param {string} url
   */
  async load(url) {
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The article could not be loaded: the server answered ${response.status}.`);
      const html = response.headers.get('content-type')?.includes('html');
      return await this.#analyse({ content: await response.text(), options: { format: html ? 'html' : 'auto', url: response.url } });
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** @param {File} file */
  async openFile(file) {
    try {
      await this.#take(await readFile(file, LIMIT), true);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Stops the analysis under way; what was there before stays. */
  stop() {
    this.#work?.abort(new DOMException('Stopped.', 'AbortError'));
  }

  #build() {
    this.#built = true;
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet()];
    if (!this.hasAttribute('sample')) this.#editor.element.querySelector('[data-action=sample]')?.remove();
    const menu = h('details', { class: 'menu' }, h('summary', {}, 'Export'), h('div', { class: 'menu-items' },
      ...[['json', 'Analysis (JSON)'], ['csv', 'Findings (CSV)'], ['markdown', 'Report (Markdown)'], ['annotations', 'Web annotations (JSON-LD)'], ['html', 'Page with highlights (HTML)']].map(([kind, label]) =>
        button(label, () => {
          menu.open = false;
          void this.#export(kind);
        }, { 'data-export': kind }))));
    this.#root = h('div', { class: 'lens', part: 'lens', 'data-view': 'write', 'data-tab': this.#tabs.current },
      h('div', { class: 'toolbar', part: 'toolbar' },
        h('div', { class: 'pair', role: 'group', 'aria-label': 'Show' },
          button('Read', () => this.#show('read'), { 'data-view': 'read' }), button('Edit', () => this.#show('write'), { 'data-view': 'write' })),
        button('Open…', () => this.#editor.picker.click()), menu, button('New', () => this.#empty()),
        h('span', { class: 'keys faint' }, h('kbd', {}, 'j'), ' ', h('kbd', {}, 'k'), ' walk the findings')),
      this.#busy, this.#error,
      h('div', { class: 'body' },
        h('div', { class: 'side', part: 'side' }, this.#tabs.element, this.#legend.element, h('div', { class: 'panels' }, ...Object.values(this.#panels))),
        h('div', { class: 'main' }, this.#editor.element, this.#text)),
      this.#live);
    shadow.append(this.#root);
    this.#root.addEventListener('keydown', (event) => this.#key(event));
    acceptDrops(this.#root, (file) => void this.openFile(file), (text) => void this.#take({ content: text, format: 'auto' }, true));
    this.#listen();
  }

  /** Opens cards where the pointer rests, and pins them where it presses. */
  #listen() {
    const text = this.#reader.element;
    const rest = (/** @type {() => void} */ then) => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        if (!this.#card.pinned) then();
      }, REST);
    };
    const hide = () => rest(() => this.#card.hide());
    text.addEventListener('pointermove', ({ target, clientX, clientY, pointerType, buttons }) => {
      if (pointerType !== 'mouse' || buttons) return;
      rest(() => {
        const hits = this.#reader.at(target ?? undefined, clientX, clientY);
        text.toggleAttribute('data-hit', hits.length > 0);
        if (!hits.length) this.#card.hide();
        else if (hits[0].finding !== this.#card.finding) this.#explain(hits.map(({ finding }) => finding), hits[0].rect, false);
      });
    });
    text.addEventListener('pointerleave', hide);
    this.#card.element.addEventListener('pointerenter', () => clearTimeout(this.#rest));
    this.#card.element.addEventListener('pointerleave', hide);
    text.addEventListener('click', ({ target, clientX, clientY }) => {
      if (getSelection()?.isCollapsed === false) return;
      clearTimeout(this.#rest);
      const hits = this.#reader.at(target ?? undefined, clientX, clientY);
      if (!hits.length) return this.#close();
      this.#activate(hits[0].finding);
      this.#explain(hits.map(({ finding }) => finding), hits[0].rect, true);
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const within = /** @type {Element} */ (target);
    if (key === 'Escape') {
      const menu = within.closest('details.menu');
      if (menu) {
        menu.removeAttribute('open');
        menu.querySelector('summary')?.focus();
      } else if (!this.#card.element.hidden) this.#close();
      else return;
      return event.stopPropagation();
    }
    if (ctrlKey || metaKey || altKey || !this.#state || within.matches('textarea, input, select')) return;
    const inText = within.closest('.reader') !== null;
    const by = key === 'j' || (inText && key === 'ArrowRight') ? 1 : key === 'k' || (inText && key === 'ArrowLeft') ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    this.#step(by);
  }

  /** @param {1 | -1} by */
  #step(by) {
    const findings = this.#state?.findings ?? [];
    const at = this.#active?.index ?? (by > 0 ? -1 : findings.length);
    for (let i = at + by; i >= 0 && i < findings.length; i += by) {
      if (!this.#shows(findings[i])) continue;
      return this.#go(findings[i], this.#cameFrom);
    }
    this.#live.textContent = by > 0 ? 'That was the last finding.' : 'That was the first finding.';
  }

  /**
   * Shows a finding in the text, with its card.
   *
   * @param {Finding} finding
   * @param {HTMLElement | null} from What gets the focus back.
   */
  #go(finding, from) {
    if (!this.#state || !this.#root) return;
    this.#cameFrom = from;
    this.#show('read');
    if (this.#root.dataset.width === 'narrow') this.#tabs.select('text');
    this.#activate(finding);
    const rect = this.#reader.reveal(finding);
    const page = /** @type {HTMLElement} */ (this.#text.firstElementChild);
    if (!this.#text.contains(this.#focused())) page.focus({ preventScroll: true });
    const others = this.#state.findings.slice(Math.max(0, finding.index - 12), finding.index + 12);
    const also = others.filter((other) => other !== finding && other.start < finding.end && other.end > finding.start && this.#shows(other));
    if (rect) this.#explain([finding, ...also], rect, true);
    this.#live.textContent = `${summary(this.#state.analysis, finding)}. ${finding.index + 1} of ${this.#state.findings.length}.`;
  }

  /**
   * @param {Finding[]} findings
   * @param {DOMRect} rect
   * @param {boolean} pinned
   */
  #explain([finding, ...also], rect, pinned) {
    if (!this.#state) return;
    const { analysis, findings } = this.#state;
    this.#card.show(analysis, this.#rules, finding, { also, pinned, place: `${number(finding.index + 1)} of ${number(findings.length)}` });
    this.#card.place(rect, this.#text);
  }

  #close() {
    const back = this.#cameFrom;
    const inCard = this.#card.element.contains(this.#focused());
    this.#card.hide();
    this.#activate(null, true);
    this.#cameFrom = null;
    if (back?.isConnected && (back.checkVisibility?.() ?? true)) back.focus();
    else if (inCard) /** @type {HTMLElement} */ (this.#text.firstElementChild).focus({ preventScroll: true });
  }

  /**
   * @param {Finding | null} finding
   * @param {boolean} [keepPlace] Walking goes on from the last finding.
   */
  #activate(finding, keepPlace = false) {
    if (!keepPlace) this.#active = finding;
    this.#reader.activate(finding);
  }

  /** @param {Finding} finding */
  #shows({ layer, voice }) {
    const chosen = this.#legend.voice;
    return this.#layers.has(layer) && (chosen === null || voice === chosen);
  }

  #filter() {
    this.#reader.filter(({ category, finding }) => (finding ? this.#shows(finding) : this.#layers.has(layerOf(category))));
    if (this.#card.finding && !this.#shows(this.#card.finding)) this.#close();
  }

  #focused() {
    return /** @type {HTMLElement | null} */ (this.shadowRoot?.activeElement ?? null);
  }

  /**
   * @param {Input} input
   * @param {boolean} article It came in whole: read it at once.
   */
  async #take({ content, format }, article) {
    if (!content.trim()) return this.#empty();
    await this.#analyse({ content, options: { format } }, article);
  }

  /**
   * @param {Source} source
   * @param {boolean} [article]
   * @returns {Promise<Analysis | null>}
   */
  async #analyse(source, article = true) {
    this.stop();
    const work = (this.#work = new AbortController());
    const patience = setTimeout(() => (this.#busy.hidden = false), PATIENCE);
    this.#say(`Reading ${size(source.content.length)}`);
    try {
      this.#analyzer ??= createAnalyzer({ workerUrl: this.getAttribute('worker-url') ?? undefined, wasmUrl: this.getAttribute('wasm-url') ?? undefined });
      const rules = this.#analyzer.rules().then((known) => (this.#rules = known));
      rules.catch(() => {});
      const analysis = await this.#analyzer.analyze(source.content, {
        ...(this.lang && { language: this.lang }),
        ...source.options,
        keyphrases: this.#mode,
        signal: work.signal,
        onProgress: ({ phase, done, total }) => {
          if (phase === 'receiving' && total) this.#say('Laying it out', (done ?? 0) / total);
        },
      });
      this.#source = source;
      this.#error.hidden = true;
      await this.#present(analysis, article);
      return analysis;
    } catch (error) {
      return work.signal.aborted ? null : this.#fail(error);
    } finally {
      clearTimeout(patience);
      if (this.#work === work) {
        this.#work = null;
        this.#busy.hidden = true;
      }
    }
  }

  /**
   * @param {Analysis} analysis
   * @param {boolean} article
   */
  async #present(analysis, article) {
    const findings = await findingsOf(analysis);
    this.#card.hide();
    this.#active = null;
    this.#state = { analysis, findings, voices: voicesOf(analysis, findings), counts: countsOf(analysis, findings), mode: this.#mode, apart: this.#apart };
    this.#legend.show(this.#state.counts, this.#state.voices);
    this.#root?.setAttribute('data-ready', '');
    this.#filter();
    this.#view(this.#tabs.current);
    if (article) {
      this.#editor.set(analysis.text);
      const moved = this.#root?.dataset.view === 'write';
      this.#show('read');
      if (moved && this.#root?.dataset.width === 'narrow') this.#tabs.select('text');
      if (moved && this.matches(':focus-within')) /** @type {HTMLElement} */ (this.#text.firstElementChild).focus({ preventScroll: true });
    }
    await this.#reader.show(analysis, findings);
    this.dispatchEvent(new CustomEvent('analysis', { detail: analysis, bubbles: true, composed: true }));
  }

  /** @param {string} name */
  #view(name) {
    if (!this.#state) return;
    if (name === 'findings') this.#findings.show(this.#state);
    else if (name === 'overview') this.#panels.overview.replaceChildren(...overview(this.#state, this.#does));
    else if (name === 'voices') this.#panels.voices.replaceChildren(...voicesView(this.#state, this.#does));
    else if (name === 'article') this.#panels.article.replaceChildren(...articleView({ ...this.#state, apart: this.#apart }, this.#does));
  }

  /**
   * On narrow screens views take turns: the text is found again where it was left, other views at their top.
   *
   * @param {string} before
   * @param {string} name
   */
  #turn(before, name) {
    const top = /** @type {Element} */ (this.#tabs.element.parentElement?.parentElement).getBoundingClientRect().top + scrollY;
    this.#places.set(before, scrollY);
    const place = name === 'text' ? this.#places.get(name) : undefined;
    scrollTo({ top: place ?? Math.min(scrollY, top), behavior: 'instant' });
  }

  /** @param {'read' | 'write'} view */
  #show(view) {
    if (!this.#root || this.#root.dataset.view === view) return;
    const { analysis } = this;
    if (view === 'write' && analysis && analysis.text.length > EDITABLE) {
      return void this.#fail(new Error(`This text is too long to edit here: it has ${number(analysis.text.length)} characters, the limit is ${number(EDITABLE)}.`));
    }
    this.#root.dataset.view = view;
    for (const element of this.#root.querySelectorAll('.toolbar [data-view]')) {
      element.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (element).dataset.view === view));
    }
    this.#card.hide();
    if (view === 'write') this.#editor.area.focus();
  }

  #empty() {
    this.stop();
    this.#state = null;
    this.#source = null;
    this.#reader.clear();
    this.#editor.set('');
    this.#error.hidden = true;
    this.#root?.removeAttribute('data-ready');
    this.#show('write');
    this.#editor.area.focus();
  }

  /** @param {string} kind */
  async #export(kind) {
    if (!this.#state) return;
    try {
      const { save } = await import('./exports.js');
      save(kind, { ...this.#state, rules: this.#rules });
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * @param {string} what
   * @param {number} [done] Between 0 and 1, where it is known.
   */
  #say(what, done) {
    if (this.#doing.textContent !== what) this.#doing.textContent = what;
    if (done === undefined) this.#progress.removeAttribute('value');
    else this.#progress.value = done;
  }

  /**
   * One sentence; the page stays as it was.
   *
   * @param {unknown} error
   * @returns {null}
   */
  #fail(error) {
    const message = error instanceof Error ? error.message : String(error);
    this.#error.replaceChildren(h('span', {}, message), button('×', () => (this.#error.hidden = true), { class: 'close', 'aria-label': 'Dismiss' }));
    this.#error.hidden = false;
    this.dispatchEvent(new CustomEvent('failure', { detail: error, bubbles: true, composed: true }));
    return null;
  }

  #print = () => this.#reader.fillAll();
}

/** @param {number} length */
const size = (length) => (length < 100_000 ? `${number(length)} characters` : `${(length / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} million characters`);
