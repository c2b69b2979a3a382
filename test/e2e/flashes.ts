/** The relative luminance of each cell of a window, 0 to 1, at a moment, ms. */
export interface LuminanceFrame {
  tMs: number;
  cells: readonly number[];
}

/** A flash is a pair of opposing changes of this much, the darker of them below this (WCAG 2.2, "general flash"). */
const CHANGE = 0.1;
const DARK = 0.8;

/** The moments at which the luminance of a cell turned back after a change that counts. */
function turns(frames: readonly LuminanceFrame[], cell: number): number[] {
  const moments: number[] = [];
  let [low, high] = [Infinity, -Infinity];
  let rising: boolean | null = null;
  for (const { tMs, cells } of frames) {
    const value = cells[cell] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
    const up: boolean = rising !== true && value - low >= CHANGE && low < DARK;
    const down: boolean = rising !== false && high - value >= CHANGE && value < DARK;
    if (!up && !down) continue;
    if (rising !== null) moments.push(tMs);
    rising = up;
    low = high = value;
  }
  return moments;
}

/** The most flashes that any second of the frames has, in so many cells at once. */
export function flashesASecond(frames: readonly LuminanceFrame[], cellsAtOnce: number): number {
  const [first] = frames;
  if (!first) return 0;
  const byCell = first.cells.map((_, cell) => turns(frames, cell));
  let most = 0;
  for (const { tMs } of frames) {
    // Two turns, up and down again, are one flash.
    const counts = byCell
      .map((moments) => moments.filter((at) => at >= tMs && at < tMs + 1000).length)
      .map((count) => Math.ceil(count / 2))
      .sort((a, b) => b - a);
    most = Math.max(most, counts[cellsAtOnce - 1] ?? 0);
  }
  return most;
}
