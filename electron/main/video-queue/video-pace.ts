import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makeFolderSync } from '../../make-folder';
import { USUAL_PACE_MS } from '../../../model/video/foresee';
import { writeAtomically } from '../preferences/atomic-write';

const paceSchema = z.object({ paceMs: z.number().positive().max(3_600_000) });

/** What a frame of full HD takes on this computer, ms, as the last video showed it; a file remembers it. */
export class VideoPace {
  #paceMs: number;

  constructor(private readonly path: string) {
    this.#paceMs = read(path);
  }

  get paceMs(): number {
    return this.#paceMs;
  }

  /** The last video has shown this; a disk that refuses costs the memory of it alone. */
  learn(paceMs: number): void {
    const parsed = paceSchema.safeParse({ paceMs });
    if (!parsed.success) return;
    this.#paceMs = paceMs;
    try {
      makeFolderSync(dirname(this.path));
      writeAtomically(this.path, JSON.stringify(parsed.data));
    } catch (error) {
      console.error(String(error));
    }
  }
}

function read(path: string): number {
  try {
    return paceSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).paceMs;
  } catch {
    return USUAL_PACE_MS;
  }
}
