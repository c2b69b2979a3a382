import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { RunLog } from '../../../model/run/schema';

/** Media files of opened run logs, each under an id: the window reads these files and no other. */
export class RecordedMedia {
  readonly #paths = new Map<string, string>();

  /** The id under which the pictures of a run are served; null unless its file is still there, unchanged and media. */
  async register({ kind, file }: RunLog['media']): Promise<string | null> {
    if (kind !== 'media' || !file || !(await isUnchanged(file))) return null;
    // A log may come from anywhere: what it names is handed out only when it really holds picture or sound.
    const { readContainer } = await import('../../media/container');
    if (!(await readContainer(file.path).catch(() => null))) return null;
    const id = randomUUID();
    this.#paths.set(id, file.path);
    return id;
  }

  /** The file of an id; undefined when there is none. */
  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }
}

async function isUnchanged({
  path,
  bytes,
  changedMs,
}: NonNullable<RunLog['media']['file']>): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts !== null && facts.isFile() && facts.size === bytes && facts.mtimeMs === changedMs;
}
