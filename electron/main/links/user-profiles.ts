import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedCurve } from '../../../model/link/types';
import { readProfile, writeProfile } from '../../../model/link/formats/profile-file';
import { meanRate } from '../../../model/link/rate-curve';
import { PROFILES } from '../../../model/link/profiles';
import { formatRate } from '../../../model/units';
import { say } from '../../words';
import { writeAtomically } from '../preferences/atomic-write';
import { safeName } from './file-name';
import { messageOf } from '../../../model/message-of';

const EXTENSION = '.json';

/** How a profile is told of in a list. */
export interface ProfileEntry {
  name: string;
  title: string;
  sentence: string;
  own: boolean;
}

/** How saving went; `exists` is set when the name is taken and could be replaced. */
export type SaveOutcome = { ok: true } | { ok: false; message: string; exists: boolean };

/** The profiles that a person has saved, one file each in a folder that may not be there yet. */
export class UserProfiles {
  constructor(
    private readonly folder: string,
    /** Moves a file to where it can be brought back from. */
    private readonly trash: (path: string) => Promise<void>,
  ) {}

  /** All of them by name; one that cannot be read says so in its sentence. */
  list(): ProfileEntry[] {
    return this.#names()
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((name) => {
        try {
          const { title, curve } = this.#read(name);
          const rate = formatRate(Number(meanRate(curve).toPrecision(3)));
          return { name, title, sentence: sentenceOf(rate, curve.periodMs), own: true };
        } catch (error) {
          return { name, title: name, sentence: messageOf(error), own: true };
        }
      });
  }

  /** The path of a profile; null when there is none of that name. */
  pathOf(name: string): string | null {
    const wanted = safeName(name).toLowerCase();
    const found = this.#names().find((each) => each.toLowerCase() === wanted);
    return found === undefined ? null : this.#path(found);
  }

  /** The curve of a profile; throws an Error with one sentence when its file is damaged or gone. */
  load(name: string): ResolvedCurve {
    const { curve, latencyMs } = this.#read(safeName(name));
    return { curve, latencyMs };
  }

  /** Saves a profile; one of the same name is replaced only when that was asked for, a built-in one never. */
  save(name: string, known: ResolvedCurve, replace: boolean): SaveOutcome {
    const file = safeName(name);
    if (file === '') return refused(say('links.noName'));
    const taken = file.toLowerCase();
    if (PROFILES.some((profile) => profile.name === taken)) {
      return refused(say('links.builtIn', { name: file }));
    }
    const there = this.pathOf(file);
    if (there !== null && !replace) {
      return { ok: false, message: say('links.exists', { name: file }), exists: true };
    }
    const path = there ?? this.#path(file);
    try {
      writeAtomically(path, writeProfile({ title: name.trim(), ...known }));
      return { ok: true };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      return refused(say('links.cannotSave', { path, code }));
    }
  }

  /** Moves a profile to the trash; throws an Error with one sentence when there is none or it stays. */
  async remove(name: string): Promise<void> {
    const path = this.pathOf(name);
    if (path === null) throw new Error(say('links.notThere', { name }));
    try {
      await this.trash(path);
    } catch (error) {
      throw new Error(say('links.cannotRemove', { path }), { cause: error });
    }
  }

  #read(name: string): ReturnType<typeof readProfile> {
    const path = this.pathOf(name) ?? this.#path(name);
    try {
      return readProfile(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(say('links.damaged', { path }), { cause: error });
    }
  }

  #path = (name: string): string => join(this.folder, `${name}${EXTENSION}`);

  #names(): string[] {
    try {
      return readdirSync(this.folder)
        .filter((file) => file.toLowerCase().endsWith(EXTENSION))
        .map((file) => file.slice(0, -EXTENSION.length));
    } catch {
      return [];
    }
  }
}

function sentenceOf(rate: string, periodMs: number): string {
  return periodMs === Infinity
    ? say('links.ownHolds', { rate })
    : say('links.ownRepeats', { rate, seconds: periodMs / 1000 });
}

function refused(message: string): SaveOutcome {
  return { ok: false, message, exists: false };
}
