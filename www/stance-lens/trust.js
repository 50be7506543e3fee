/**
 * Under Trusted Types the address of a script has to come from a policy. Ours has one name for all that needs it,
 * because a page may allow each name only once; it lets through what its few callers give it.
 */

/** @type {{createScriptURL(url: string): unknown} | undefined} */
let policy;

/**
 * @param {string | URL} url
 * @returns {string} What a `Worker` takes; text for the type checker.
 */
export function trusted(url) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  try {
    policy ??= factory?.createPolicy('stance-lens', { createScriptURL: (/** @type {string} */ address) => address });
  } catch {
    // The page allows no policy of ours; where it insists on one, the caller meets the browser's own error.
  }
  return /** @type {string} */ (policy?.createScriptURL(String(url)) ?? String(url));
}
