import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import {
  formatLine,
  parseLine,
  type LogLevel,
  type LogLine,
} from '../../../model/diagnostics/log-line';
import { makeFolderSync } from '../../make-folder';

/** The log file and the one before it may each be so large, bytes: 5 MB in all, with the line that fills one. */
const MAX_FILE_BYTES = 2_490_000;

const NAME = 'bufferscope';

/** What electron-log counts is forgotten by `reset`. */
type LogFile = ReturnType<typeof log.transports.file.getFile> & { reset: () => void };

let folder: string | null = null;

/** Keeps the log in this folder from now on; until then nothing is kept. A disk that refuses costs the log alone. */
export function openLog(inFolder: string): void {
  const { file, console: printed, ipc } = log.transports;
  // What is to be said on the terminal is said by whoever says it.
  if (ipc) ipc.level = false;
  printed.level = false;
  printed.writeFn = () => undefined;
  file.resolvePathFn = () => logFile(inFolder);
  file.format = '{text}';
  file.maxSize = MAX_FILE_BYTES;
  try {
    makeFolderSync(inFolder);
    folder = inFolder;
  } catch {
    folder = null;
  }
}

/** Writes one line: its level, what it is about, what happened in our own words, and what was said, if anything. */
export function writeLog(level: LogLevel, from: string, what: string, words = ''): void {
  if (folder === null) return;
  // Another instance writes into the same file: its size is asked for anew, which the types do not name.
  (log.transports.file.getFile() as LogFile).reset();
  log[level](formatLine({ at: new Date().toISOString(), level, from, what, words }));
}

/** The log file of a folder. */
export const logFile = (inFolder: string): string => join(inFolder, `${NAME}.log`);

/** Every line that the log holds, the oldest first. */
export function readLog(inFolder: string): LogLine[] {
  return [`${NAME}.old.log`, `${NAME}.log`].flatMap((name) => linesOf(join(inFolder, name)));
}

function linesOf(path: string): LogLine[] {
  try {
    return readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .map(parseLine)
      .filter((line) => line !== null);
  } catch {
    return [];
  }
}
