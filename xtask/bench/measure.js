// Medians of interleaved runs: whatever else the machine does falls on every contender alike.
import { numbers } from './text.js';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Random numbers for the order of turns: the same in every run. */
export const turns = () => numbers(1);

/** The items in a random order (Fisher and Yates). */
export function shuffled(items, random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * Runs every task once unmeasured, then `rounds` times in turn, each round in an order of its own: garbage and caches
 * that one leaves behind are paid for by the next, which must not be the same one every time.
 * @param {Record<string, () => unknown>} tasks
 * @param {number} rounds
 * @param {() => number} clock milliseconds
 * @returns {Promise<Record<string, number>>} milliseconds
 */
export async function interleaved(tasks, rounds, clock) {
  const taken = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  const random = turns();
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, task] of shuffled(Object.entries(tasks), random)) {
      const start = clock();
      await task();
      const end = clock();
      if (round >= 0) taken[name].push(end - start);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)]));
}
