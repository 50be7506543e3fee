/**
 * The analysis, field by field, as the page reads it (schema 1). Offsets are half-open and count UTF-16 code
 * units, the unit of `String.prototype.slice` and of the DOM.
 */

/** Half-open range of the text. */
export type Span = [start: number, end: number];

/** Role of a block. */
export type BlockKind =
  | 'title' | 'heading' | 'paragraph' | 'quote' | 'list-item' | 'caption' | 'note' | 'chrome';

/** The eleven kinds of stance. */
export type StanceTag =
  | 'support' | 'oppose' | 'demand' | 'pledge' | 'deny' | 'distance' | 'affirm' | 'counter' | 'hedge'
  | 'booster' | 'evaluative';

export interface Block { kind: BlockKind; start: number; end: number }

export interface Keyphrase { text: string; score: number; mentions: Span[] }

export interface Speaker { id: number; name: string; mentions: Span[] }

export interface Attribution {
  source: Span | null;
  cue: Span | null;
  /** Several spans where source and cue interrupt it. */
  content: Span[];
  kind: 'quote' | 'report' | 'mixed';
  /** Index in `speakers`; null where nobody is named. */
  speaker: number | null;
}

export interface Stance {
  start: number;
  end: number;
  tag: StanceTag;
  /** Index in `speakers`; null for the author of the article. */
  holder: number | null;
  target: Span | null;
  polarity: -1 | 0 | 1;
  strength: 1 | 2 | 3;
  /** The lexicon entry or rule that fired. */
  rule: string;
}

export interface Analysis {
  schema: 1;
  language: string;
  text: string;
  article: { title: string | null; byline: string | null; published: string | null; blocks: Block[] };
  sentences: Span[];
  tokens?: [start: number, end: number, tag: string][];
  keyphrases: Keyphrase[];
  speakers: Speaker[];
  attributions: Attribution[];
  stances: Stance[];
}

/** Options of one analysis; a name that is not here is the error `unknown-option`. */
export interface AnalyzeOptions {
  format?: 'auto' | 'text' | 'html' | 'markdown' | 'json';
  language?: string;
  title?: string;
  url?: string;
  tokens?: boolean;
  keyphrases?: 'phrases' | 'words';
  maxKeyphrases?: number;
  maxBytes?: number;
  /** Entries of your own, as JSON. */
  lexicon?: string;
}

/** What sets a keyphrase apart from the other candidates of its article. */
export interface Reason {
  what: string;
  /** What it adds to the log-odds of the mean candidate, or takes away. */
  weight: number;
}

/** Why a keyphrase ranks where it does; the strongest reasons first. */
export interface Explanation { text: string; reasons: Reason[] }

/** One rule of the lexicon: why it fires, and who published the reason. */
export interface Rule { id: string; tag: StanceTag; reason: string; source: string }

/** Rules by their names. */
export type Rules = Record<string, Rule>;
