import { extname } from 'node:path';
import type { FileHandle } from 'node:fs/promises';

/** How much of a file is looked at, bytes. */
const SNIFF_BYTES = 64 * 1024;

const MEDIA_NAMES = new Set(
  (
    'mp4 m4v m4a m4b mov qt mkv mka webm weba ts mts m2ts m2t avi flv f4v mpg mpeg mpe m1v m2v vob wmv wma asf ' +
    '3gp 3g2 ogv ogg oga ogx opus spx mp3 mp2 mpa aac adts ac3 eac3 dts wav wave w64 aif aiff aifc au flac caf ' +
    'mxf dv rm rmvb ra amr ape wv tta tak mpc h264 264 h265 265 hevc ivf y4m nut divx'
  ).split(' '),
);

/** Names that media shares with text: TypeScript and transport streams. */
const TEXT_TOO = new Set(['ts', 'mts']);

/** What a file's name and first bytes say. */
export interface Sniffed {
  /** The name ends as media does. */
  namedMedia: boolean;
  /** Begins as valid UTF-8 text. */
  text: boolean;
  /** Begins as a container of which no text could be (AVI, FLV, MPEG-PS, ASF...). */
  magicMedia: boolean;
}

/** Looks at a file's name and its first 64 kB. */
export async function sniff(path: string, file: FileHandle): Promise<Sniffed> {
  const buffer = Buffer.alloc(SNIFF_BYTES);
  const { bytesRead } = await file.read(buffer, 0, SNIFF_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  const text = isText(head, bytesRead < SNIFF_BYTES);
  const ending = extname(path).slice(1).toLowerCase();
  return {
    namedMedia: MEDIA_NAMES.has(ending) && !(text && TEXT_TOO.has(ending)),
    text,
    magicMedia: hasMagic(head),
  };
}

/** Valid UTF-8 without control characters other than white space; a cut inside the last character is allowed. */
function isText(head: Buffer, whole: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return [...text].every((letter) => letter >= ' ' || '\t\n\r\f\b\x1b'.includes(letter));
  } catch {
    return false;
  }
}

/** Containers that ffmpeg reads and mediabunny does not. */
function hasMagic(head: Buffer): boolean {
  const ascii = (from: number, to: number) => head.toString('latin1', from, to);
  return (
    (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'AVI ') ||
    ascii(0, 4) === 'FLV\x01' ||
    ascii(0, 4) === '.RMF' ||
    ascii(0, 4) === 'FORM' ||
    ascii(0, 4) === '\x30\x26\xb2\x75' ||
    ascii(0, 4) === '\x00\x00\x01\xba'
  );
}
