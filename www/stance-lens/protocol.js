/**
 * What page and worker say to each other.
 *
 * Every call has an id and is answered once, by `end` or `error`. A large analysis comes in parts, so that
 * the page takes each in a task of its own and never stands still.
 *
 * @import { AnalyzeOptions, ErrorCode } from './contract.js'
 * @import { Progress } from './client.js'
 *
 * @typedef {(url: string) => Promise<WebAssembly.Module>} Compile How a module is had from its address.
 * @typedef {'text' | 'html' | 'json'} Kind What a source says it is.
 * @typedef {{type: 'init', protocol: number, module?: WebAssembly.Module, wasmUrl?: string, others?: string[], compile?: Compile}} Init
 *   `compile` only where no message is sent, in the same thread; `others` are options that there are not.
 * @typedef {{type: 'analyze', id: number, content: string, kind?: Kind, options: AnalyzeOptions}} AnalyzeCall
 * @typedef {{type: 'explain', id: number, content: string, kind?: Kind, options: AnalyzeOptions}} ExplainCall
 * @typedef {{type: 'rules', id: number, content?: string, kind?: Kind, options: object}} RulesCall `content` is a lexicon.
 * @typedef {{type: 'version', id: number}} PlainCall
 * @typedef {{type: 'articles', id: number, content: string, kind?: Kind, options: object}} ArticlesCall
 * @typedef {{type: 'damage', id: number, content: string, kind?: Kind, options: {most?: number}}} DamageCall
 * @typedef {Init | AnalyzeCall | ExplainCall | RulesCall | PlainCall | ArticlesCall | DamageCall} ToWorker
 *
 * @typedef {{name: string, message: string, code?: string}} Failure
 * @typedef {{type: 'ready', protocol: number, version: string, module: WebAssembly.Module}} Ready
 * @typedef {{type: 'failed', error: Failure}} Failed
 * @typedef {{type: 'part', id: number, path: string[], items: unknown[], done: number, total: number}} Part
 * @typedef {{type: 'end', id: number, result: unknown}} End
 * @typedef {{type: 'error', id: number, error: Failure, fatal: boolean}} Mistake
 * @typedef {Ready | Failed | Part | End | Mistake} FromWorker
 *
 * @typedef {object} Call A call as the page keeps it until it is answered.
 * @property {{type: 'analyze' | 'explain' | 'rules' | 'version' | 'articles' | 'damage', content?: any, kind?: string, options: object}} message
 * @property {(value: any) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {((progress: Progress) => void) | undefined} onProgress
 * @property {Part[]} parts
 */

/** Changes whenever a message changes; page and worker refuse to work with another. */
export const PROTOCOL = 5;

/** Lists longer than this travel in parts. */
export const PART = 8192;

/** No limit in bytes: for an article that was let in already. */
export const UNLIMITED = 2 ** 32 - 1;

/**
 * The error that callers see: a stable `code` and one sentence.
 */
export class StanceLensError extends Error {
  /**
   * Said, since errors are printed with the name of their class, and minifiers shorten that.
   *
   * @override
   */
  static name = 'StanceLensError';

  /**
   * @param {ErrorCode | 'disposed'} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = StanceLensError.name;
    this.code = code;
  }
}

/**
 * @param {unknown} error
 * @returns {Failure}
 */
export function describe(error) {
  const { name = 'Error', message = String(error), code } = /** @type {any} */ (error ?? {});
  return { name, message, code };
}

/**
 * @param {Failure} failure
 * @returns {Error}
 */
export function revive({ name, message, code }) {
  // Others have codes too, as those of Node.
  if (name === StanceLensError.name) return new StanceLensError(/** @type {ErrorCode} */ (code), message);
  return Object.assign(new Error(message), { name, ...(code && { code }) });
}
