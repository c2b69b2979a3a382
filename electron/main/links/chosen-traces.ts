import { resolve } from 'node:path';
import { namedIn } from '../../../model/link/spec/spec-options';
import { say } from '../../words';

/**
 * The trace files that a person has named: in the dialog or on the command line. A page may use these in
 * a SPEC and no other file, for what it writes there is only a string.
 */
export class ChosenTraces {
  readonly #paths = new Set<string>();

  /** From now on the window may read this trace. */
  add(path: string): void {
    this.#paths.add(resolve(path));
  }

  /** Takes over the trace that a SPEC of the command line names, if it names one. */
  addNamed(text: string): void {
    const named = namedIn(text);
    if (named?.kind === 'trace') this.add(named.name);
  }

  /** Throws an Error with one sentence for a SPEC that names a trace which nobody chose. */
  check(text: string): void {
    const named = namedIn(text);
    if (named?.kind !== 'trace' || this.#paths.has(resolve(named.name))) return;
    throw new Error(say('links.notChosen', { path: named.name }));
  }
}
