import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file's first `bytes`, hex; reads in blocks of 1 MiB and stops when the signal fires. */
export async function sha256File(
  path: string,
  bytes = Infinity,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash.digest('hex');
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, end: bytes - 1, signal });
  for await (const block of stream) hash.update(block as Buffer);
  return hash.digest('hex');
}
