import { readFileSync, rmSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { KeptRecording } from '../../ipc/recording-requests';
import { renameFree } from '../../free-name';
import { writeAtomically } from '../preferences/atomic-write';
import { cutWhole } from './whole-bytes';

/** What is noted of a recording as long as it is being written. */
const noteSchema = z.object({ path: z.string().min(1), part: z.string().min(1) });
type Note = z.infer<typeof noteSchema>;

/**
 * Knows of the recording that is being written beyond the end of this process: what a crash or a power cut leaves
 * is found by its note at the next start.
 */
export class LeftRecording {
  #left: Note | null;

  /** `notePath` is a file of this user's own; the note in it, if any, is of a session that did not end its recording. */
  constructor(private readonly notePath: string) {
    this.#left = readNote(notePath);
  }

  /** A recording begins: `part` grows and will be `path`. What cannot be noted is recorded all the same. */
  note(note: Note): void {
    try {
      writeAtomically(this.notePath, JSON.stringify(note));
    } catch (error) {
      console.error(String(error));
    }
  }

  /** It has ended, one way or the other. */
  clear(): void {
    rmSync(this.notePath, { force: true });
  }

  /** What was left, for the person to decide about; null when nothing was, and when it was offered before. */
  async offer(): Promise<KeptRecording | null> {
    const left = this.#left;
    if (!left) return null;
    // It is offered once: whoever leaves it alone finds it beside its place.
    this.clear();
    const found = await stat(left.part).catch(() => null);
    if (found?.isFile() && found.size > 0) return { path: left.path, bytes: found.size };
    this.#left = null;
    return null;
  }

  /**
   * Gives what was left its name, or the first that is free, cut where it is whole; or deletes it. Throws the
   * system's error.
   */
  async settle(keep: boolean): Promise<KeptRecording | null> {
    const left = this.#left;
    if (!left) return null;
    this.#left = null;
    const bytes = keep ? await cutWhole(left.part) : 0;
    if (bytes === 0) {
      await rm(left.part, { force: true });
      return null;
    }
    return { path: await renameFree(left.part, left.path), bytes };
  }
}

function readNote(path: string): Note | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
