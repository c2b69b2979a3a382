import { resolve } from 'node:path';
import { namedIn } from '../../model/link/spec/spec-options';
import { say } from '../words';

/**
 * The files that a person has named: in a dialog, by dropping them, on the command line, or in an earlier session.
 * The window may open these and no other; a path that a page writes by itself is only a string.
 */
export class GivenFiles {
  readonly #paths = new Set<string>();

  /** From now on the window may read this file; relative paths count from the working directory. */
  give(path: string): void {
    this.#paths.add(resolve(path));
  }

  /** The same for the trace that a link's SPEC names, if it names one. */
  giveTraceOf(link: string): void {
    const named = namedIn(link);
    if (named?.kind === 'trace') this.give(named.name);
  }

  /** Throws an Error with one sentence for a file that nobody has named. */
  check(path: string): void {
    if (!this.#paths.has(resolve(path))) throw new Error(say('main.notGiven', { path }));
  }

  /** The same for the trace that a link's SPEC names, if it names one. */
  checkTraceOf(link: string): void {
    const named = namedIn(link);
    if (named?.kind === 'trace') this.check(named.name);
  }
}
