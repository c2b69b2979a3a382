import { nativeImage, type NativeImage } from 'electron';
import { STAMP_CELL, STAMP_CELLS } from '../../../model/video/frame-stamp';

/** Bytes of one pixel: blue, green, red, alpha. */
const PIXEL = 4;

/** The pixels of one grabbed frame, row by row from the top. */
export class FramePixels {
  readonly width: number;
  readonly height: number;
  /** BGRA, so many bytes a row as the picture is wide. */
  readonly bytes: Buffer;

  /** Takes the upper left part of a grab, which may be a pixel larger than the picture. Throws for a smaller one. */
  constructor(image: NativeImage, { width, height }: { width: number; height: number }) {
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
