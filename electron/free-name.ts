import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';

/** The path itself, and then with each number: "a.webm", "a (2).webm". */
function* names(path: string): Generator<string> {
  yield path;
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 2; ; number += 1) yield `${stem} (${String(number)})${extension}`;
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The path itself while nothing is there, or else with the first number that is free; another may take it before us. */
export async function freeName(path: string): Promise<string> {
  for (const name of names(path)) if (!(await isThere(name))) return name;
  return path;
}

/** Makes a new file there, to read and write, under the first name that is free; throws the system's error. */
export async function createFree(path: string): Promise<{ path: string; handle: FileHandle }> {
  for (const name of names(path)) {
    try {
      return { path: name, handle: await open(name, 'wx+') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  throw new Error(path);
}

/** Makes an empty file under the first name that is free, so that nobody else takes it; throws the system's error. */
export async function takeName(path: string): Promise<string> {
  const taken = await createFree(path);
  await taken.handle.close();
  return taken.path;
}

/**
 * Gives a file the name, or the first that is free, and takes that of no file that has come to lie there; returns it.
 * Throws the system's error, and the file keeps its old name.
 */
export async function renameFree(from: string, path: string): Promise<string> {
  const taken = await takeName(path).catch((error: NodeJS.ErrnoException) => {
    // A full disk may have no room for a second file, and a name for the first all the same.
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return null;
    throw error;
  });
  const name = taken ?? (await freeName(path));
  try {
    await rename(from, name);
  } catch (error) {
    if (taken !== null) await rm(taken, { force: true });
    throw error;
  }
  return name;
}
