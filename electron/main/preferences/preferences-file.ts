import { preferencesSchema, type Preferences } from '../../ipc/contract';
import { readKept, writeAtomically } from './atomic-write';

/** What holds until a person chooses otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  volume: 1,
  muted: false,
  recent: [],
  scenarios: [],
  lessonsFolder: null,
  cacheCapBytes: 5e9,
  runsCapBytes: 2e9,
  predicted: false,
  camera: 'ask',
};

/** How many recent files are remembered. */
const RECENT_MOST = 10;

/** The preferences in memory and on disk; a damaged file is set aside as `*.damaged` and the defaults hold. */
export class PreferencesFile {
  #current: Preferences;
  /** Where a damaged file lies now; null where there was none. */
  readonly damaged: string | null;

  constructor(private readonly path: string) {
    const { value, damaged } = readKept(path, (json) => preferencesSchema.partial().parse(json));
    this.#current = { ...DEFAULT_PREFERENCES, ...value } as Preferences;
    this.damaged = damaged;
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Takes over the given fields and writes; a disk that refuses costs the memory of them, not the session. */
  change(fields: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
    const known = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    );
    this.#current = { ...this.#current, ...known };
    try {
      writeAtomically(this.path, JSON.stringify(this.#current, null, 1) + '\n');
    } catch (error) {
      console.error(`Preferences could not be written to ${this.path}: ${String(error)}`);
    }
    return this.#current;
  }

  /** Puts a file at the head of the recent ones. */
  remember(path: string): void {
    const others = this.#current.recent.filter((each) => each !== path);
    this.change({ recent: [path, ...others].slice(0, RECENT_MOST) });
  }

  /** Puts a scenario at the head of the recent ones. */
  rememberScenario(path: string): void {
    const others = this.#current.scenarios.filter((each) => each !== path);
    this.change({ scenarios: [path, ...others].slice(0, RECENT_MOST) });
  }

  /** Drops a file that is no longer there. */
  forget(path: string): void {
    if (!this.#current.recent.includes(path)) return;
    this.change({ recent: this.#current.recent.filter((each) => each !== path) });
  }
}
