import type { EncodedFrame } from './frame';

/** A frame that has arrived, and when, `performance.now()` of the window, ms. */
export interface ArrivedFrame extends EncodedFrame {
  arrivedMs: number;
}

/** The end of a frame, seconds of capture time. */
export const endSOf = ({
  timeUs,
  durationUs,
}: Pick<EncodedFrame, 'timeUs' | 'durationUs'>): number => (timeUs + durationUs) / 1e6;

/** The client buffer of one track: frames in their order, those that are still to be decoded and some of those before. */
export class FrameBuffer {
  #frames: ArrivedFrame[] = [];
  /** Index of the first that has not been taken. */
  #next = 0;

  /** Everything that is held, in order. */
  get frames(): readonly ArrivedFrame[] {
    return this.#frames;
  }

  /** Frames that wait to be taken. */
  get waiting(): number {
    return this.#frames.length - this.#next;
  }

  push(frame: ArrivedFrame): void {
    this.#frames.push(frame);
  }

  /** The next frame that begins at or before this moment, which is then taken. */
  take(untilUs: number): ArrivedFrame | null {
    const frame = this.#frames[this.#next];
    if (!frame || frame.timeUs > untilUs) return null;
    this.#next += 1;
    return frame;
  }

  /**
   * Goes on from the newest key frame at or before this moment, when that lies further on than the next frame; how
   * many frames are left out, of which none is decoded.
   */
  skipTo(timeUs: number): number {
    const key = this.#frames.findLastIndex((frame) => frame.key && frame.timeUs <= timeUs);
    const left = Math.max(0, key - this.#next);
    this.#next += left;
    return left;
  }

  /** The frames from the newest key frame at or before this moment up to it; all that showing it takes. */
  groupAt(timeUs: number): readonly ArrivedFrame[] {
    const end = this.#frames.findLastIndex((frame) => frame.timeUs <= timeUs) + 1;
    const from = this.#frames.slice(0, end).findLastIndex(({ key }) => key);
    return from === -1 ? [] : this.#frames.slice(from, end);
  }

  /** Lets go of what has been taken and ends before this moment, but not of a part of a group of pictures. */
  forget(beforeUs: number): void {
    const kept = this.#frames.findLastIndex(
      ({ key, timeUs }, i) => key && timeUs <= beforeUs && i <= this.#next,
    );
    if (kept <= 0) return;
    this.#frames = this.#frames.slice(kept);
    this.#next -= kept;
  }
}
