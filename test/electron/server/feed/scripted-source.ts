import type { FrameListener, FrameSource } from '../../../../electron/server/feed/broadcaster';

/** A source of pictures that does what the test says, in place of a camera. */
export class ScriptedSource implements FrameSource {
  listener: FrameListener | null = null;
  stopped = false;

  start(listener: FrameListener): void {
    this.listener = listener;
  }

  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }

  /** A frame of this many bytes, all of one value. */
  frame(value: number, bytes = 100): void {
    this.listener?.frame(Buffer.alloc(bytes, value));
  }

  /** It ends by itself. */
  die(): void {
    this.listener?.ended('unplugged');
  }
}
