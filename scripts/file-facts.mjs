import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, makeReadableDir } from './setup/cache-dir.mjs';

/** glibc's list of the shared libraries that there are: written anew when one comes or goes. */
const LIBRARIES = '/etc/ld.so.cache';

/** Where it is kept what was found out about programs. */
const factsIn = (folder) => join(folder, 'file-facts.json');

/**
 * What was found out about a program, while its size, times and place on the disk are the same, and so are the libraries
 * of the system: `find` is asked once, and again each time where it gives null or where there is no cache to note its
 * answer in.
 * @param {string} path absolute
 * @param {string} question names the fact
 * @param {() => Promise<string | null>} find
 * @param {string} [folder] the cache
 * @returns {Promise<string | null>}
 */
export async function factOf(path, question, find, folder = cacheDir()) {
  const stamp = await stampOf(path);
  const known = (await readFacts(folder)).get(path);
  const facts = known?.stamp === stamp ? known.facts : {};
  if (typeof facts[question] === 'string') return facts[question];
  const answer = await find();
  if (answer !== null) await keep(folder, path, { stamp, facts: { ...facts, [question]: answer } });
  return answer;
}

async function stampOf(path) {
  const { size, mtimeMs, ctimeMs, ino } = await stat(path);
  const libraries = await stat(LIBRARIES).catch(() => null);
  return [size, mtimeMs, ctimeMs, ino, libraries?.mtimeMs ?? 0].join(' ');
}

/** Whether a file has this SHA-256 (hex); hashing 70 MB takes 0.1 to 0.5 s, once. */
export async function hasHash(path, sha256, folder = cacheDir()) {
  const found = await factOf(
    path,
    'sha256',
    async () => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
      return hash.digest('hex');
    },
    folder,
  );
  return found === sha256;
}

/** @returns {Promise<Map<string, { stamp: string, facts: Record<string, string> }>>} by path */
async function readFacts(folder) {
  try {
    const kept = Object.entries(JSON.parse(await readFile(factsIn(folder), 'utf8')));
    return new Map(kept.filter(([, entry]) => typeof entry?.facts === 'object'));
  } catch {
    return new Map();
  }
}

/** Notes what is known of a file; what was known of files that are gone is dropped. */
async function keep(folder, path, entry) {
  try {
    makeReadableDir(folder);
    const kept = [...(await readFacts(folder))].filter(([each]) => existsSync(each));
    const part = `${factsIn(folder)}.${process.pid}.part`;
    await writeFile(part, JSON.stringify(Object.fromEntries([...kept, [path, entry]])));
    await rename(part, factsIn(folder));
  } catch {
    // A cache that cannot be written costs time, not safety.
  }
}
