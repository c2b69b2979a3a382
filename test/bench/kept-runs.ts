import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunLog } from '../../model/run/schema';
import { linesOfRun } from '../../model/runs/run-lines';
import { madeLog, madeRun } from '../model/runs/made-runs';

/** A run of three lanes that lasts 10 min: full buffer waits 5 min for a film of as long. */
export const longLog = (): RunLog => madeLog('constant:1MB/s', { seconds: 300 });

/** Puts a run into a folder of kept ones; gives its file. */
export function keep(folder: string, log: RunLog, name: string, i = 0): string {
  const path = join(folder, `kept-${String(i)}.bufferrun`);
  const run = madeRun(log, { name, startedMs: Date.now() - i * 60_000 });
  writeFileSync(path, gzipSync(linesOfRun(run)));
  return path;
}
