import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RunLog } from '../../../model/run/schema';

/** The three files of a report, by name. */
export interface ReportFiles {
  log: RunLog;
  html: string;
  /** PNG of the window. */
  picture: Buffer;
}

/**
 * Writes report.json, report.html and compare.png into a folder (made when missing), each whole or
 * not at all; returns their absolute paths. Throws the file system's own error.
 */
export async function writeReport(folder: string, files: ReportFiles): Promise<string[]> {
  const absolute = resolve(folder);
  await mkdir(absolute, { recursive: true });
  const contents: [string, string | Buffer][] = [
    ['report.json', JSON.stringify(files.log, null, 1) + '\n'],
    ['report.html', files.html],
    ['compare.png', files.picture],
  ];
  return Promise.all(
    contents.map(async ([name, content]) => {
      const path = join(absolute, name);
      await writeFile(`${path}.part`, content);
      await rename(`${path}.part`, path);
      return path;
    }),
  );
}
