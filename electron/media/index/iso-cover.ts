import { open } from 'node:fs/promises';
import { FileWindow } from './file-window';
import { boxesAlong, topBoxes } from './iso-boxes';

/** A cover that is larger is not shown, bytes and px a side: decoded, it would fill the window's memory. */
const MAX_BYTES = 4e6;
const MAX_SIDE = 4096;

/** No sane moov is larger, bytes. */
const MAX_MOOV_BYTES = 64e6;

/** `data` of iTunes metadata: what it holds (JPEG, PNG) and where, 8 bytes, then the picture itself. */
const DATA_FIELDS = 8;

/** A picture's width and height, px. */
interface Size {
  width: number;
  height: number;
}

/**
 * The cover that an MP4 of sound carries in its metadata (moov/udta/meta/ilst/covr), as a data URL; null when it has
 * none that can be shown.
 */
export async function isoCover(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const window = new FileWindow(file, (await file.stat()).size);
    for await (const { type, start, end } of topBoxes(window)) {
      if (type !== 'moov') continue;
      return end - start > MAX_MOOV_BYTES ? null : coverOf(await window.read(start, end - start));
    }
    return null;
  } catch (error) {
    // A cover that names more than it holds is none.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    await file.close();
  }
}

function coverOf(moov: Buffer): string | null {
  for (const meta of boxesAlong(moov, 8, moov.length, ['udta', 'meta'])) {
    // Its version and flags stand before its boxes.
    for (const { body, end } of boxesAlong(moov, meta.body + 4, meta.end, [
      'ilst',
      'covr',
      'data',
    ])) {
      const picture = moov.subarray(body + DATA_FIELDS, end);
      const shown = pngOf(picture) ?? jpegOf(picture);
      if (shown !== null) return shown;
    }
  }
  return null;
}

const url = (type: string, picture: Buffer, { width, height }: Size): string | null =>
  picture.length <= MAX_BYTES && Math.min(width, height) > 0 && Math.max(width, height) <= MAX_SIDE
    ? `data:${type};base64,${picture.toString('base64')}`
    : null;

const PNG_HEAD = '\x89PNG\r\n\x1a\n';

/** PNG: its first chunk, IHDR, begins with the size. */
function pngOf(picture: Buffer): string | null {
  if (picture.toString('latin1', 0, 8) !== PNG_HEAD) return null;
  const size = { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
  return url('image/png', picture, size);
}

/** JPEG: the size stands in the frame header, one of the segments before the picture itself (ITU-T T.81, B.2.2). */
function jpegOf(picture: Buffer): string | null {
  if (picture.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= picture.length && picture[at] === 0xff;) {
    const marker = picture[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = { height: picture.readUInt16BE(at + 5), width: picture.readUInt16BE(at + 7) };
      return url('image/jpeg', picture, size);
    }
    at += 2 + picture.readUInt16BE(at + 2);
  }
  return null;
}
