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
  /** Is text to the eye: also in another encoding, or with a stray character that text does not have. */
  mostlyText: boolean;
  /** Begins as a container of which no text could be (AVI, FLV, MPEG-PS, ASF...). */
  magicMedia: boolean;
}

/** Looks at a file's name and its first 64 kB. */
export async function sniff(path: string, file: FileHandle): Promise<Sniffed> {
  const buffer = Buffer.alloc(SNIFF_BYTES);
  const { bytesRead } = await file.read(buffer, 0, SNIFF_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  const text = isText(head, bytesRead < SNIFF_BYTES);
  const mostlyText = text || isMostlyText(head);
  const ending = extname(path).slice(1).toLowerCase();
  return {
    namedMedia: MEDIA_NAMES.has(ending) && !(mostlyText && TEXT_TOO.has(ending)),
    text,
    mostlyText,
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

/** No container begins with so many letters, except raw video, whose first line is one of text. */
const LETTERS_FIRST = 16;
const RAW_VIDEO = 'YUV4MPEG2 ';

/** Of text at most one in a hundred bytes, or a few, is a control character; of media one in ten is. */
const MAX_CONTROLS = 0.01;
const FEW_CONTROLS = 4;
const MIN_LETTERS = 0.8;

/** Letters, digits, signs and white space of ASCII, with a few bytes of any other kind among them. */
function isMostlyText(head: Buffer): boolean {
  const isControl = (byte: number) => byte < 0x20 && ![8, 9, 10, 12, 13, 27].includes(byte);
  if (head.length === 0 || head.subarray(0, LETTERS_FIRST).some(isControl)) return false;
  if (head.toString('latin1', 0, RAW_VIDEO.length) === RAW_VIDEO) return false;
  let controls = 0;
  let letters = 0;
  for (const byte of head) {
    if (isControl(byte)) controls += 1;
    else if (byte < 0x7f) letters += 1;
  }
  const few = Math.max(FEW_CONTROLS, MAX_CONTROLS * head.length);
  return controls <= few && letters >= MIN_LETTERS * head.length;
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
