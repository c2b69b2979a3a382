import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';

/** Packs a file of lines into `to`, whole or not at all, and removes it. Throws the system's error. */
export async function packFile(from: string, to: string): Promise<void> {
  const part = `${to}.${process.pid}.part`;
  try {
    await writeNew(part, (file) =>
      pipeline(createReadStream(from), createGzip(), file.createWriteStream()),
    );
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  await rm(from, { force: true });
}

/** Writes text packed into `to`, whole or not at all. Throws the system's error. */
export async function packText(text: string, to: string): Promise<void> {
  const part = `${to}.${process.pid}.part`;
  try {
    const packed = await promisify(gzip)(text);
    await writeNew(part, (file) => file.writeFile(packed));
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
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

async function writeNew(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'w');
  try {
    await write(file);
  } finally {
    await file.close().catch(() => undefined);
  }
}
