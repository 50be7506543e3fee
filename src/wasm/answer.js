/**
 * Makes the objects of an analysis from what `answer.rs` writes, reading in the order in which that writes: each list is
 * its length and its items, an item is its fields one after another. A span is two numbers, a word its place in a list
 * of `head`, and −1 stands for what is not there. All objects of a kind are made in one place, alike, which engines do fast.
 *
 * @import { Analysis, Span } from '../../www/stance-lens/contract.js'
 *
 * @param {any} head What is short, and the words that numbers stand for.
 * @param {Int32Array} numbers The lists: a view of memory that is good for this call.
 * @param {string} text
 * @returns {Analysis}
 */
export function makeAnalysis(head, numbers, text) {
  const { schema, language, title, byline, published, keyphrases, words, names, rules } = head;
  let at = 0;
  const number = () => /** @type {any} */ (numbers[at++]);
  const word = () => words[number()];
  const span = () => /** @type {Span} */ ([numbers[at++], numbers[at++]]);
  /** Whether something is there; where it is not, that is read. */
  const there = () => {
    if (numbers[at] >= 0) return true;
    at += 1;
    return false;
  };
  /**
   * @template T
   * @param {(place: number) => T} item
   */
  const list = (item) => {
    const length = number();
    /** @type {T[]} */
    const items = new Array(length);
    for (let i = 0; i < length; i++) items[i] = item(i);
    return items;
  };
  const spans = () => list(span);
  return {
    schema, language, text,
    article: { title, byline, published, blocks: list(() => ({ kind: word(), start: number(), end: number() })) },
    sentences: spans(),
    ...(there() && { tokens: list(() => /** @type {[number, number, any]} */ ([number(), number(), word()])) }),
    keyphrases,
    speakers: list((id) => ({ id, name: names[id], mentions: spans() })),
    attributions: list(() => ({
      source: there() ? span() : null, cue: there() ? span() : null, content: spans(),
      kind: word(), speaker: there() ? number() : null,
    })),
    stances: list(() => ({
      start: number(), end: number(), tag: word(), holder: there() ? number() : null,
      target: there() ? span() : null, polarity: number(), strength: number(), rule: rules[number()],
    })),
  };
}
