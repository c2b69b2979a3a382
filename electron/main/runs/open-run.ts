import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseRunLog, RunLogError } from '../../../model/run/migrate';
import { mediaUrl } from '../../ipc/app-url';
import type { OpenedRun } from '../../ipc/contract';
import { say } from '../../words';
import type { RecordedMedia } from './recorded-media';

/** A run of an hour in chunks of 1 KiB takes about 100 MB; more is not read into memory. */
const MAX_BYTES = 256e6;

/** Reads a run log from a file; why it cannot be opened is one sentence. */
export async function openRun(path: string, media: RecordedMedia): Promise<OpenedRun> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return refused('tooLarge', name);
    const log = parseRunLog(JSON.parse(await readFile(path, 'utf8')));
    const id = await media.register(log.media);
    return { ok: true, path: resolve(path), log, mediaUrl: id === null ? null : mediaUrl(id) };
  } catch (error) {
    if (error instanceof RunLogError) return { ok: false, message: `${name}: ${error.message}` };
    if (error instanceof SyntaxError) return refused('notJson', name);
    return refused('unreadable', name, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function refused(why: string, name: string, code = ''): OpenedRun {
  return { ok: false, message: say(`runs.refused.${why}`, { name, code }) };
}
