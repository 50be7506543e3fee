/** What views are given, and what they can ask for. */
import type { Analysis, BlockKind, Span } from './contract.js';
import type { Finding, Voice } from './findings.js';

export interface State {
  analysis: Analysis;
  findings: Finding[];
  voices: Voice[];
  /** Findings in each layer. */
  counts: Map<string, number>;
  mode: 'phrases' | 'words';
  /** Whether what is not the article is shown in the text. */
  apart: boolean;
  /** Blocks that the reader took back into the article: where they start, and what they were. */
  taken: Map<number, BlockKind>;
  /** Spots that look damaged. */
  damage: Span[];
}

export interface Does {
  /** Shows a finding in the text; the focus comes back to `from`. */
  open(finding: Finding, from?: HTMLElement): void;
  /** Shows the next finding that fits, from the beginning again after the last one. */
  next(which: (finding: Finding) => boolean): void;
  /** Lists what fits. */
  list(filter: { layer?: string; voice?: number }): void;
  /** Shows a voice among the voices. */
  voice(id: number): void;
  keyphrases(mode: 'phrases' | 'words'): void;
  apart(shown: boolean): void;
  /** Takes the block that starts here back into the article, or sets it apart again. */
  take(start: number): void;
  /** Shows a place of the text. */
  place(span: Span): void;
}
