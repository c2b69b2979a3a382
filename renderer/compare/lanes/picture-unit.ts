/** Bytes for people in one picture: MB, or kB where the whole source is small. */
export interface PictureUnit {
  /** Bytes per unit. */
  bytes: number;
  name: 'MB' | 'kB';
}

const MB: PictureUnit = { bytes: 1e6, name: 'MB' };
const KB: PictureUnit = { bytes: 1e3, name: 'kB' };

/** One unit for a whole picture, so that its figures can be compared. */
export function unitOf(sourceBytes: number): PictureUnit {
  return sourceBytes > 0 && sourceBytes < 1e6 ? KB : MB;
}

/** A level with one decimal and no unit; a true zero is "0". */
export function level(bytes: number, unit: PictureUnit): string {
  return bytes === 0 ? '0' : (bytes / unit.bytes).toFixed(1);
}

/** A size, whole, with one decimal below one unit; a true zero is "0". */
export function size(bytes: number, unit: PictureUnit): string {
  const n = bytes / unit.bytes;
  return n === 0 || n >= 1 ? String(Math.round(n)) : n.toFixed(1);
}

/** A size that was chosen, such as a chunk or a tile, as short as it is exact to two decimals. */
export function chosenSize(bytes: number): string {
  if (bytes >= 1e6) return `${trim(bytes / 1e6)} MB`;
  if (bytes >= 1e3) return `${trim(bytes / 1e3)} kB`;
  return `${String(bytes)} B`;
}

const trim = (n: number): string => String(Number(n.toFixed(2)));
