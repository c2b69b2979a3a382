import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, makeReadableDir } from './setup/cache-dir.mjs';

/** Where it is kept which files were found to be what they should be: hashing 70 MB takes 0.1 to 0.5 s. */
const stampsOf = (folder) => join(folder, 'verified-files.json');

/**
 * Whether a file has this SHA-256 (hex). A file that was found to have it is not read again while its size, times and
 * place on the disk are the same; without a cache to note that in, it is read each time.
 */
export async function hasHash(path, sha256, folder = cacheDir()) {
  const { size, mtimeMs, ctimeMs, ino } = await stat(path);
  const stamp = [sha256, size, mtimeMs, ctimeMs, ino].join(' ');
  const stamps = await readStamps(folder);
  if (stamps[path] === stamp) return true;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  if (hash.digest('hex') !== sha256) return false;
  await keep(folder, { ...stamps, [path]: stamp });
  return true;
}

async function readStamps(folder) {
  try {
    const stamps = JSON.parse(await readFile(stampsOf(folder), 'utf8'));
    return typeof stamps === 'object' && stamps !== null ? stamps : {};
  } catch {
    return {};
  }
}

async function keep(folder, stamps) {
  try {
    makeReadableDir(folder);
    const part = `${stampsOf(folder)}.${process.pid}.part`;
    await writeFile(part, JSON.stringify(stamps));
    await rename(part, stampsOf(folder));
  } catch {
    // A cache that cannot be written costs time, not safety.
  }
}
