// From an article on a page to its highlights on the screen: the packed element beside the same page with wink-nlp.
import { inTurns, medians } from './measure.js';

/** wink-nlp as a page would use it for highlights: nouns and names, painted by the same interface of the browser. */
export const WINK = `
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
const nlp = winkNLP(model);
const { its } = nlp;
export const paint = (root) => {
  const ranges = [];
  for (const { firstChild: node } of root.querySelectorAll('p')) {
    const tokens = nlp.readDoc(node.data).tokens();
    const [words, spaces, tags] = [its.value, its.precedingSpaces, its.pos].map((part) => tokens.out(part));
    let at = 0;
    words.forEach((word, i) => {
      const start = at + spaces[i].length;
      at = start + word.length;
      if (tags[i] === 'NOUN' || tags[i] === 'PROPN') ranges.push(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: at }));
    });
  }
  CSS.highlights.set('nouns', new Highlight(...ranges));
};`;

/**
 * @param {(work: Function, argument: unknown) => Promise<any>} inPage runs in a fresh page
 * @param {number} rounds
 * @returns {Promise<Record<'loaded' | 'cold', Record<string, number>>>} milliseconds
 */
export async function firstPaint(inPage, rounds) {
  const first = (state) => inTurns(['StanceLens', 'wink-nlp'], rounds, (name) => inPage(run, { name, state }));
  return { loaded: medians(await first('loaded')), cold: medians(await first('cold')) };
}

async function run({ name, state }) {
  const { text } = await import('/bench/text.js');
  const article = (id, content) => {
    const element = document.createElement('article');
    element.id = id;
    for (const paragraph of content.split('\n\n')) element.appendChild(document.createElement('p')).textContent = paragraph;
    document.body.append(element);
    return element;
  };
  const look = new CSSStyleSheet();
  look.replaceSync('::highlight(nouns) { background: gold }');
  document.adoptedStyleSheets = [look];
  const short = article('short', 'The mayor said the bridge must close.');
  const story = article('story', text(10_000, 7));
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const time = async (work) => {
    await shown();
    const start = performance.now();
    await work();
    await shown();
    return performance.now() - start;
  };
  const lens = document.createElement('stance-lens');
  const reads = (id) => new Promise((resolve) => {
    lens.addEventListener('analysis', resolve, { once: true });
    lens.setAttribute('for', id);
    if (!lens.isConnected) document.body.append(lens);
  });
  if (name === 'StanceLens') {
    if (state === 'cold') return time(() => import('/define.js').then(() => reads('story')));
    await import('/define.js');
    await reads('short');
    return time(() => reads('story'));
  }
  if (state === 'cold') return time(() => import('/bench/wink-paint.js').then(({ paint }) => paint(story)));
  const { paint } = await import('/bench/wink-paint.js');
  paint(short);
  return time(() => paint(story));
}
