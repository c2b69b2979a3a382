import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CurveOf, ResolvedCurve, LinkSpec } from '../../../model/link/types';
import { PROFILES, profileCurve } from '../../../model/link/profiles';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { namedIn } from '../../../model/link/spec/spec-options';
import type { UserProfiles } from './user-profiles';
import { readTraceFile } from './trace-file';
import { traceNote } from './trace-note';

/** What a trace or a profile holds, and in sentences what a trace was read as; null for a profile. */
export interface Loaded {
  known: ResolvedCurve;
  note: string | null;
}

/** A curve of a million steps is 16 MB; these are kept at most. */
const KEPT_MOST = 4;

/**
 * Finds the curves of traces (paths count from the working directory) and profiles. A file is read again
 * only when it has changed, so that a run, its readers and its report see the same curve.
 */
export class LinkCache {
  readonly #kept = new Map<string, { stamp: string; loaded: Loaded }>();

  /** `own` are the saved profiles; null where there are none. */
  constructor(private readonly own: UserProfiles | null) {}

  /** For parseLinkSpec; throws an Error with one sentence. */
  readonly curveOf: CurveOf = (kind, name) => this.find(kind, name).known;

  /** The link that a SPEC describes, with its curve; throws LinkSpecError. */
  resolve(text: string): LinkSpec {
    return parseLinkSpec(text, this.curveOf);
  }

  /** What the trace was read as that a SPEC names, in sentences; null when it names none. Throws as `find`. */
  noteOf(text: string): string | null {
    const named = namedIn(text);
    return named && this.find(named.kind, named.name).note;
  }

  /** The curve of a trace by its path or of a profile by its name; throws an Error with one sentence. */
  find(kind: 'trace' | 'profile', name: string): Loaded {
    if (kind === 'trace') return this.#keep(resolve(name), ofTrace);
    const path = PROFILES.some((profile) => profile.name === name) ? null : this.own?.pathOf(name);
    if (path === null || path === undefined) return plain(profileCurve(name));
    return this.#keep(path, () => plain((this.own as UserProfiles).load(name)));
  }

  #keep(path: string, load: (path: string) => Loaded): Loaded {
    const stamp = stampOf(path);
    const kept = this.#kept.get(path);
    const loaded = kept && stamp !== '' && kept.stamp === stamp ? kept.loaded : load(path);
    // The one asked for last is the last to go.
    this.#kept.delete(path);
    this.#kept.set(path, { stamp, loaded });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MOST && oldest !== undefined) this.#kept.delete(oldest);
    return loaded;
  }
}

function ofTrace(path: string): Loaded {
  const trace = readTraceFile(path);
  const { curve, latencyMs } = trace;
  return { known: { curve, latencyMs }, note: traceNote(trace) };
}

function plain(known: ResolvedCurve): Loaded {
  return { known, note: null };
}

/** Changes with the file; empty when there is none, which reading it will say. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : '';
}
