import { nativeImage, type NativeImage } from 'electron';
import { STAMP_CELL, STAMP_CELLS } from '../../../model/video/frame-stamp';

/** Bytes of one pixel: blue, green, red, alpha. */
const PIXEL = 4;

/**
 * Rows of a strip. Memory of this size is used again; that of a whole picture (8 MB at 1920x1080) is mapped anew by the
 * system for each, which takes longer than to copy it. At every usual scale of a screen they are whole lengths of it.
 */
const STRIP_ROWS = 120;

/** Width and height, px. */
interface Sides {
  width: number;
  height: number;
}

/** The pixels of a grab, a strip at a time from its top: together those of a picture of these sides. */
export function* stripsOf(image: NativeImage, { width, height }: Sides): Generator<FramePixels> {
  const scale = image.getScaleFactors()[0] ?? 1;
  const rows = Number.isInteger(STRIP_ROWS / scale) ? STRIP_ROWS : height;
  for (let top = 0; top < height; top += rows) {
    const sides = { width, height: Math.min(rows, height - top) };
    yield new FramePixels(upperLeft(image, sides, top / scale), sides);
  }
}

/** Part of a grab, from its left edge; lengths of pictures are in units of their scale. */
export function upperLeft(image: NativeImage, { width, height }: Sides, y = 0): NativeImage {
  const scale = image.getScaleFactors()[0] ?? 1;
  return image.crop({
    x: 0,
    y,
    width: Math.ceil(width / scale),
    height: Math.ceil(height / scale),
  });
}

/** The pixels of one grabbed frame, or of a strip of it, row by row from the top. */
export class FramePixels {
  readonly width: number;
  readonly height: number;
  /** BGRA, so many bytes a row as the picture is wide. */
  readonly bytes: Buffer;

  /** Takes the upper left part of a grab, which may be a pixel larger than the picture. Throws for a smaller one. */
  constructor(image: NativeImage, { width, height }: Sides) {
    const grabbed = image.getSize(image.getScaleFactors()[0]);
    if (grabbed.width < width || grabbed.height < height) {
      throw new Error(`The grab is ${grabbed.width}x${grabbed.height}, not ${width}x${height}`);
    }
    this.width = width;
    this.height = height;
    const all = image.toBitmap();
    const stride = all.length / grabbed.height;
    this.bytes =
      stride === width * PIXEL ? all.subarray(0, stride * height) : cut(all, stride, this);
  }

  /** How light the picture is at a point, 0 to 255. */
  lightAt(x: number, y: number): number {
    const at = (y * this.width + x) * PIXEL;
    const [blue = 0, green = 0, red = 0] = this.bytes.subarray(at, at + 3);
    return (blue + green + red) / 3;
  }

  /** Takes the stamp out: nothing else draws there, so the row below it is what lies under it. */
  unstamp(): void {
    const length = STAMP_CELL * STAMP_CELLS * PIXEL;
    const from = STAMP_CELL * this.width * PIXEL;
    for (let row = 0; row < STAMP_CELL; row += 1) {
      this.bytes.copy(this.bytes, row * this.width * PIXEL, from, from + length);
    }
  }

  /** The same as a picture. */
  toImage(): NativeImage {
    return nativeImage.createFromBitmap(this.bytes, { width: this.width, height: this.height });
  }
}

function cut(all: Buffer, stride: number, { width, height }: Omit<FramePixels, 'bytes'>): Buffer {
  const bytes = Buffer.allocUnsafe(width * height * PIXEL);
  for (let row = 0; row < height; row += 1) {
    all.copy(bytes, row * width * PIXEL, row * stride, row * stride + width * PIXEL);
  }
  return bytes;
}
