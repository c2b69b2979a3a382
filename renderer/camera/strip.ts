import { CODE_CELLS, readTimeCode, timeCode } from '../../model/camera/time-code';
import { CELL_WIDTH, middleOfStrip, PICTURE, PICTURE_ROWS, STRIP_HEIGHT } from './strip-geometry';

/** Pixels that are read of each cell: the outer two lean on the neighbours and are left out. */
const SAMPLES = 4;

/** A cell is light above the one and dark below the other, of 255; what lies between is no cell of ours. */
const LIGHT = 160;
const DARK = 96;

/** Burns a moment into the bottom of a picture of 640 x 360; `ms` is the window's performance.now(). */
export function paintTimeCode(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  ms: number,
): void {
  context.fillStyle = '#000';
  context.fillRect(0, PICTURE_ROWS, PICTURE.width, STRIP_HEIGHT);
  context.fillStyle = '#fff';
  timeCode(ms).forEach((light, i) => {
    if (light) context.fillRect(i * CELL_WIDTH, PICTURE_ROWS, CELL_WIDTH, STRIP_HEIGHT);
  });
}

/** Reads the moment that is burned into the picture a video shows. */
export class StripReader {
  readonly #context = contextOf(new OffscreenCanvas(CODE_CELLS * SAMPLES, 1));

  /** The code of the shown picture, ms modulo CODE_SPAN_MS; null when there is none, or it is damaged. */
  read(video: HTMLVideoElement): number | null {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) return null;
    const { top, rows } = middleOfStrip(videoHeight);
    const width = CODE_CELLS * SAMPLES;
    this.#context.drawImage(video, 0, top, videoWidth, rows, 0, 0, width, 1);
    return codeIn(this.#context.getImageData(0, 0, width, 1).data);
  }
}

/** The code in one row of RGBA pixels, four to a cell; null when there is none. */
export function codeIn(pixels: Uint8ClampedArray): number | null {
  const cells: boolean[] = [];
  for (let cell = 0; cell < CODE_CELLS; cell += 1) {
    // Green alone: the strip is grey, and green carries most of what an encoder keeps of it.
    const inner = [1, 2].map((sample) => pixels[(cell * SAMPLES + sample) * 4 + 1] ?? 0);
    const light = inner.reduce((sum, each) => sum + each, 0) / inner.length;
    if (light < LIGHT && light > DARK) return null;
    cells.push(light >= LIGHT);
  }
  return readTimeCode(cells);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('There is no 2d context for reading the time code.');
  return context;
}
