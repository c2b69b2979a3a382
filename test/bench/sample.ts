import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine';

/** The sample that the app has made in the bench's cache. */
export function samplePath(machine: Machine): string {
  const cache = join(machine.folder, 'cache');
  const name = readdirSync(cache, { recursive: true, encoding: 'utf8' }).find((each) =>
    each.endsWith('.mp4'),
  );
  if (!name) throw new Error(`There is no sample in ${cache}`);
  return join(cache, name);
}
