import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { importTrace } from '../../../model/link/formats/import-trace';
import type { ImportedTrace } from '../../../model/link/formats/types';
import { say } from '../../words';
import { messageOf } from '../../../model/message-of';

/** A trace of five million lines fits; a video that was taken for one does not. */
const MAX_BYTES = 400_000_000;

/** Reads and imports a trace file; throws an Error with one sentence: what is wrong with which file. */
export function readTraceFile(path: string): ImportedTrace {
  const text = readTextFile(path);
  try {
    return importTrace(text);
  } catch (error) {
    const reason = messageOf(error);
    throw new Error(say('links.badTrace', { path, reason }), { cause: error });
  }
}

function readTextFile(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = checked(path, file);
    if (size > MAX_BYTES) throw new Refused(say('links.tooLarge', { path, mb: MAX_BYTES / 1e6 }));
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(say('links.missing', { path }), { cause: error });
    throw new Error(say('links.unreadable', { path, code: code ?? String(error) }), {
      cause: error,
    });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** A folder holds no trace, and a pipe would keep whoever reads it waiting. */
function checked(path: string, file: number): { size: number } {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new Refused(say('links.noFile', { path }));
  return stat;
}

class Refused extends Error {}
