import { constants } from 'node:fs';
import { access, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../make-folder';
import type { RunLog } from '../../../model/run/schema';

/** The three files of a report, by name. */
export interface ReportFiles {
  log: RunLog;
  html: string;
  /** PNG of the window. */
  picture: Buffer;
}

const NAMES = ['report.json', 'report.html', 'compare.png'] as const;

/**
 * Looks, before a run begins, whether its report can be written into a folder that may not be there yet; throws the
 * file system's own error. Makes nothing.
 */
export async function checkReportFolder(folder: string): Promise<void> {
  const absolute = resolve(folder);
  const there = await nearestThere(absolute);
  if (there !== absolute) return access(there, constants.W_OK | constants.X_OK);
  await access(absolute, constants.W_OK | constants.X_OK);
  await Promise.all(NAMES.map((name) => checkReplaceable(join(absolute, name))));
}

/**
 * Writes report.json, report.html and compare.png into a folder (made when missing), all of them whole or none;
 * returns their absolute paths. Throws the file system's own error, and leaves no partial file.
 */
export async function writeReport(folder: string, files: ReportFiles): Promise<string[]> {
  const absolute = resolve(folder);
  await makeFolder(absolute);
  const contents: Record<(typeof NAMES)[number], string | Buffer> = {
    'report.json': JSON.stringify(files.log, null, 1) + '\n',
    'report.html': files.html,
    'compare.png': files.picture,
  };
  const partOf = (name: string): string => join(absolute, `${name}.${process.pid}.part`);
  const parts: string[] = [];
  try {
    for (const name of NAMES) {
      await checkReplaceable(join(absolute, name));
      // Never into something that is there: a pipe of that name would keep its writer waiting for ever.
      const file = await open(partOf(name), 'wx');
      parts.push(partOf(name));
      await file.writeFile(contents[name]).finally(() => file.close());
    }
    for (const name of NAMES) await rename(partOf(name), join(absolute, name));
  } catch (error) {
    await Promise.all(parts.map((part) => rm(part, { force: true })));
    throw error;
  }
  return NAMES.map((name) => join(absolute, name));
}

/** A file of that name is replaced; anything else that is there (a folder, a pipe, a device) stays, as an error. */
async function checkReplaceable(path: string): Promise<void> {
  const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!stat || stat.isFile() || stat.isSymbolicLink()) return;
  throw Object.assign(new Error(`${path} is no file`), {
    code: stat.isDirectory() ? 'EISDIR' : 'EEXIST',
  });
}

/** The innermost folder of a path that is there; throws ENOTDIR when what is there is none. */
async function nearestThere(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const stat = await lstat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (stat?.isDirectory() || stat?.isSymbolicLink()) return at;
    if (stat) throw Object.assign(new Error(`${at} is no folder`), { code: 'ENOTDIR' });
    if (at === dirname(at)) return at;
  }
}
