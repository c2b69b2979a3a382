import type { FileWindow } from './file-window';

/** One ISO box: where it begins, where its content begins, where it ends (bytes, absolute). */
export interface Box {
  type: string;
  start: number;
  body: number;
  end: number;
}

/** The header at `offset`; null when none fits before `limit`. A box may claim to end beyond the limit. */
export function boxAt(bytes: Buffer, offset: number, limit: number, base = 0): Box | null {
  const at = offset - base;
  if (at < 0 || offset + 8 > limit || at + 8 > bytes.length) return null;
  const size = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (size === 0) return { type, start: offset, body: offset + 8, end: limit };
  if (size !== 1)
    return size < 8 ? null : { type, start: offset, body: offset + 8, end: offset + size };
  if (at + 16 > bytes.length) return null;
  const large = Number(bytes.readBigUInt64BE(at + 8));
  return large < 16 ? null : { type, start: offset, body: offset + 16, end: offset + large };
}

/** The boxes at the top of a file, in order; ends early where the next header makes no sense. */
export async function* topBoxes(window: FileWindow): AsyncGenerator<Box> {
  let offset = 0;
  while (offset < window.size) {
    const box = boxAt(await window.read(offset, 16), offset, window.size, offset);
    if (!box || !/^[ -~\xa9]{4}$/.test(box.type)) return;
    yield box;
    offset = box.end;
  }
}

/** The boxes inside [from, to) of a buffer, in order. */
export function* innerBoxes(bytes: Buffer, from: number, to: number): Generator<Box> {
  let offset = from;
  while (offset < to) {
    const box = boxAt(bytes, offset, to);
    if (!box || box.end > to) return;
    yield box;
    offset = box.end;
  }
}

/** Every box of a type below [from, to) along a path of types, e.g. ['trak', 'mdia', 'mdhd']. */
export function boxesAlong(bytes: Buffer, from: number, to: number, path: string[]): Box[] {
  const [type, ...rest] = path;
  const here = [...innerBoxes(bytes, from, to)].filter((box) => box.type === type);
  return rest.length === 0
    ? here
    : here.flatMap((box) => boxesAlong(bytes, box.body, box.end, rest));
}
