import type { LaneRules } from '../../model/delivery/types';
import type { LivePlayback } from '../player/lane-player';

/** Later than it should be by more than this, a lane has fallen behind, ms... */
const BEHIND_MS = 1500;

/** ...and it has caught up when it is later by no more than this. */
const CAUGHT_UP_MS = 1000;

/** What a lane has only when its source is live: an end that is not known, and a distance to the live picture. */
export class LatencyController {
  readonly #rules: LaneRules;
  readonly #playback: LivePlayback;
  #givenBytes = 0;
  #sourceBytes = Infinity;
  #behind: 'offered' | 'kept' | null = null;
  #skipping = false;

  constructor(rules: LaneRules, playback: LivePlayback) {
    this.#rules = rules;
    this.#playback = playback;
  }

  /** Length of the lane's source, bytes; Infinity until its last frame has been given. */
  get sourceBytes(): number {
    return this.#sourceBytes;
  }

  get behind(): 'offered' | 'kept' | null {
    return this.#behind;
  }

  /** What is measured of the pictures and the sound. */
  get playback(): LivePlayback {
    return this.#playback;
  }

  /** The reader has been given so many bytes more. */
  given(bytes: number): void {
    this.#givenBytes += bytes;
  }

  /** No more will be given. */
  ended(): void {
    this.#sourceBytes = this.#givenBytes;
  }

  /** Goes on at the newest picture, and at every newer one until nothing of what was held up is left. */
  skip(): void {
    this.#skipping = true;
    this.#setBehind(null);
    this.#playback.requestKeyFrame();
    this.arrived();
  }

  /** Goes on as it is. */
  stay(): void {
    if (this.#behind) this.#setBehind('kept');
  }

  /** Something new can be played. */
  arrived(): void {
    if (this.#skipping) this.#playback.skip();
  }

  /** A moment of playing has been sampled. */
  played(): void {
    const { delayMs, targetS } = this.#playback;
    const lateMs = (delayMs ?? 0) - targetS * 1000;
    if (lateMs <= CAUGHT_UP_MS) {
      this.#setBehind(null);
      this.#skipping = false;
    } else if (lateMs > BEHIND_MS && !this.#skipping && !this.#rules.bufferWhole) {
      this.#setBehind(this.#behind ?? 'offered');
    }
  }

  /** A lane that is behind does not run faster until it is told to skip. */
  #setBehind(behind: 'offered' | 'kept' | null): void {
    if (behind === this.#behind) return;
    this.#behind = behind;
    this.#playback.keepPace(behind === null);
  }
}
