import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isResultFile, MAX_READ_BYTES } from '../../../model/lesson/result/schema';
import { MAX_RESULTS, type HandedIn } from '../../ipc/own-lesson-requests';

/** Reads files that learners have handed in, in this order; of a folder, the results in it by name. */
export async function readResults(paths: readonly string[]): Promise<HandedIn[]> {
  const read: HandedIn[] = [];
  for (const path of paths) read.push(...(await readOne(path)));
  return read.slice(0, MAX_RESULTS);
}

async function readOne(path: string): Promise<HandedIn[]> {
  const file = basename(path);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) {
      const names = (await readdir(path)).filter(isResultFile).sort().slice(0, MAX_RESULTS);
      return (await Promise.all(names.map((name) => readOne(join(path, name))))).flat();
    }
    // A pipe of that name would be waited for without end.
    if (!facts.isFile()) return [{ file, problem: { code: 'noResult', params: {} } }];
    if (facts.size > MAX_READ_BYTES) return [{ file, problem: { code: 'tooLarge', params: {} } }];
    return [{ file, text: await readFile(path, 'utf8') }];
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return [{ file, problem: { code: 'unreadable', params: { code } } }];
  }
}
