/**
 * What is set apart from an article (interface words of its page, captions, notes), and the way back: a reader may
 * take any block into the article again.
 *
 * @import { Analysis, BlockKind } from './contract.js'
 * @import { Source } from './session.js'
 */

import { UNLIMITED } from './protocol.js';

/** How each kind of block that is no part of the article is called. @type {Record<string, string>} */
export const APART = { chrome: 'Not the article', caption: 'Caption', note: 'Note' };

/** @param {string} kind */
export const isApart = (kind) => kind in APART;

/**
 * The article with one block taken back into it, or set apart again, all others as they are; and what has been taken
 * back by now. Null where there is nothing to take back.
 *
 * @param {Analysis} analysis
 * @param {ReadonlyMap<number, BlockKind>} taken Blocks taken back: where they start, and what they were.
 * @param {number} start Where the block starts.
 * @returns {{source: Source, taken: Map<number, BlockKind>} | null}
 */
export function takeBack({ text, language, article }, taken, start) {
  const now = new Map(taken);
  const blocks = article.blocks.map((block) => {
    if (block.start !== start) return block;
    const before = taken.get(start);
    if (before) now.delete(start);
    else if (isApart(block.kind)) now.set(start, block.kind);
    return { ...block, kind: before ?? /** @type {const} */ ('paragraph') };
  });
  if (now.size === taken.size) return null;
  // An analysis is read as it stands, its blocks included.
  const content = JSON.stringify({ text, article: { ...article, blocks } });
  return { source: { content, options: { format: 'json', maxBytes: UNLIMITED, ...(language !== 'und' && { language }) } }, taken: now };
}
