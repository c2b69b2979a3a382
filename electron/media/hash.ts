import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file's first `bytes`, hex; reads in blocks of 1 MiB. */
export async function sha256File(path: string, bytes = Infinity): Promise<string> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash.digest('hex');
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, end: bytes - 1 });
  for await (const block of stream) hash.update(block as Buffer);
  return hash.digest('hex');
}
