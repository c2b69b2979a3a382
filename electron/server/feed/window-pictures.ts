import type { FromServer } from '../../ipc/server-port';
import type { FrameListener, FrameSource } from './broadcaster';

/** What the window is told of the pictures of its camera. */
type Told = Extract<FromServer, { type: 'feed' | 'frame-taken' }>;

/** Pictures that the window makes of a camera: wanted while a source runs, each asked for by taking the one before. */
export class WindowPictures {
  #listener: FrameListener | null = null;

  constructor(private readonly tell: (message: Told) => void) {}

  /** A source for the feed; when two run, the newer one gets the frames. */
  source(): FrameSource {
    let own: FrameListener | null = null;
    return {
      start: (listener) => {
        own = listener;
        this.#listener = listener;
        this.tell({ type: 'feed', wanted: true });
      },
      stop: () => {
        if (own && own === this.#listener) {
          this.#listener = null;
          this.tell({ type: 'feed', wanted: false });
        }
        return Promise.resolve();
      },
    };
  }

  /** A frame has come: it is shown if one is still wanted, and in any case out of the way. */
  take(id: number, jpeg: Uint8Array): void {
    this.#listener?.frame(jpeg);
    this.tell({ type: 'frame-taken', id });
  }

  /** No frame will come, and why. */
  gone(detail: string): void {
    this.#listener?.ended(detail);
  }
}
