import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';

/** Bytes of the files directly inside a folder; 0 when it is gone. */
export async function folderBytes(folder: string): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const facts = await stat(join(folder, name)).catch(() => null);
    total += facts?.size ?? 0;
  }
  return total;
}

/** True while a process of this id lives, whoever owns it. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes a folder in which files can be written: the one asked for, or, when that cannot be made or written (a home
 * that is read-only or not there), a new one of that prefix among the system's temporary files. Throws when neither can
 * be had.
 */
export async function openFolder(
  wanted: string,
  prefix: string,
): Promise<{ folder: string; borrowed: boolean }> {
  try {
    await makeFolder(wanted);
    const probe = join(wanted, `probe.${process.pid}.use`);
    await writeFile(probe, '');
    await rm(probe);
    return { folder: wanted, borrowed: false };
  } catch {
    return { folder: await mkdtemp(join(tmpdir(), prefix)), borrowed: true };
  }
}

/** Removes the folders named `<prefix><pid>-…` whose process lives no more; those of other users stay. */
export async function removeFoldersOfTheDead(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid === undefined || processLives(Number(pid))) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
