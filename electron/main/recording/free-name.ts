import { access, open, type FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';

/** The path itself while nothing is there, or else with the first number that is free: "a.webm", "a (2).webm". */
export async function freeName(path: string): Promise<string> {
  for (const name of names(path)) {
    if (
      !(await access(name).then(
        () => true,
        () => false,
      ))
    )
      return name;
  }
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

function* names(path: string): Generator<string> {
  yield path;
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 2; ; number += 1) yield `${stem} (${String(number)})${extension}`;
}
