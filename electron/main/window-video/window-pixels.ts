import { nativeImage, type NativeImage } from 'electron';

/** Bytes of one pixel: blue, green, red, alpha. */
const PIXEL = 4;

/** Width and height, px. */
export interface Sides {
  width: number;
  height: number;
}

/** The sides of a video of this picture: those of its pixels, made even, as H.264 has them. */
export function sidesOfPicture(image: NativeImage): Sides {
  const { width, height } = pixelSides(image);
  return { width: width - (width % 2), height: height - (height % 2) };
}

/**
 * The pixels of a picture of a window as a video of these sides shows them, BGRA, row by row. A window whose size was
 * changed meanwhile is shown whole, as large as it fits, on black.
 */
export function fittedPixels(image: NativeImage, sides: Sides): Buffer {
  const { width, height } = pixelSides(image);
  // A last odd row or column is left out.
  if (width - (width % 2) === sides.width && height - (height % 2) === sides.height) {
    return placed(image.toBitmap(), { width, height }, sides);
  }
  const scale = Math.min(sides.width / width, sides.height / height);
  const inner = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
  // Without the screen's scale: the lengths of a picture with one are none of pixels.
  const plain = nativeImage.createFromBitmap(image.toBitmap(), { width, height });
  return placed(plain.resize({ ...inner, quality: 'good' }).toBitmap(), inner, sides);
}

/** The sides of a picture in pixels, whatever the scale of its screen. */
const pixelSides = (image: NativeImage): Sides => image.getSize(image.getScaleFactors()[0]);

/** Pixels in the middle of a black picture of these sides; what is larger is cut at its right and its lower edge. */
function placed(pixels: Buffer, from: Sides, sides: Sides): Buffer {
  if (from.width === sides.width) {
    if (from.height >= sides.height) return pixels.subarray(0, from.width * sides.height * PIXEL);
  }
  const bytes = Buffer.alloc(sides.width * sides.height * PIXEL);
  const width = Math.min(from.width, sides.width);
  const left = Math.floor((sides.width - width) / 2);
  const height = Math.min(from.height, sides.height);
  const top = Math.floor((sides.height - height) / 2);
  for (let row = 0; row < height; row += 1) {
    const at = row * from.width * PIXEL;
    const to = ((top + row) * sides.width + left) * PIXEL;
    pixels.copy(bytes, to, at, at + width * PIXEL);
  }
  return bytes;
}
