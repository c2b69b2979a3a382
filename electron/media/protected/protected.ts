import { open } from 'node:fs/promises';
import { FileWindow } from '../index/file-window';
import { isProtectedAsf } from './protected-asf';
import { isProtectedIso } from './protected-iso';
import { isProtectedMatroska } from './protected-matroska';
import { isScrambledFlv, isScrambledProgram, isScrambledTransport } from './scrambled';

/** How much of a file's beginning is looked through for scrambled packets, bytes. */
const HEAD_BYTES = 1 << 20;

/**
 * True when a file says itself that it is encrypted: by the boxes of MP4 (Common Encryption, PIFF, FairPlay,
 * Audible, ISMACryp), by Matroska's and WebM's ContentEncryption, by the encryption objects of ASF, or by the
 * scrambling bits of MPEG-TS, MPEG-PS and FLV. Reads headers and no more than 1 MiB of packets.
 */
export async function isProtected(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const window = new FileWindow(file, (await file.stat()).size);
    return (
      (await isProtectedIso(window)) ||
      (await isProtectedMatroska(window)) ||
      (await hasProtectedHead(window))
    );
  } catch (error) {
    // A damaged header that names more than it holds proves nothing.
    if (error instanceof RangeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}

async function hasProtectedHead(window: FileWindow): Promise<boolean> {
  const head = await window.read(0, Math.min(window.size, HEAD_BYTES));
  return (
    isProtectedAsf(head) ||
    isScrambledTransport(head) ||
    isScrambledProgram(head) ||
    isScrambledFlv(head)
  );
}
