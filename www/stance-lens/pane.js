/**
 * What our own pane and an element of the page have in common as places where an article is read: which marks are
 * shown, which finding is looked at, and what lies under a point.
 *
 * @import { Finding, Mark } from './findings.js'
 * @import { Piece } from './painter.js'
 */

import { rangeIn } from './painter.js';

export class Pane {
  /** @protected @type {Mark[]} Of the finding that is looked at. */ active = [];
  /** @protected @type {(mark: Mark) => boolean} */ shows = () => true;

  /** @protected Paints anew what is on the screen. */
  repaint() {}

  /**
   * Paints only these marks from now on.
   *
   * @param {(mark: Mark) => boolean} shows
   */
  filter(shows) {
    this.shows = shows;
    this.repaint();
  }

  /** @param {Finding | null} finding */
  activate(finding) {
    this.active = (finding?.marks ?? []).map(({ start, end }) => ({ start, end, category: 'active', finding }));
    this.repaint();
  }

  /**
   * The stretch in which an offset lies, where it is laid out.
   *
   * @protected
   * @param {number} _offset
   * @returns {Piece | undefined}
   */
  pieceAt(_offset) {
    return undefined;
  }

  /**
   * Where a finding begins on the screen.
   *
   * @param {{start: number, end: number}} finding
   * @returns {DOMRect | null}
   */
  rectOf({ start, end }) {
    const piece = this.pieceAt(start);
    if (!piece || piece.start > end) return null;
    const range = rangeIn(piece, start, end);
    return [...range.getClientRects()].find(({ width }) => width > 0) ?? range.getBoundingClientRect();
  }

  /**
   * The findings under a point, the shortest first.
   *
   * @protected
   * @param {Piece[]} pieces
   * @param {Mark[]} marks
   * @param {number} x
   * @param {number} y
   * @returns {{finding: Finding, rect: DOMRect}[]}
   */
  under(pieces, marks, x, y) {
    /** @type {Map<Finding, DOMRect>} */
    const hits = new Map();
    for (const piece of pieces) {
      for (const mark of marks) {
        const { finding, start, end } = mark;
        if (!finding || end <= piece.start || start >= piece.end || !this.shows(mark)) continue;
        for (const rect of rangeIn(piece, start, end).getClientRects()) {
          if (x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 2 && y <= rect.bottom + 2) hits.set(finding, rect);
        }
      }
    }
    return [...hits]
      .map(([finding, rect]) => ({ finding, rect }))
      .sort((a, b) => a.finding.end - a.finding.start - (b.finding.end - b.finding.start));
  }
}
