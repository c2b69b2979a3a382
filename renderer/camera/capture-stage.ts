import type { FromCapture, ToCapture } from './capture-messages';
import { GONE, JpegEncoder } from './jpeg-encoder';
import type { PictureSource } from './picture-source';

/** A source that is captured: painted in a worker with its time code burned in. */
export interface CaptureStage {
  /** Hands every picture to a port, each as a CapturedFrame; returns the way to stop. */
  feed(port: MessagePort): () => void;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/** Who waits for a picture. */
interface Still {
  resolve: (picture: ImageBitmap) => void;
  reject: (reason: Error) => void;
}

/**
 * Paints a source as often a second as its picture says, until it is closed. It is painted in a worker: what the window
 * is busy with delays no picture. `failed` is told when it cannot be, in the browser's own word.
 */
export function openCaptureStage(
  source: PictureSource,
  failed: (detail: string) => void,
): CaptureStage {
  const worker = new Worker(new URL('./capture-worker.ts', import.meta.url), { type: 'module' });
  const jpegs = new JpegEncoder();
  const stills = new Map<number, Still>();
  const tell = (message: ToCapture, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  worker.onmessage = ({ data: { id, picture } }: MessageEvent<FromCapture>) => {
    stills.get(id)?.resolve(picture);
    stills.delete(id);
  };
  worker.onerror = ({ message }) => failed(message);
  const painted = source.takePainted();
  const { width, height, perSecond } = source.picture;
  tell(
    { type: 'open', painted, width, height, perSecond, originMs: performance.timeOrigin },
    painted.kind === 'camera' ? [painted.frames] : [],
  );
  let lastId = 0;
  return {
    feed(port) {
      const id = ++lastId;
      tell({ type: 'join', id, port }, [port]);
      return () => tell({ type: 'leave', id });
    },
    jpeg(quality) {
      const id = ++lastId;
      const picture = new Promise<ImageBitmap>((resolve, reject) => {
        stills.set(id, { resolve, reject });
      });
      tell({ type: 'still', id });
      return jpegs.encode(picture, quality);
    },
    close() {
      worker.terminate();
      for (const { reject } of stills.values()) reject(new Error(GONE));
      jpegs.close();
    },
  };
}
