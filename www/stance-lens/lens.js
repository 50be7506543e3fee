/**
 * All that is seen of the element: its frame, the text in our own pane or in an element of the page, the views beside
 * it, and the ways from one to another. What comes in goes to `reading.js`, and comes back as an analysis to show.
 *
 * @import { Analysis, AnalyzeOptions } from './contract.js'
 * @import { Finding } from './findings.js'
 * @import { Does, State } from './views.js'
 */

import { StanceLensError } from './client.js';
import { WIDE, button, h, number, plural } from './dom.js';
import { countsOf, findingsOf, voicesOf } from './findings.js';
import { Host } from './host.js';
import { EDITABLE, Editor, acceptDrops } from './input.js';
import { Late } from './late.js';
import { FINDINGS, LAYER } from './layers.js';
import { canHighlight } from './painter.js';
import { Reader } from './reader.js';
import { Reading } from './reading.js';
import { Session } from './session.js';
import { Messages, toolbar } from './shell.js';
import { Side } from './side.js';
import { Walker } from './walker.js';

/** Layers shown at first: sentences only where they are asked for. */
const FOUND = FINDINGS.map(({ name }) => name);

export class Lens {
  /** @type {State | null} */ #state = null;
  /** @type {string | null} The attribute, as it was loaded last. */ #src = null;
  /** @type {HTMLElement | null} */ #root = null;
  /** @type {HTMLElement | null} What it reads in place, where `for` does not say that. */ #target = null;
  /** @type {Set<string>} */ #layers = new Set(FOUND);

  /** @type {Omit<Does, 'list' | 'voice'>} */
  #does = {
    open: (finding, from) => this.#walker.go(finding, from ?? null),
    next: (which) => this.#walker.next(which, this.#focused()),
    keyphrases: (mode) => {
      this.session.mode = mode;
      void this.again();
    },
    apart: (shown) => {
      if (this.#state) this.#state.apart = shown;
      this.#text.toggleAttribute('data-apart', shown);
    },
    take: (start) => void this.#takeBack(start),
    place: ([start, end]) => {
      this.#show('read');
      if (this.#narrow) this.#side.tabs.select('text');
      this.#pane.reveal({ start, end });
    },
  };

  #reader = new Reader({
    take: (start) => void this.#takeBack(start),
    damage: () => this.#side.tabs.select('article'),
  });
  /** @type {Reader | Host} Where findings are painted. */ #pane = this.#reader;
  /** Ends what the reader's text is listened to for. */ #built = new AbortController();
  /** @type {Host | null} What reads an element of the page. */ #host = null;
  /** Until it is built nothing is walked. @type {Walker} */ #walker = new Walker(this.#pane, /** @type {any} */ ({ state: () => this.#state }));
  #page = h('div', { class: 'page', tabindex: '0', role: 'region', 'aria-label': 'Article. J and K walk through the findings, Escape closes a card.' });
  /** Why there is nothing to read in place. */
  #missing = h('p', { class: 'none missing' });
  #text = h('div', { class: 'reader', part: 'article' }, this.#page);
  /** @type {import('./chooser.js').Chooser | null} */ #chooser = null;
  #side = new Side(this.#text, this.#layers, this.#does, {
    state: () => this.#state,
    intake: () => this.#late.load().catch((error) => this.#fail(error)),
    filter: () => this.#filter(),
    turn: (name) => {
      this.#root?.setAttribute('data-tab', name);
    },
    narrow: () => this.#narrow,
    text: () => this.#page.focus(),
  });
  #messages = new Messages(() => this.session.stop());
  #size = new ResizeObserver(([{ contentRect }]) => {
    const wide = contentRect.width >= WIDE;
    this.#root?.setAttribute('data-width', wide ? 'wide' : 'narrow');
    if (wide && this.#side.tabs.current === 'text') this.#side.tabs.select('overview');
    this.#side.arrange();
  });
  #element;
  #tell;
  #editor;
  #late;

  /**
   * @param {HTMLElement} element Where all this stands, and whose attributes say how.
   * @param {(event: 'analysis' | 'failure', detail: unknown) => void} tell
   */
  constructor(element, tell) {
    this.#element = element;
    this.#tell = tell;
    this.session = new Session(element, this.#messages);
    this.#late = new Late(element, {
      arrived: ({ addressForm }) => {
        if (element.hasAttribute('address')) this.#editor.element.querySelector('.start')?.after(addressForm((address) => void this.reading.fetch(address)));
      },
      mended: () => this.#messages.fail(null),
    });
    this.reading = new Reading(this.session, {
      intake: () => this.#late.load(),
      present: (analysis, article) => this.#present(analysis, article),
      choose: async (listed, then) => {
        this.#messages.fail(null);
        const { Chooser } = await this.#late.load();
        const chooser = (this.#chooser ??= new Chooser());
        this.#root?.append(chooser.element);
        chooser.show(listed, then);
      },
      empty: () => this.#empty(),
      fail: (error) => this.#fail(error),
    });
    this.#editor = new Editor({
      read: (input, article) => void this.reading.take(input, article),
      open: (file) => void this.reading.open(file),
      sample: () => void this.reading.load(element.getAttribute('sample') ?? ''),
    });
  }

  get analysis() {
    return this.#state?.analysis ?? null;
  }

  /** Whether text and views take turns. */
  get #narrow() {
    return this.#root?.dataset.width === 'narrow';
  }

  /**
   * The element has come into a page.
   *
   * @param {HTMLElement | null} target What it reads in place, where `for` does not say that.
   */
  connect(target) {
    this.session.warm();
    if (!this.#root) {
      this.#build(this.#target = target);
      // What it read before it came here.
      if (this.#state) this.#show('read');
    }
    this.#late.dress();
    this.#size.observe(this.#element);
    addEventListener('beforeprint', this.#print);
    const pane = this.#pane;
    if (this.#host) this.#host.connect(/** @type {Document | ShadowRoot} */ (this.#element.getRootNode()));
    else {
      const state = this.#state;
      if (state) void pane.show(state.analysis, state.findings).then(() => this.#pointOut(state.analysis));
      if (!state || this.#src !== this.#element.getAttribute('src')) this.load();
    }
  }

  /** Loads what the attribute says. */
  load() {
    const src = (this.#src = this.#element.getAttribute('src'));
    if (src) void this.own(() => this.reading.load(src));
  }

  /** It has left the page. */
  disconnect() {
    this.#size.disconnect();
    removeEventListener('beforeprint', this.#print);
    this.#walker.reset();
    this.#host?.disconnect();
    this.#pane.clear();
    this.session.dispose();
  }

  /** It goes into another document, in which it may not read as it did in the last. */
  moved() {
    if (this.#host) this.#raze();
  }

  /** Another element is to be read in place, or another sample offered. */
  refresh() {
    this.#editor.sample.hidden = !this.#element.hasAttribute('sample');
    if (!this.#element.isConnected) return;
    const target = this.#target;
    if (this.#host && (target || this.#element.hasAttribute('for'))) this.#host.refresh();
    else if (this.#root && (this.#host || this.#element.hasAttribute('for'))) {
      // It had a pane of its own until now, or is to have one again.
      this.disconnect();
      this.#raze();
      this.connect(target);
    }
  }

  /** Takes down what is built; the article is forgotten. */
  #raze() {
    this.#forget();
    this.#built.abort();
    this.#walker.card.element.remove();
    this.#root?.remove();
    this.#root = null;
  }

  /**
   * Reads what a page hands over.
   *
   * @param {() => Promise<Analysis | null>} read
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Analysis | null>}
   */
  async own(read, { offsets = 'utf-16' } = {}) {
    const wrong = this.#host ? 'This lens reads an element of the page in place, and nothing else: leave out its attribute “for”.'
      : offsets !== 'utf-16' && 'The element counts in UTF-16 units: for other offsets there is createAnalyzer.';
    return wrong ? this.#fail(new StanceLensError('unknown-option', wrong)) : read();
  }

  /** Reads the same article anew, as the settings are now. */
  again() {
    return this.reading.again(this.#root?.dataset.view === 'read');
  }

  /**
   * Shows these layers and no others; all but sentences where nothing is said.
   *
   * @param {string[]} [layers]
   */
  choose(layers = FOUND) {
    this.#layers.clear();
    for (const layer of layers) {
      if (LAYER.has(layer)) this.#layers.add(layer);
      else if (layer) console.warn(`<stance-lens> has no layer “${layer}”: its layers are ${[...LAYER.keys()].join(', ')}.`);
    }
    this.#side.refresh();
    this.#filter();
  }

  /** @param {boolean} open */
  open(open) {
    this.#root?.toggleAttribute('data-open', open);
    this.#root?.querySelector('.opener')?.setAttribute('aria-expanded', String(open));
  }

  /** @param {HTMLElement | null} target */
  #build(target) {
    const element = this.#element;
    const { reading } = this;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    if (element.hasAttribute('address')) this.#late.load().catch(() => {});
    this.#editor.sample.hidden = !element.hasAttribute('sample');
    const host = this.#host = target || element.hasAttribute('for') ? this.#hostOf(target) : null;
    // Without highlights the text is shown in our own pane: the page's document is not ours to change.
    const painted = host && canHighlight(element);
    const pane = this.#pane = painted ? host : this.#reader;
    this.#built = new AbortController();
    const opener = host && button('StanceLens', () => element.toggleAttribute('open'), { class: 'opener' });
    this.#walker = new Walker(pane, {
      state: () => this.#state,
      rules: () => this.session.rules,
      learned: () => this.session.learn(),
      explain: () => this.session.explain(),
      shows: (finding) => this.#shows(finding),
      enter: () => {
        this.#show('read');
        if (!painted && this.#narrow) this.#side.tabs.select('text');
      },
      frame: painted ? null : this.#text,
      home: painted ? null : this.#page,
    });
    const card = this.#walker.card.element;
    if (pane instanceof Reader) {
      this.#page.append(pane.about, pane.element);
      this.#walker.listen(pane.element, this.#built.signal);
      this.#text.append(card);
    } else card.setAttribute('popover', 'manual');
    this.#root = h('div', { class: 'lens', part: 'lens', lang: 'en', dir: 'ltr', 'data-view': 'write', 'data-ready': this.#state !== null, 'data-tab': this.#side.tabs.current, 'data-for': host !== null, 'data-host': painted },
      toolbar({ show: (view) => this.#show(view), pick: () => this.#editor.picker.click(), empty: () => this.#empty(), save: (kind) => void this.#export(kind) }, opener),
      ...this.#messages.nodes,
      h('div', { class: 'body' }, this.#side.element,
        host && this.#missing, !painted && h('div', { class: 'main' }, !host && this.#editor.element, this.#text)),
      painted && card, this.#walker.live);
    shadow.append(this.#root);
    this.open(element.hasAttribute('open'));
    this.#root.addEventListener('keydown', (event) => {
      if (!this.#state || this.#root?.querySelector('dialog[open]') || !this.#walker.key(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    if (painted) this.#side.tabs.select('overview');
    if (host) return;
    // What is dropped is read next, and its findings walked by keyboard.
    const attend = () => this.#element.matches(':focus-within') || (this.#root?.dataset.view === 'write' ? this.#editor.area : this.#page).focus({ preventScroll: true });
    acceptDrops(this.#root, (file) => {
      attend();
      void reading.open(file);
    }, (input) => {
      attend();
      void reading.take(input, true);
    });
  }

  /**
   * What reads an element of the page, and follows it.
   *
   * @param {HTMLElement | null} target
   */
  #hostOf(target) {
    const id = () => this.#element.getAttribute('for') ?? '';
    return new Host({
      find: (root) => target ?? root.getElementById(id()),
      read: (text, hint, there) => {
        const some = text.trim();
        this.#missing.textContent = some ? '' : there ? 'There is no text in the article of this page.' : `There is no article with the id “${id()}” on this page.`;
        if (some) void this.reading.analyse({ content: text, options: { format: 'text' }, hint });
        else this.#forget();
      },
      found: (element, signal) => {
        if (this.#pane === this.#host) this.#walker.listen(element, signal);
      },
    });
  }

  /** @param {Finding} finding */
  #shows({ layer, voice }) {
    const chosen = this.#side.voice;
    return this.#layers.has(layer) && (chosen === null || voice === chosen);
  }

  #filter() {
    this.#pane.filter(({ category, finding }) => (finding ? this.#shows(finding) : category === 'damage' || this.#layers.has(category)));
    const { finding: shown } = this.#walker.card;
    if (shown && !this.#shows(shown)) this.#walker.close();
  }

  #focused() {
    return /** @type {HTMLElement | null} */ (this.#element.shadowRoot?.activeElement ?? null);
  }

  /**
   * Takes a block back into the article, or out of it again; the reader stays where it was done.
   *
   * @param {number} start
   */
  async #takeBack(start) {
    const { analysis } = this;
    if (!analysis) return;
    const panel = this.#focused()?.closest('.panel');
    const top = scrollY;
    const again = await this.reading.takeBack(analysis, start);
    if (!again) return;
    if (panel) await this.#side.fill('article');
    scrollTo({ top, behavior: 'instant' });
    /** @type {HTMLElement | null} */ ((panel ?? this.#page).querySelector(`[data-take="${start}"]`) ?? (panel ? null : this.#page))?.focus({ preventScroll: true });
  }

  /**
   * @param {Analysis} analysis
   * @param {boolean} article To be read at once, not while it is written.
   */
  async #present(analysis, article) {
    const { source } = this.session;
    const findings = await findingsOf(analysis);
    // Of a long text that takes a while, in which another may have been read.
    if (source !== this.session.source) return;
    this.#messages.fail(null);
    // An article that is only read anew keeps its card.
    const again = this.#host !== null || this.analysis?.text === analysis.text;
    if (!again) this.#walker.reset();
    if (article && !again) this.#side.another();
    this.#state = { analysis, findings, voices: voicesOf(analysis, findings), counts: countsOf(analysis, findings), mode: this.session.mode, apart: this.#text.hasAttribute('data-apart'), taken: this.reading.taken, damage: [] };
    this.#root?.setAttribute('data-ready', '');
    this.#filter();
    void this.#side.fill(this.#side.tabs.current);
    this.#editor.found.textContent = `${plural(findings.length, 'finding')}. Press Read to see the text with what was found in it.`;
    if (article) {
      this.#editor.set(analysis.text, source?.known ?? (source?.content === analysis.text ? undefined : analysis));
      const moved = this.#root?.dataset.view === 'write';
      this.#show('read');
      if (moved && this.#pane instanceof Reader && this.#narrow) this.#side.tabs.select('text');
      if (moved && this.#element.matches(':focus-within')) this.#page.focus({ preventScroll: true });
    }
    await this.#pane.show(analysis, findings);
    if (this.analysis !== analysis) return;
    if (again) this.#walker.renew();
    void this.#pointOut(analysis);
    this.#tell('analysis', analysis);
  }

  /**
   * Spots that look damaged, once the article is there to be read.
   *
   * @param {Analysis} analysis
   */
  async #pointOut(analysis) {
    const pane = this.#pane;
    // Once it has left the page, nobody would end the worker again.
    if (!(pane instanceof Reader) || !this.#element.isConnected) return;
    const spots = await this.session.damage(analysis.text);
    if (!spots.length || !this.#state || this.analysis !== analysis) return;
    this.#state.damage = spots;
    pane.point(spots);
    if (this.#side.tabs.current === 'article') void this.#side.fill('article');
  }

  /** @param {'read' | 'write'} view */
  #show(view) {
    const root = this.#root;
    const length = this.analysis?.text.length ?? 0;
    if (root && root.dataset.view !== view) {
      if (view === 'write' && length > EDITABLE) {
        return void this.#fail(new Error(`This text is too long to edit here: it has ${number(length)} characters, the limit is ${number(EDITABLE)}.`));
      }
      root.dataset.view = view;
      for (const element of root.querySelectorAll('.toolbar [data-view]')) {
        element.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (element).dataset.view === view));
      }
      this.#walker.card.hide();
    }
    if (view === 'write') this.#editor.area.focus();
  }

  #empty() {
    const { session: { source }, reading: { taken } } = this;
    if (source) {
      this.#editor.back.hidden = false;
      this.#editor.back.onclick = () => void this.reading.analyse(source, true, taken);
    }
    this.#forget();
    this.#editor.set('');
    this.#show('write');
  }

  #forget() {
    this.session.stop();
    this.#state = null;
    this.session.source = null;
    this.#walker.reset();
    this.#pane.clear();
    this.#messages.fail(null);
    this.#root?.removeAttribute('data-ready');
  }

  /** @param {import('./exports.js').ExportKind} kind */
  async #export(kind) {
    if (!this.#state) return;
    try {
      const { save } = await import('./exports.js');
      save(kind, { ...this.#state, rules: await this.session.learn() }, this.#host ? location.href : this.session.source?.options.url);
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
    this.#tell('failure', error);
    return null;
  }

  #print = () => this.#pane.fillAll();
}
