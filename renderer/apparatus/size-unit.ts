/** Bytes for people in one picture: MB, or kB where the whole source is small. */
export interface SizeUnit {
  /** Bytes per unit. */
  bytes: number;
  name: 'MB' | 'kB';
  /** Of sizes; levels always have one. */
  decimals: 0 | 1;
}

const MB = [1e6, 'MB'] as const;
const KB = [1e3, 'kB'] as const;

/** Of a smaller source a chunk that fits it, a hundredth of it, is less than 0.05 MB; bytes. */
const SMALL_SOURCE = 5e6;

/** One unit for a whole picture, so that its figures can be compared. */
export function unitOf(sourceBytes: number): SizeUnit {
  const [bytes, name] = sourceBytes > 0 && sourceBytes < SMALL_SOURCE ? KB : MB;
  return { bytes, name, decimals: sourceBytes < 10 * bytes ? 1 : 0 };
}

/** Below this many units one decimal would show a small amount as none. */
const SMALL = 0.05;

/** A level with one decimal (three below 0.05) and no unit; a true zero is "0". */
export function level(bytes: number, unit: SizeUnit): string {
  const n = bytes / unit.bytes;
  return n === 0 ? '0' : n.toFixed(n < SMALL ? 3 : 1);
}

/** A size, whole, as a level below one unit and with one decimal in pictures of less than ten; a true zero is "0". */
export function size(bytes: number, unit: SizeUnit): string {
  const n = bytes / unit.bytes;
  return n < 1 ? level(bytes, unit) : n.toFixed(unit.decimals);
}

/** A size that was chosen, such as a chunk or a tile, as short as it is exact to two decimals. */
export function chosenSize(bytes: number): string {
  if (bytes >= 1e6) return `${trim(bytes / 1e6)} MB`;
  if (bytes >= 1e3) return `${trim(bytes / 1e3)} kB`;
  return `${String(bytes)} B`;
}

const trim = (n: number): string => String(Number(n.toFixed(2)));
