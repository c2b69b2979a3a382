import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EXPORT_EXTENSION } from '../../model/runs/export-formats';
import { processLives } from '../media/cache-folder';

/** What a kept run's file ends with. */
export const RUN_EXTENSION = `.${EXPORT_EXTENSION.run}`;

/** While a run goes on its file ends with the process that writes it and this. */
const GOING_ON = /^(.+)\.(\d+)\.going$/;

/** A name for a run's file that no other run has: its moment in UTC, and chance. */
export function newRunId(nowMs: number): string {
  const moment = new Date(nowMs).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${moment}-${randomBytes(3).toString('hex')}`;
}

/** True for what `newRunId` makes: no path, whatever a window asks for. */
export const isRunId = (id: string): boolean => /^[\w-]{1,100}$/.test(id);

/** Where a run's file is. */
export const pathOfRun = (folder: string, id: string): string =>
  join(folder, `${id}${RUN_EXTENSION}`);

/** Where it is while this process writes it. */
export const pathGoingOn = (folder: string, id: string): string =>
  join(folder, `${id}.${process.pid}.going`);

/** Where the pictures of its camera are, if they are kept; a WebM or an MP4. */
export const pathOfPictures = (folder: string, id: string): string =>
  join(folder, `${id}.pictures`);

/** The file of the pictures of its camera beside a run's file, wherever that is; null where there is none. */
export async function picturesBeside(run: string): Promise<string | null> {
  if (!run.endsWith(RUN_EXTENSION)) return null;
  const path = pathOfPictures(dirname(run), basename(run, RUN_EXTENSION));
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() && facts.size > 0 ? path : null;
}

/** A run's file, as the folder lists it. */
export interface ListedFile {
  id: string;
  path: string;
  bytes: number;
  /** Size of the pictures beside it; 0 where none are kept. */
  pictureBytes: number;
  /** Last change, ms since 1970. */
  changedMs: number;
}

/** The files of runs that are over; none when the folder is not there. Throws what else the system says. */
export async function listRuns(folder: string): Promise<ListedFile[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(RUN_EXTENSION));
  const files = await Promise.all(
    names.map(async (name): Promise<ListedFile | null> => {
      const path = join(folder, name);
      const facts = await stat(path).catch(() => null);
      const id = name.slice(0, -RUN_EXTENSION.length);
      if (!facts?.isFile() || !isRunId(id)) return null;
      const pictures = await stat(pathOfPictures(folder, id)).catch(() => null);
      const pictureBytes = pictures?.size ?? 0;
      return { id, path, bytes: facts.size, pictureBytes, changedMs: facts.mtimeMs };
    }),
  );
  return files.filter((file) => file !== null);
}

/** Runs whose writer ended before they did. */
export async function listBrokenOff(folder: string): Promise<{ id: string; path: string }[]> {
  const startedMs = Date.now() - uptime() * 1000;
  const broken: { id: string; path: string }[] = [];
  for (const name of await namesIn(folder)) {
    const [, id, pid] = GOING_ON.exec(name) ?? [];
    if (id === undefined || !isRunId(id)) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => null);
    if (!facts) continue;
    // A number may be another process's by now; none that wrote before this computer started lives.
    const lives = facts.mtimeMs > startedMs && processLives(Number(pid));
    if (!lives) broken.push({ id, path });
  }
  return broken;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
