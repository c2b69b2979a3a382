import { encodingOf } from '../../player/text-tail';

/** Lines of a hex dump are this many bytes long. */
const HEX_ROW = 8;
/** The most bytes that a hex dump shows. */
const HEX_BYTES = 512;

/** The end of a text as it can be read: whole characters only, though it was cut out of the middle. */
export function tailText(data: Uint8Array, endBytes: number): string {
  const encoding = encodingOf(data);
  const isWhole = endBytes === data.length;
  // UTF-8's bytes 10xxxxxx go on with a character that began before the cut.
  const start = isWhole || encoding !== 'windows-1252' ? data : withoutCut(data);
  const text = new TextDecoder(encodingOf(start)).decode(start, { stream: true });
  return text;
}

function withoutCut(data: Uint8Array): Uint8Array {
  let from = 0;
  while (from < 3 && ((data[from] ?? 0) & 0xc0) === 0x80) from += 1;
  return data.subarray(from);
}

/** Bytes that are no text, as offsets, hex figures and what of them is ASCII; the last of them at the end. */
export function tailHex(data: Uint8Array, endBytes: number): string {
  const shown = data.subarray(-HEX_BYTES);
  const startBytes = endBytes - shown.length;
  const rows: string[] = [];
  for (let at = 0; at < shown.length; at += HEX_ROW) {
    const bytes = [...shown.subarray(at, at + HEX_ROW)];
    const figures = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = bytes.map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.'));
    const offset = String(startBytes + at).padStart(9, '0');
    rows.push(`${offset} ${figures.padEnd(3 * HEX_ROW - 1)} ${ascii.join('')}`);
  }
  return rows.join('\n');
}
