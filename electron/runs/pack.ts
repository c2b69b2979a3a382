import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { putWhole, writeWhole } from '../whole-file';

/** Packs a file of lines into `to`, whole or not at all, and removes it. Throws the system's error. */
export async function packFile(from: string, to: string): Promise<void> {
  await putWhole(to, (part, flags) =>
    pipeline(createReadStream(from), createGzip(), createWriteStream(part, { flags })),
  );
  await rm(from, { force: true });
}

/** Writes text packed into `to`, whole or not at all. Throws the system's error. */
export async function packText(text: string, to: string): Promise<void> {
  await writeWhole(to, await promisify(gzip)(text));
}

/** Adds text to a packed file: gzip takes one member after the other. */
export async function packMore(text: string, to: string): Promise<void> {
  const packed = await promisify(gzip)(text);
  const file = await open(to, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(packed, 0, packed.length, size);
  } finally {
    await file.close();
  }
}
