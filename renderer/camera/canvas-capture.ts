import { JpegEncoder } from './jpeg-encoder';
import type { PictureSource } from './camera-picture';
import { paintTimeCode } from './time-code-strip';

/** Hears of a picture while it stands on the canvas; ms is the window's performance.now(), as its time code says. */
export type PictureListener = (canvas: HTMLCanvasElement, ms: number) => void;

/** A source on a canvas, painted anew for every picture with its time code burned in. */
export interface CaptureCanvas {
  /** Calls back with every picture once it is painted, and when that was; returns the way to stop. */
  onPicture(listener: PictureListener): () => void;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/** Paints a source as often a second as its picture says, until it is closed. */
export function openCaptureCanvas(source: PictureSource): CaptureCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = source.picture.width;
  canvas.height = source.picture.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('There is no 2d context for the camera.');
  const encoder = new JpegEncoder();
  const listeners = new Set<PictureListener>();
  const paint = (): void => {
    const ms = performance.now();
    source.paint(context, ms);
    paintTimeCode(context, ms);
    for (const listener of listeners) listener(canvas, ms);
  };
  paint();
  // A timer, not a frame of the window: what is shown must not change what is recorded.
  const timer = setInterval(paint, 1000 / source.picture.perSecond);
  return {
    onPicture(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    jpeg: (quality) => encoder.encode(canvas, quality),
    close() {
      clearInterval(timer);
      encoder.close();
    },
  };
}
