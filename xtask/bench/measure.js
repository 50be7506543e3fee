// Medians of interleaved runs: whatever else the machine does falls on every contender alike.
import { numbers } from './text.js';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each list. */
export const medians = (taken) =>
  Object.fromEntries(Object.entries(taken).map(([name, numbers]) => [name, median(numbers)]));

/** The items in a random order (Fisher and Yates). */
function shuffled(items, random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * Runs every contender once unmeasured, then `rounds` times in turn, each round in an order of its own: garbage and
 * caches that one leaves behind are paid for by the next, which must not be the same one every time.
 * @template Result
 * @param {string[]} names
 * @param {number} rounds
 * @param {(name: string) => Result | Promise<Result>} run
 * @returns {Promise<Record<string, Result[]>>} what each gave, round by round
 */
export async function inTurns(names, rounds, run) {
  const given = Object.fromEntries(names.map((name) => [name, []]));
  // The same orders every time.
  const random = numbers(1);
  for (let round = -1; round < rounds; round += 1) {
    for (const name of shuffled(names, random)) {
      const result = await run(name);
      if (round >= 0) given[name].push(result);
    }
  }
  return given;
}

/**
 * How long every task takes.
 * @param {Record<string, () => unknown>} tasks
 * @param {number} rounds
 * @param {() => number} clock milliseconds
 * @returns {Promise<Record<string, number>>} milliseconds
 */
export async function interleaved(tasks, rounds, clock) {
  const taken = await inTurns(Object.keys(tasks), rounds, async (name) => {
    const start = clock();
    await tasks[name]();
    return clock() - start;
  });
  return medians(taken);
}
