import type { PictureSource } from './picture-source';
import { paintTimeCode } from './strip';
import { PICTURE } from './strip-geometry';

/** A source on a canvas, painted anew for every picture with its time code burned in. */
export interface CanvasStage {
  readonly stream: MediaStream;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Blob>;
  close(): void;
}

/** Paints a source thirty times a second until it is closed. */
export function openStage(source: PictureSource): CanvasStage {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('There is no 2d context for the camera.');
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
    jpeg: (quality) => jpegOf(canvas, quality),
    close() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The picture could not be made a JPEG.'));
      },
      'image/jpeg',
      quality,
    );
  });
}
