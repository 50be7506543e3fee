/**
 * `<stance-lens>`: an article goes in, and is read with what was found in it.
 *
 * @import { Analysis, AnalyzeOptions } from './contract.js'
 * @import { Finding } from './findings.js'
 * @import { Input } from './input.js'
 * @import { Source } from './session.js'
 * @import { Does, State } from './views.js'
 */

import { button, dateOf, h, number, plural } from './dom.js';
import { countsOf, findingsOf, voicesOf } from './findings.js';
import { Host } from './host.js';
import { EDITABLE, Editor, acceptDrops } from './input.js';
import { ALWAYS, LAYERS, layerOf } from './layers.js';
import { Legend } from './legend.js';
import { overview } from './overview.js';
import { canHighlight } from './painter.js';
import { Reader } from './reader.js';
import { Session } from './session.js';
import { Messages, toolbar } from './shell.js';
import { sheet, sheetOf } from './styles.js';
import { Tabs } from './tabs.js';
import { Walker } from './walker.js';

/** Largest document, in bytes; the core's own limit. */
const LIMIT = 32 * 2 ** 20;
/** What goes wrong where a text only looks like a page or like JSON. */
const UNREAD = ['unsupported-format', 'malformed-json', 'no-article'];

/** Below this width text and findings take turns. */
const WIDE = 820;

/** Servers that render pages load this module too, and have no elements. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * @attr {string} for - Id of the element of the page to read in place; it may appear later, change or be replaced.
 * @attr {string} src - Address of an article to load and read.
 * @attr {string} sample - Address of an article to offer by a button.
 * @attr {string} layers - Names of the layers shown at first, divided by blanks.
 * @attr {boolean} address - Whether a reader may ask for the article at an address; the page's policy has to allow it.
 * @attr {string} lexicon - Address of a lexicon of your own.
 * @attr {string} lang - Language of the article (BCP 47), where it is known.
 * @attr {boolean} open - With `for`: whether the panel is open.
 * @attr {string} worker-url - Where `worker.js` is, if not beside the other modules.
 * @attr {string} wasm-url - Where `stance_lens_bg.wasm` is, if not beside the other modules.
 * @fires {CustomEvent<Analysis>} analysis - A new analysis is shown; `detail` is the analysis.
 * @fires {CustomEvent<Error>} failure - Something went wrong; its message is also shown in the element.
 * @csspart lens - All of it.
 * @csspart toolbar - The buttons at the top.
 * @csspart article - The text that is read.
 * @csspart side - The views beside the text.
 * @csspart legend - The layers and their switches.
 * @csspart editor - Where an article is pasted or written.
 * @csspart card - What explains a finding.
 * @cssprop [--lens-unit=16px] - Unit of all lengths and type sizes.
 * @cssprop --lens-serif - Font family of the article.
 * @cssprop --lens-sans - Font family of everything else.
 * @cssprop --lens-ink - Colour of text.
 * @cssprop --lens-faint - Colour of text of less weight.
 * @cssprop --lens-paper - Ground of the article.
 * @cssprop --lens-ground - Ground of the panel.
 * @cssprop --lens-raised - Ground of buttons and cards.
 * @cssprop --lens-line - Colour of lines.
 * @cssprop --lens-accent - Colour of what can be pressed, and of the finding that is shown.
 */
export class StanceLens extends Base {
  static observedAttributes = ['src', 'for', 'layers', 'open', 'lexicon', 'lang'];

  /** @type {State | null} */ #state = null;
  /** @type {HTMLElement | null} */ #root = null;
  #apart = false;
  #measured = false;
  /** Sentences only where they are asked for: they are a help for a close look. */
  #layers = new Set(LAYERS.map(({ name }) => name).filter((name) => name !== 'sentence'));

  /** @type {Does} */
  #does = {
    open: (finding, from) => this.#walker.go(finding, from ?? null),
    next: (which) => this.#walker.next(which, this.#focused()),
    list: async (filter) => {
      this.#tabs.select('findings');
      await this.#view('findings');
      this.#findings?.filter(filter);
    },
    voice: async (id) => {
      this.#tabs.select('voices');
      await this.#view('voices');
      const voice = this.#panels.voices.querySelector(`[data-voice="${id}"]`);
      voice?.scrollIntoView({ block: 'start' });
      /** @type {HTMLElement | null | undefined} */ (voice?.querySelector('button'))?.focus();
    },
    keyphrases: async (mode) => {
      this.#session.mode = mode;
      await this.#again();
      // The switch was made anew.
      /** @type {HTMLElement | null} */ (this.#panels.overview.querySelector(`[data-mode=${mode}]`))?.focus();
    },
    apart: (shown) => {
      this.#apart = shown;
      this.#text.toggleAttribute('data-apart', shown);
    },
    take: (start) => void this.#takeBack(start),
    place: ([start, end]) => {
      this.#show('read');
      if (this.#root?.dataset.width === 'narrow') this.#tabs.select('text');
      this.#pane.reveal({ start, end });
    },
  };

  /** @type {Reader | Host} */ #pane = new Reader();
  /** @type {Walker} */ #walker = new Walker(this.#pane, { state: () => null, rules: () => ({}), learned: async () => ({}), explain: async () => [], shows: () => false, enter: () => {}, frame: null, home: null });
  /** @type {AbortController | null} */ #heard = null;
  #legend = new Legend(this.#layers, (voice) => {
    this.#filter();
    // A layer switched off leaves the list as it is, and as far as it has grown.
    if (this.#state && voice !== undefined) this.#findings?.show(this.#state, voice);
  });
  /** @type {import('./lists.js').FindingsView | null} */ #findings = null;
  #panels = {
    overview: h('div', { class: 'panel overview' }),
    voices: h('div', { class: 'panel' }),
    findings: h('div', { class: 'panel' }),
    article: h('div', { class: 'panel' }),
  };
  #page = h('div', { class: 'page', tabindex: '0', role: 'region', 'aria-label': 'Article. J and K walk through the findings, Escape closes a card.' });
  /** Why there is nothing to read in place. */
  #missing = h('p', { class: 'none missing' });
  /** Byline, date and damage, above the text. */
  #about = h('p', { class: 'about', hidden: true });
  #text = h('div', { class: 'reader', part: 'article' }, this.#page);
  /** @type {import('./chooser.js').Chooser | null} */ #chooser = null;
  /** @type {State['taken']} */ #taken = new Map();
  #tabs = new Tabs({
    text: { label: 'Text', panel: this.#text },
    overview: { label: 'Overview', panel: this.#panels.overview },
    voices: { label: 'Voices', panel: this.#panels.voices },
    findings: { label: 'Findings', panel: this.#panels.findings },
    article: { label: 'Article', panel: this.#panels.article },
  }, (name) => {
    const before = this.#root?.dataset.tab ?? name;
    this.#root?.setAttribute('data-tab', name);
    void this.#view(name);
    if (this.#root?.dataset.width === 'narrow' && before !== name) this.#turn(before, name);
  });
  /** @type {Map<string, number>} */ #places = new Map();
  #messages = new Messages(() => this.stop());
  #session = new Session(this, this.#messages);
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

  /** @type {HTMLElement | null} An element to read in place; set it before the lens enters the page. */ target = null;

  /** The analysis that is shown. */
  get analysis() {
    return this.#state?.analysis ?? null;
  }

  connectedCallback() {
    this.#session.warm();
    if (!this.#root) this.#build();
    this.#size.observe(this);
    addEventListener('beforeprint', this.#print);
    if (this.#pane instanceof Host) this.#pane.connect(/** @type {Document | ShadowRoot} */ (this.getRootNode()));
    else if (this.#state) void this.#pane.show(this.#state.analysis, this.#state.findings);
    else if (this.hasAttribute('src')) void this.load(this.getAttribute('src') ?? '');
  }

  disconnectedCallback() {
    this.#size.disconnect();
    removeEventListener('beforeprint', this.#print);
    this.#heard?.abort();
    this.#walker.reset();
    if (this.#pane instanceof Host) this.#pane.disconnect();
    else this.#pane.clear();
    this.#session.dispose();
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
    } else if (name === 'open') this.#open(value !== null);
    else if (name === 'src' && this.#root && this.isConnected && value) void this.load(value);
    else if (name === 'for' && this.#pane instanceof Host) this.#pane.refresh();
    else if ((name === 'lexicon' || name === 'lang') && before !== value) void this.#again();
  }

  /** Reads the same article anew, as the settings are now. */
  async #again() {
    const { source } = this.#session;
    if (source) await this.#analyse(source, this.#root?.dataset.view === 'read', this.#taken);
  }

  /**
   * Reads an article; what is shown stays until the new analysis is there, and after an error.
   *
   * @param {string} content
   * @param {AnalyzeOptions} [options]
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
    return this.#fetch(URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url);
  }

  /** @param {string} address As a reader writes it. */
  async #fetch(address) {
    try {
      const input = await this.#session.fetch(address, LIMIT);
      return input && (await this.#take(input, true));
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** @param {File} file */
  async openFile(file) {
    try {
      const { readFile } = await this.#intake();
      await this.#take(await readFile(file, LIMIT), true);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Stops the analysis under way; what was there before stays. */
  stop() {
    this.#session.stop();
  }

  #build() {
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet()];
    if (this.hasAttribute('address')) {
      void this.#intake().then(({ addressForm }) => this.#editor.element.querySelector('.start')?.after(addressForm((address) => void this.#fetch(address))));
    }
    if (!this.hasAttribute('sample')) this.#editor.element.querySelector('[data-action=sample]')?.remove();
    const inPlace = this.target !== null || this.hasAttribute('for');
    // Without highlights the text is shown in our own pane: the page's document is not ours to change.
    const host = inPlace && canHighlight() ? new Host({
      find: (root) => this.target ?? root.getElementById(this.getAttribute('for') ?? ''),
      read: (text, hint, there) => {
        const some = text.trim();
        this.#missing.textContent = some ? '' : there ? 'There is no text in the article of this page.' : `There is no article with the id “${this.getAttribute('for')}” on this page.`;
        if (some) void this.#analyse({ content: text, options: { format: 'text' }, hint });
        else this.#forget();
      },
      found: (element) => {
        this.#heard?.abort();
        this.#heard = new AbortController();
        this.#walker.listen(element, this.#heard.signal);
        document.addEventListener('keydown', ({ key }) => {
          if (key === 'Escape' && this.#walker.card.finding) this.#walker.close();
        }, { signal: this.#heard.signal });
      },
    }) : null;
    if (host) this.#pane = host;
    const pane = this.#pane;
    const opener = host && button('StanceLens', () => this.toggleAttribute('open'), { class: 'opener', 'aria-expanded': this.hasAttribute('open') });
    this.#walker = new Walker(pane, {
      state: () => this.#state,
      rules: () => this.#session.rules,
      learned: () => this.#session.learn(),
      explain: () => this.#session.explain(),
      shows: (finding) => this.#shows(finding),
      enter: () => {
        this.#show('read');
        if (!host && this.#root?.dataset.width === 'narrow') this.#tabs.select('text');
      },
      frame: host ? null : this.#text,
      home: host ? null : this.#page,
    });
    const card = this.#walker.card.element;
    if (pane instanceof Reader) {
      this.#page.append(this.#about, pane.element);
      this.#walker.listen(pane.element);
      pane.element.addEventListener('click', ({ target }) => {
        const taken = target instanceof Element && target.closest('[data-take]')?.getAttribute('data-take');
        if (taken) void this.#takeBack(Number(taken));
      });
      this.#text.append(card);
    } else card.setAttribute('popover', 'manual');
    this.#root = h('div', { class: 'lens', part: 'lens', 'data-view': 'write', 'data-tab': this.#tabs.current, 'data-host': host !== null },
      toolbar({ show: (view) => this.#show(view), pick: () => this.#editor.picker.click(), empty: () => this.#empty(), save: (kind) => void this.#export(kind) }, opener),
      ...this.#messages.nodes,
      h('div', { class: 'body' },
        h('div', { class: 'side', part: 'side' }, this.#tabs.element, this.#legend.element, h('div', { class: 'panels' }, ...Object.values(this.#panels))),
        host ? this.#missing : h('div', { class: 'main' }, this.#editor.element, this.#text)),
      host && card, this.#walker.live);
    shadow.append(this.#root);
    this.#open(this.hasAttribute('open'));
    this.#root.addEventListener('keydown', (event) => this.#key(event));
    if (host) return this.#tabs.select('overview');
    acceptDrops(this.#root, (file) => void this.openFile(file), (input) => void this.#take(input, true));
  }

  /** @type {Promise<typeof import('./intake.js')> | null} */ #loaded = null;

  /** Loads what most readers do not need at first, and how it looks. */
  #intake() {
    return (this.#loaded ??= import('./intake.js').then((intake) => {
      this.shadowRoot?.adoptedStyleSheets.push(sheetOf(intake.CSS));
      return intake;
    }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#state || !this.#walker.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {boolean} open */
  #open(open) {
    this.#root?.toggleAttribute('data-open', open);
    this.#root?.querySelector('.opener')?.setAttribute('aria-expanded', String(open));
  }

  /** @param {Finding} finding */
  #shows({ layer, voice }) {
    const chosen = this.#legend.voice;
    return this.#layers.has(layer) && (chosen === null || voice === chosen);
  }

  #filter() {
    this.#pane.filter(({ category, finding }) => (finding ? this.#shows(finding) : ALWAYS.includes(category) || this.#layers.has(layerOf(category))));
    const { finding: shown } = this.#walker.card;
    if (shown && !this.#shows(shown)) this.#walker.close();
  }

  #focused() {
    return /** @type {HTMLElement | null} */ (this.shadowRoot?.activeElement ?? null);
  }

  /**
   * @param {Input} input
   * @param {boolean} article It came in whole: read it at once.
   * @returns {Promise<Analysis | null>}
   */
  async #take({ content, format, name, url, plain, known }, article) {
    if (!content.trim()) {
      this.#empty();
      return null;
    }
    /** @type {Source} */
    const source = { content, options: { format, ...(url && { url }) }, loose: !name && !url, plain, known };
    const listed = ['json', 'auto'].includes(format) && /^\s*[[{]/u.test(content) ? await this.#session.candidates(content) : [];
    if (listed.length < 2) return this.#analyse(source, article);
    this.#messages.fail(null);
    if (!this.#chooser) {
      const { Chooser } = await this.#intake();
      this.#chooser = new Chooser();
      this.#root?.append(this.#chooser.element);
    }
    this.#chooser.show(listed, (chosen) => void this.#analyse({ ...source, content: chosen.content, options: { ...source.options, format: 'json' } }));
    return null;
  }

  /**
   * Takes a block that was set apart back into the article, or sets it apart again, and reads the article anew
   * with the other blocks as they are.
   *
   * @param {number} start
   */
  async #takeBack(start) {
    const { analysis } = this;
    if (!analysis) return;
    const { takeBack } = await this.#intake();
    const back = takeBack(analysis, this.#taken, start);
    if (!back) return;
    const from = this.#focused()?.closest('.panel') ? this.#panels.article : this.#page;
    const top = scrollY;
    const again = await this.#analyse(back.source, true, back.taken);
    if (!again) return;
    if (from !== this.#page) await this.#view('article');
    scrollTo({ top, behavior: 'instant' });
    /** @type {HTMLElement | null} */ (from.querySelector(`[data-take="${start}"]`) ?? (from === this.#page ? from : null))?.focus({ preventScroll: true });
  }

  /**
   * @param {Source} source
   * @param {boolean} [article]
   * @param {State['taken']} [taken]
   * @returns {Promise<Analysis | null>}
   */
  async #analyse(source, article = true, taken = new Map()) {
    try {
      const analysis = await this.#session.read(source);
      if (analysis) {
        this.#taken = taken;
        await this.#present(analysis, article);
        if (this.#session.fault) this.#fail(this.#session.fault);
      }
      return analysis;
    } catch (error) {
      const { code } = /** @type {{code?: string}} */ (error);
      if (source.loose && code && UNREAD.includes(code)) {
        const analysis = await this.#analyse({ content: source.plain ?? source.content, options: { ...source.options, format: 'text' } }, article);
        // Read as it stands, but what was meant to be JSON not without a word.
        if (/^\s*[[{]/u.test(source.content)) this.#fail(error);
        return analysis;
      }
      return this.#fail(error);
    }
  }

  /**
   * @param {Analysis} analysis
   * @param {boolean} article
   */
  async #present(analysis, article) {
    const findings = await findingsOf(analysis);
    this.#messages.fail(null);
    this.#walker.reset();
    this.#state = { analysis, findings, voices: voicesOf(analysis, findings), counts: countsOf(analysis, findings), mode: this.#session.mode, apart: this.#apart, taken: this.#taken, damage: [] };
    this.#say();
    this.#legend.show(this.#state);
    this.#root?.setAttribute('data-ready', '');
    this.#filter();
    void this.#view(this.#tabs.current);
    this.#editor.found.textContent = `${plural(findings.length, 'finding')}. Press Read to see the text with what was found in it.`;
    if (article) {
      const { source } = this.#session;
      this.#editor.set(analysis.text, source?.known ?? (source?.content === analysis.text ? undefined : analysis));
      const moved = this.#root?.dataset.view === 'write';
      this.#show('read');
      if (moved && this.#pane instanceof Reader && this.#root?.dataset.width === 'narrow') this.#tabs.select('text');
      if (moved && this.matches(':focus-within')) this.#page.focus({ preventScroll: true });
    }
    await this.#pane.show(analysis, findings);
    void this.#pointOut(analysis);
    this.dispatchEvent(new CustomEvent('analysis', { detail: analysis, bubbles: true, composed: true }));
  }

  /**
   * Spots that look damaged, once the article is there to be read.
   *
   * @param {Analysis} analysis
   */
  async #pointOut(analysis) {
    const pane = this.#pane;
    const spots = pane instanceof Reader ? await this.#session.damage(analysis.text) : [];
    if (!spots.length || !this.#state || this.analysis !== analysis || !(pane instanceof Reader)) return;
    this.#state.damage = spots;
    pane.point(spots);
    this.#say();
    if (this.#tabs.current === 'article') void this.#view('article');
  }

  /** What is known of the article, above its text. */
  #say() {
    const { byline, published } = this.analysis?.article ?? {};
    const spots = this.#state?.damage.length ?? 0;
    const known = [byline && `By ${byline}`, published && dateOf(published)].filter(Boolean).join(' · ');
    this.#about.hidden = !known && !spots;
    this.#about.replaceChildren(known, ...(spots ? [known && ' · ', button(`${plural(spots, 'spot')} ${spots === 1 ? 'looks' : 'look'} damaged`, () => this.#tabs.select('article'), { 'data-action': 'damage' })] : []));
  }

  /** @param {string} name */
  async #view(name) {
    if (!this.#state) return;
    if (name === 'overview') return this.#panels.overview.replaceChildren(...overview(this.#state, this.#does));
    if (name === 'text') return;
    const { FindingsView, articleView, voicesView } = await this.#intake();
    const state = this.#state && { ...this.#state, apart: this.#apart };
    if (!state) return;
    if (name === 'voices') this.#panels.voices.replaceChildren(...voicesView(state, this.#does));
    else if (name === 'article') this.#panels.article.replaceChildren(...articleView(state, this.#does));
    else if (this.#findings) this.#findings.show(state);
    else {
      this.#findings = new FindingsView(this.#does);
      this.#panels.findings.append(...this.#findings.nodes);
      this.#findings.show(state, this.#legend.chosen);
    }
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
    this.#walker.card.hide();
    if (view === 'write') this.#editor.area.focus();
  }

  #empty() {
    const { source } = this.#session;
    const taken = this.#taken;
    if (source) {
      this.#editor.back.hidden = false;
      this.#editor.back.onclick = () => void this.#analyse(source, true, taken);
    }
    this.#forget();
    this.#editor.set('');
    this.#show('write');
    this.#editor.area.focus();
  }

  #forget() {
    this.stop();
    this.#state = null;
    this.#session.source = null;
    this.#walker.reset();
    if (this.#pane instanceof Reader) this.#pane.clear();
    this.#messages.fail(null);
    this.#root?.removeAttribute('data-ready');
  }

  /** @param {string} kind */
  async #export(kind) {
    if (!this.#state) return;
    try {
      const { save } = await import('./exports.js');
      save(kind, { ...this.#state, rules: await this.#session.learn() });
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * One sentence; the page stays as it was.
   *
   * @param {unknown} error
   * @returns {null}
   */
  #fail(error) {
    this.#messages.fail(error instanceof Error ? error.message : String(error));
    this.dispatchEvent(new CustomEvent('failure', { detail: error, bubbles: true, composed: true }));
    return null;
  }

  #print = () => this.#pane.fillAll();
}
