// The libraries compared, each behind the same two questions: read everything you can, and only divide the text.
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/** wink-nlp, ready to run; `pipe` as in its own documentation, everything when left out. */
export const wink = (pipe) => {
  const nlp = winkNLP(model, pipe);
  return (text) => nlp.readDoc(text).tokens().length();
};

/** compromise with all its layers. */
export const compromise = async () => (await import('compromise')).default;

/** What the platform brings: words and sentences, paragraph by paragraph, as whole texts are slow in some engines. */
export const intlSegmenter = () => {
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  return (text) => {
    let count = 0;
    for (const paragraph of text.split('\n\n')) {
      for (const { segment } of words.segment(paragraph)) count += segment === ' ' ? 0 : 1;
      for (const { segment } of sentences.segment(paragraph)) count += segment.length === 0 ? 1 : 0;
    }
    return count;
  };
};

/**
 * Every contender for a text, by task.
 * @param {{analyze: Function, segment: Function}} core the WebAssembly glue of StanceLens, initialised
 */
export async function contenders(core) {
  const nlp = await compromise();
  return {
    analysis: {
      StanceLens: (text) => core.analyze(text, undefined).sentences.length,
      'wink-nlp, full pipeline': wink(),
      'compromise, all layers': (text) => nlp(text).termList().length,
    },
    division: {
      StanceLens: (text) => core.segment(text),
      'wink-nlp, tokens only': wink([]),
      'wink-nlp, tokens and sentences': wink(['sbd']),
      'compromise, tokens only': (text) => nlp.tokenize(text).termList().length,
      'Intl.Segmenter': intlSegmenter(),
    },
  };
}
