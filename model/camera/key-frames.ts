/** A picture that stands by itself comes at least this often, microseconds: whoever joins or skips can begin there. */
export const KEY_FRAME_US = 2_000_000;

/** Decides which pictures become key frames: the first, one every two seconds, and the next when one is asked for. */
export class KeyFrameRule {
  #lastUs = -Infinity;
  #asked = false;

  /** The next picture is to become one. */
  request(): void {
    this.#asked = true;
  }

  /** Whether the picture of this moment becomes a key frame; asked once for every picture that is encoded, in order. */
  take(timeUs: number): boolean {
    if (!this.#asked && timeUs - this.#lastUs < KEY_FRAME_US) return false;
    this.#asked = false;
    this.#lastUs = timeUs;
    return true;
  }
}
