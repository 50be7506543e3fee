// Medians of interleaved runs: whatever else the machine does falls on every contender alike.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs every task once unmeasured, then `rounds` times in turn.
 * @param {Record<string, () => unknown>} tasks
 * @param {number} rounds
 * @param {() => number} clock milliseconds
 * @returns {Promise<Record<string, number>>} milliseconds
 */
export async function interleaved(tasks, rounds, clock) {
  const taken = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = clock();
      await task();
      const end = clock();
      if (round >= 0) taken[name].push(end - start);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)]));
}
