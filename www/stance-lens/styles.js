/** The look of the element. One constructed sheet serves every lens of a document, under any content policy. */

import { WIDE } from './dom.js';
import { FORCED_CSS, HUES_CSS, PAINT_CSS } from './paint.js';

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const made = new WeakMap();

/**
 * The sheet of these styles, which is of use in its own document alone.
 *
 * @param {string} css
 * @param {Document} document
 */
export function sheetOf(css, document) {
  const sheets = made.get(document) ?? new Map();
  made.set(document, sheets);
  if (!sheets.has(css)) {
    const sheet = new (document.defaultView ?? window).CSSStyleSheet();
    // A page may have any size at its root, so lengths hang on a unit of our own.
    sheet.replaceSync(css.replace(/(-?[\d.]+)rem\b/gu, 'calc($1 * var(--lens-unit, 16px))'));
    sheets.set(css, sheet);
  }
  return sheets.get(css);
}

export const CSS = `
:host {
  ${HUES_CSS}
  --lens-ink: light-dark(#1d2126, #e7e5e0);
  --lens-faint: light-dark(#5b636d, #a3abb4);
  --lens-paper: light-dark(#fffefb, #1a1d21);
  --lens-ground: light-dark(#f5f3ee, #131518);
  --lens-line: light-dark(#dedad1, #343940);
  --lens-raised: light-dark(#ffffff, #22262b);
  --lens-serif: "Iowan Old Style", Charter, "Source Serif 4", "Noto Serif", Georgia, serif;
  --lens-sans: Inter, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  display: block; writing-mode: horizontal-tb; contain-intrinsic-inline-size: 18rem; container: lens / inline-size; color: var(--lens-ink);
}
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
${PAINT_CSS}
.paint { color: inherit; text-decoration-skip-ink: none; padding-inline: .15em; border-radius: 2px; }
.lens { position: relative; letter-spacing: normal; text-align: start; text-indent: 0; text-transform: none; white-space: normal; word-spacing: normal; font: 400 .9375rem/1.5 var(--lens-sans); background: var(--lens-ground); color: var(--lens-ink); }
.lens[data-over]::after { content: "Drop to read"; position: absolute; inset: .5rem; z-index: 9; display: grid; place-items: center; font-size: 1.4rem;
  border: 2px dashed var(--lens-accent); border-radius: 12px; background: color-mix(in srgb, var(--lens-ground) 88%, transparent); pointer-events: none; }
h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, select, input, textarea, summary { font: inherit; color: inherit; }
button, select, summary { cursor: pointer; }
button, select, input[type=search], .menu > summary { background: var(--lens-raised); border: 1px solid var(--lens-line); border-radius: 8px; padding: .3rem .7rem; min-block-size: 2.1rem; }
button:hover, .menu > summary:hover { border-color: var(--lens-accent); }
:focus-visible { outline: 2px solid var(--lens-accent); outline-offset: 2px; }
button[aria-pressed=true] { background: var(--lens-accent); border-color: var(--lens-accent); color: var(--lens-paper); }
button.primary { background: var(--lens-accent); border-color: var(--lens-accent); color: var(--lens-paper); font-weight: 600; }
button.link { background: none; border-color: transparent; padding: .2rem .35rem; min-block-size: 1.75rem; color: var(--lens-accent); text-decoration: underline; text-underline-offset: 3px; }
button.close { margin-inline-start: auto; border: 0; background: none; font-size: 1.25rem; line-height: 1; padding: .2rem .5rem; min-block-size: 1.75rem; min-inline-size: 1.75rem; }
.faint { color: var(--lens-faint); font-size: .875em; }
.none { color: var(--lens-faint); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.toolbar { display: none; flex-wrap: wrap; align-items: center; gap: .5rem; padding: .6rem 1rem; border-block-end: 1px solid var(--lens-line); background: var(--lens-ground); }
.lens[data-ready] .toolbar { display: flex; }
.pair { display: inline-flex; }
.pair button:first-child { border-start-end-radius: 0; border-end-end-radius: 0; }
.pair button:last-child { border-start-start-radius: 0; border-end-start-radius: 0; border-inline-start: 0; }
.menu { position: relative; }
summary { list-style: none; display: flex; }
summary::-webkit-details-marker { display: none; }
.menu > summary { align-items: center; }
.menu > summary::after { content: "▾"; margin-inline-start: .4em; }
.menu-items { position: absolute; z-index: 6; inset-block-start: calc(100% + 4px); inset-inline-start: 0; display: grid; min-inline-size: 15rem; padding: .3rem; background: var(--lens-raised); border: 1px solid var(--lens-line); border-radius: 10px; box-shadow: 0 8px 28px rgb(0 0 0 / .16); }
.menu-items button { text-align: start; border-color: transparent; background: none; }
.keys { margin-inline-start: auto; }
kbd { font: 600 .8em var(--lens-sans); border: 1px solid var(--lens-line); border-block-end-width: 2px; border-radius: 4px; padding: 0 .35em; }
.busy, .error { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; padding: .5rem 1rem; border-block-end: 1px solid var(--lens-line); }
.busy { position: sticky; inset-block-start: 0; z-index: 5; background: var(--lens-raised); }
progress { accent-color: var(--lens-accent); flex: 1 1 6rem; max-inline-size: 20rem; min-inline-size: 4rem; }
.error { background: light-dark(#fdecea, #3b1d1d); color: light-dark(#8c1d18, #ffb4ab); }

.editor { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1rem 3rem; display: grid; gap: 1rem; }
.hero h2 { font: 600 clamp(1.5rem, 5cqi, 2.2rem)/1.2 var(--lens-serif); text-wrap: balance; }
.hero p { margin-block-start: .6rem; color: var(--lens-faint); font-size: 1.0625rem; text-wrap: pretty; }
.lens[data-ready] :is(.hero, .start, .privacy), .lens:not([data-ready]) .found { display: none; }
textarea { inline-size: 100%; min-block-size: 15rem; block-size: 38vh; resize: vertical; padding: 1rem 1.15rem; font: 1.0625rem/1.6 var(--lens-serif); color: var(--lens-ink); background: var(--lens-paper); border: 1px solid var(--lens-line); border-radius: 12px; }
textarea::placeholder { color: var(--lens-faint); opacity: 1; }
.lens[data-ready] textarea { block-size: 70vh; }
.start { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; }

.lens[data-view=write] :is(.reader, .keys), .lens[data-view=read] .editor { display: none; }
.lens:not([data-ready]) :is(.side, .reader) { display: none; }
.main { min-inline-size: 0; }
.reader { position: relative; }
.page { background: var(--lens-paper); padding: 1.5rem 1.1rem 4rem; outline-offset: -3px; }
.reader:has(.card:not([hidden])) .page { outline: none; }
.text { position: relative; max-inline-size: 40rem; margin-inline: auto; font: 1.125rem/1.75 var(--lens-serif); overflow-wrap: anywhere; text-decoration-skip-ink: none; }
.section { content-visibility: auto; contain-intrinsic-block-size: auto calc(var(--lines, 40) * 1.75em); }
.section[data-empty] { block-size: calc(var(--lines, 40) * 1.75em); }
.block { margin: 0 0 1em; white-space: pre-line; }
.block[data-wrapped] { white-space: normal; }
.title { font-size: 1.75em; line-height: 1.28; font-weight: 650; margin-block-end: .7em; }
.heading { font-size: 1.2em; line-height: 1.4; font-weight: 650; margin-block: 1.4em .5em; }
.quote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--lens-line); }
.list-item { padding-inline-start: 1.1em; position: relative; }
.caption, .note, .chrome { font: .875rem/1.5 var(--lens-sans); color: var(--lens-faint); border-inline-start: 2px solid var(--lens-line); padding-inline-start: .8em; }
.reader:not([data-apart]) .chrome { display: none; }
.anchor { position: absolute; inline-size: 1px; pointer-events: none; scroll-margin-block: 5rem; }
mark { background: none; color: inherit; }
.text .paint { padding: 0; }

.lens[data-host] .tabs [data-tab=text] { display: none; }
.missing:not(:empty) { padding: 0 1rem 1rem; }
.lens[data-for] { border: 1px solid var(--lens-line); border-radius: 12px; }
/* Closed, it is lower than its menu. */
.lens[data-for][data-open] { overflow: clip; }
.lens[data-host][data-ready] .side { display: block; position: static; block-size: auto; border: 0; }
.lens[data-host] .panels { max-block-size: 34rem; overflow: auto; }
.lens[data-host] .body { display: block !important; min-block-size: 0; }
.lens[data-for]:not([data-ready]) .menu { display: none; }
.lens[data-for]:not([data-open]) .body { display: none !important; }
.lens[data-for] .toolbar { border: 0; border-radius: inherit; display: flex; }
.lens[data-host] .tabs { justify-content: flex-start; }
.opener { font-weight: 650; }
.opener::before { content: "▸ "; color: var(--lens-faint); }
.opener[aria-expanded=true]::before { content: "▾ "; }
.side { background: var(--lens-ground); min-inline-size: 0; }

.tabs { display: flex; flex-wrap: wrap; gap: .1rem; padding: .35rem .6rem 0; border-block-end: 1px solid var(--lens-line); background: var(--lens-ground); }
.tabs [role=tab] { background: none; border: 0; border-block-end: 3px solid transparent; border-radius: 6px 6px 0 0; padding: .4rem .6rem; color: var(--lens-faint); }
.tabs [role=tab][aria-selected=true] { color: var(--lens-ink); border-block-end-color: var(--lens-accent); font-weight: 600; }
.skip { display: none; }
.panel { display: none; padding: 1rem; }
.panel[data-current] { display: block; }
.chip { font: 600 .8125rem/1.5 var(--lens-sans); }

.card { position: absolute; z-index: 4; inset-block-start: var(--top); left: var(--left); inline-size: min(22rem, 100%); max-block-size: 70vh; overflow: auto; padding: .75rem .9rem; font-size: .875rem;
  background: var(--lens-raised); border: 1px solid var(--lens-line); border-radius: 12px; box-shadow: 0 10px 36px rgb(0 0 0 / .18); }
.card[data-window] { position: fixed; inset: var(--top) auto auto var(--left); margin: 0; }

@container lens (width >= ${WIDE}px) {
  .lens[data-ready] .body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem); min-block-size: 80vh; }
  .lens[data-ready] .side { grid-column: 2; grid-row: 1; position: sticky; inset-block-start: 0; align-self: start; display: flex; flex-direction: column; block-size: 100dvh; border-inline-start: 1px solid var(--lens-line); }
  .main { grid-column: 1; grid-row: 1; background: var(--lens-paper); }
  .lens:not([data-ready]) .main { background: none; }
  .panels { overflow: auto; flex: 1; min-block-size: 0; }
  .tabs [data-tab=text] { display: none; }
  .lens[data-view=read]:not([data-host]) .skip { display: block; margin: .4rem 1rem; }
  .skip:not(:focus) { position: absolute; clip-path: inset(50%); }
  .page { padding: 2.5rem 3rem 6rem; min-block-size: 80vh; }
}
@container lens (width < ${WIDE}px) {
  .side { display: contents; }
  .body { display: block; }
  .lens:not([data-ready]) .tabs, .lens:not([data-ready]) .legend { display: none; }
  .tabs { position: sticky; inset-block-start: 0; z-index: 3; justify-content: space-between; padding-inline: .3rem; }
  .tabs [role=tab] { padding-inline: min(.35rem, 1cqi); font-size: .875rem; }
  .lens[data-ready]:not([data-tab=text]) .main { display: none; }
  .lens[data-view=write] .main { display: block !important; }
  .lens[data-view=write] .panels, .lens[data-view=write] .tabs, .lens[data-view=write] .legend { display: none; }
  .keys { display: none; }
  .menu { position: static; }
  .menu-items { inset: auto auto auto .6rem; }
  .text .title { font-size: 1.45em; }
  .toolbar { gap: .3rem; padding: .4rem .6rem; font-size: .8125rem; }
  .toolbar button, .menu > summary { padding-inline: .45rem; }
  .card[data-pinned]:not([data-window]) { position: fixed; inset: auto 0 0; left: 0; inline-size: 100%; max-block-size: 55vh; border-radius: 14px 14px 0 0; padding-block-end: max(.8rem, env(safe-area-inset-bottom)); }
  .card-foot button { min-block-size: 2.4rem; }
}
@media (max-width: 600px) {
  .card[data-window][data-pinned] { inset: auto 0 0; inline-size: 100%; max-inline-size: none; border-radius: 14px 14px 0 0; }
}
${FORCED_CSS}
`;
