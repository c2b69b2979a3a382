import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

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
