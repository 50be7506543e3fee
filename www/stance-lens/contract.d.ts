/**
 * The analysis, field by field (schema 1). Offsets are half-open and count UTF-16 code units, the unit of
 * `String.prototype.slice` and of the DOM, unless another unit is asked for.
 *
 * Made from the Rust types; `UPDATE_CONTRACT=1 cargo test --lib contract` writes it anew.
 */

/** One document, analysed. Every span refers to `text`, in the unit that was asked for. */
export interface Analysis {
  /** Version of this form, `SCHEMA`. */
  schema: 1;
  /** BCP 47 code of the language, as given, else as detected; `und` where neither says. */
  language: string;
  /** What every span refers to. For text input, the input unchanged. */
  text: string;
  /** Title, byline, date and blocks. */
  article: ArticleInfo;
  /** Sentences in order; they cover every block. */
  sentences: Span[];
  /** Tokens in order, on request. */
  tokens?: TaggedToken[];
  /** Keyphrases, best first. */
  keyphrases: Keyphrase[];
  /** Everybody who is reported to say something or to hold a position. */
  speakers: Speaker[];
  /** Who says what, in order of the text. */
  attributions: Attribution[];
  /** Phrases that carry a position, in order of the text. */
  stances: Stance[];
}

/** What is known of the article besides its text. */
export interface ArticleInfo {
  /** Headline. */
  title: string | null;
  /** Author or authors, as written. */
  byline: string | null;
  /** Date of publication in ISO 8601, as precise as the source. */
  published: string | null;
  /** Blocks in order of the text, without overlap. */
  blocks: Block[];
}

/** A piece of an article with a role of its own. */
export interface Block {
  /** Its role. */
  kind: BlockKind;
  start: number;
  end: number;
}

/** Roles of blocks. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'quote' | 'list-item' | 'caption' | 'note'
  | 'chrome';

/** Half-open range of the text. */
export type Span = [start: number, end: number];

/** One token: `[start, end, tag]`. */
export type TaggedToken = [start: number, end: number, tag: Tag];

/** A universal part of speech (UPOS). */
export type Tag = 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART'
  | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X';

/** A phrase that says what the article is about. */
export interface Keyphrase {
  /** The phrase as it reads in the article. */
  text: string;
  /** Between 0 and 1, comparable within one article. */
  score: number;
  /** Every place where it occurs, in order of the text. */
  mentions: Span[];
}

/** Somebody who speaks, or holds a position. */
export interface Speaker {
  /** Index in `Analysis.speakers`. */
  id: number;
  /** The name as the article gives it at its fullest, without title. */
  name: string;
  /** Names, short forms and pronouns that refer to this speaker, in order of the text. */
  mentions: Span[];
}

/** One act of reporting. */
export interface Attribution {
  /** Who speaks, with title and apposition. */
  source: Span | null;
  /** The reporting words. */
  cue: Span | null;
  /** What is reported; several spans where source and cue interrupt it. */
  content: Span[];
  /** Quoted, paraphrased or both. */
  kind: AttributionKind;
  /** Index in `Analysis.speakers`; null where nobody is named. */
  speaker: number | null;
}

/** How words are reported. */
export type AttributionKind = 'quote' | 'report' | 'mixed';

/** A phrase that carries a position. */
export interface Stance {
  /** What kind of position. */
  tag: StanceTag;
  /** Index in `Analysis.speakers`; null for the author of the article. */
  holder: number | null;
  /** What the position is about. */
  target: Span | null;
  /** −1, 0 or 1 from the holder's side. */
  polarity: -1 | 0 | 1;
  /** 1 weak, 2 plain, 3 strong. */
  strength: 1 | 2 | 3;
  /** The lexicon entry or rule that fired, such as `demand.verb.urge`. */
  rule: string;
  start: number;
  end: number;
}

/** The eleven kinds of stance. */
export type StanceTag = 'support' | 'oppose' | 'demand' | 'pledge' | 'deny' | 'distance' | 'affirm'
  | 'counter' | 'hedge' | 'booster' | 'evaluative';

/** Options of one analysis; a name that is not here is the error `unknown-option`. */
export interface AnalyzeOptions {
  /** Form of the document; text where nothing is said. */
  format?: Format;
  /** Where it came from; helps to read dates and relative links. */
  url?: string;
  /** BCP 47 code, where known. */
  language?: string;
  /** Title, where known from elsewhere. */
  title?: string;
  /** Unit of every offset in the answer; UTF-16 where nothing is said. */
  offsets?: Unit;
  /** Whether `tokens` is filled. */
  tokens?: boolean;
  /** Phrases or single words. */
  keyphrases?: KeyphraseMode;
  /** At most this many keyphrases, and never more than 1,000. */
  maxKeyphrases?: number;
  /** Largest document read, in bytes of its source; larger ones are the error `too-large`. */
  maxBytes?: number;
  /** How much of the analysis is made. */
  only?: Parts;
  /** Entries of a stance lexicon of your own, as JSON. */
  lexicon?: string;
}

/** Forms of a document. */
export type Format = 'auto' | 'text' | 'html' | 'markdown' | 'json';

/** What one step of an offset counts. */
export type Unit = 'utf-8' | 'utf-16' | 'utf-32';

/** Whether keyphrases may span several words. */
export type KeyphraseMode = 'phrases' | 'words';

/** How much of the analysis is made. */
export type Parts = 'all' | 'article';

/** Stable name of a kind of error, the same on the command line, in exported files and in JavaScript. */
export type ErrorCode = 'unsupported-format' | 'malformed-json' | 'no-article' | 'too-large'
  | 'unknown-option';

/** A lexicon entry or rule, as told to a reader. */
export interface Rule {
  /** Stable name, as in `Stance.rule`. */
  id: string;
  /** What it marks. */
  tag: StanceTag;
  /** Why, in a sentence. */
  reason: string;
  /** Publication that describes the class. */
  source: string;
}

/** What sets a keyphrase apart from the other candidates of its article. */
export interface Reason {
  /** In words. */
  what: string;
  /** What it adds to the log-odds of the mean candidate, or takes away. */
  weight: number;
}

/** Why a keyphrase ranks where it does; the strongest reasons first. */
export interface Explanation {
  /** The keyphrase as it reads in the article. */
  text: string;
  /** The form of it that ranked best, of which the reasons speak: "Gilbert", it may be, of "Hurricane Gilbert". */
  form: string;
  /** What speaks for it, and with negative weights what against. */
  reasons: Reason[];
}

/** One of several articles in a JSON document. */
export interface ListedArticle {
  /** Its title, as far as it says. */
  title: string | null;
  /** Its date in ISO 8601. */
  published: string | null;
  /** Its own JSON, to be read as a document. */
  content: string;
}

/** Rules by their names. */
export type Rules = Record<string, Rule>;
