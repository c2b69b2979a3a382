import { CODE_CELLS, readTimeCode, timeCode } from '../../model/camera/time-code';
import { cellLeft, middleOfStrip, stripRows } from './time-code-layout';

/** Samples that are taken of each cell: the outer two lean on the neighbours and are left out. */
const SAMPLES = 4;

/** A cell is light above the one and dark below the other, of 255; what lies between is no cell of ours. */
const LIGHT = 160;
const DARK = 96;

/** Burns a moment into the bottom of a whole canvas, of whatever size; `ms` is the window's performance.now(). */
export function paintTimeCode(context: OffscreenCanvasRenderingContext2D, ms: number): void {
  const { width, height } = context.canvas;
  const rows = stripRows(height);
  context.fillStyle = '#000';
  context.fillRect(0, height - rows, width, rows);
  context.fillStyle = '#fff';
  timeCode(ms).forEach((light, i) => {
    if (!light) return;
    const left = cellLeft(i, width);
    context.fillRect(left, height - rows, cellLeft(i + 1, width) - left, rows);
  });
}

/** Bytes from one pixel to the next where a format mixes its colours; in the others light is a plane of its own. */
const MIXED: Partial<Record<VideoPixelFormat, number>> = { RGBA: 4, RGBX: 4, BGRA: 4, BGRX: 4 };

/**
 * Reads the moment that is burned into a picture, ms modulo CODE_SPAN_MS; null when there is none, or it is damaged.
 * The picture's own bytes are read: drawing each one on a canvas costs the window half a gigabyte.
 */
export async function readTimeCodeStrip(frame: VideoFrame): Promise<number | null> {
  try {
    const { width, height } = frame.visibleRect ?? { width: 0, height: 0 };
    const { top, rows } = middleOfStrip(height);
    // Where colours have half the size, a part begins and ends at even numbers.
    const rect = { x: 0, y: 2 * Math.round((top + rows / 2) / 2), width, height: 2 };
    const bytes = new Uint8Array(frame.allocationSize({ rect }));
    const [plane] = await frame.copyTo(bytes, { rect });
    const step = (frame.format && MIXED[frame.format]) ?? 1;
    return codeIn(samplesOf(bytes.subarray(plane?.offset), width, step));
  } catch {
    // It has been taken from us, or lies where it cannot be read: there is no code then.
    return null;
  }
}

/** How light a row of `width` pixels is, four samples to a cell; green stands for all colours, `step` bytes apart. */
function samplesOf(row: Uint8Array, width: number, step: number): number[] {
  const samples = CODE_CELLS * SAMPLES;
  return Array.from({ length: samples }, (_, i) => {
    const x = Math.floor(((i + 0.5) * width) / samples);
    return row[x * step + (step > 1 ? 1 : 0)] ?? 0;
  });
}

/** The code in a row of samples, 0 to 255, four to a cell; null when there is none. */
export function codeIn(samples: readonly number[]): number | null {
  const cells: boolean[] = [];
  for (let cell = 0; cell < CODE_CELLS; cell += 1) {
    const inner = samples.slice(cell * SAMPLES + 1, (cell + 1) * SAMPLES - 1);
    const light = inner.reduce((sum, each) => sum + each, 0) / inner.length;
    if (light < LIGHT && light > DARK) return null;
    cells.push(light >= LIGHT);
  }
  return readTimeCode(cells);
}
