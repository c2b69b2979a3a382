import { open } from 'node:fs/promises';
import { FileWindow } from './index/file-window';

/** A GIF's second picture, or a PNG's animation, is looked for this far into the file, bytes. */
const SEARCHED_BYTES = 8e6;

/** True for pictures that move and that ffmpeg plays: a GIF of several pictures and an animated PNG. */
export async function isAnimatedPicture(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const window = new FileWindow(file, Math.min(size, SEARCHED_BYTES));
    const head = (await window.read(0, 8)).toString('latin1');
    if (/^GIF8[79]a/.test(head)) return (await countGifPictures(window, 2)) === 2;
    return head === '\x89PNG\r\n\x1a\n' && (await isAnimatedPng(window));
  } finally {
    await file.close();
  }
}

const GIF_HEADER = 13;
const GIF_EXTENSION = 0x21;
const GIF_PICTURE = 0x2c;

/** How many pictures a GIF holds, counted up to `most`. */
async function countGifPictures(window: FileWindow, most: number): Promise<number> {
  let count = 0;
  let at = GIF_HEADER + paletteBytes((await window.read(10, 1))[0] ?? 0);
  while (at < window.size && count < most) {
    const [block, ...rest] = await window.read(at, 10);
    if (block === GIF_PICTURE) {
      count += 1;
      // Behind its place and size (and its own palette) stands one byte, then the data in small blocks.
      at = await afterBlocks(window, at + 11 + paletteBytes(rest[8] ?? 0));
    } else if (block === GIF_EXTENSION) at = await afterBlocks(window, at + 2);
    else break;
  }
  return count;
}

/** Bytes of the palette that a GIF's flags announce. */
const paletteBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a chain of blocks that each begin with their size ends. */
async function afterBlocks(window: FileWindow, from: number): Promise<number> {
  let at = from;
  while (at < window.size) {
    const [size = 0] = await window.read(at, 1);
    at += 1 + size;
    if (size === 0) break;
  }
  return at;
}

/** An animated PNG says so before its first picture data. */
async function isAnimatedPng(window: FileWindow): Promise<boolean> {
  for (let at = 8; at < window.size;) {
    const chunk = await window.read(at, 8);
    if (chunk.length < 8) return false;
    const type = chunk.toString('latin1', 4, 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    at += 12 + chunk.readUInt32BE(0);
  }
  return false;
}
