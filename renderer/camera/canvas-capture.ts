import { JpegEncoder } from './jpeg-encoder';
import type { PictureSource } from './camera-picture';
import { paintTimeCode } from './time-code-strip';
import { PICTURE } from './time-code-layout';

/** A source on a canvas, painted anew for every picture with its time code burned in. */
export interface CaptureCanvas {
  readonly stream: MediaStream;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/** Paints a source thirty times a second until it is closed. */
export function openCaptureCanvas(source: PictureSource): CaptureCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('There is no 2d context for the camera.');
  const encoder = new JpegEncoder();
  const paint = (): void => {
    const ms = performance.now();
    source.paint(context, ms);
    paintTimeCode(context, ms);
  };
  paint();
  // A timer, not a frame of the window: what is shown must not change what is recorded.
  const timer = setInterval(paint, 1000 / PICTURE.perSecond);
  const stream = canvas.captureStream();
  stream.addTrack(source.sound);
  return {
    stream,
    jpeg: (quality) => encoder.encode(canvas, quality),
    close() {
      clearInterval(timer);
      encoder.close();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
