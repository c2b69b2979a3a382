import type { LaneRules } from '../../model/delivery/types';
import { LiveDelay } from '../camera/recording/live-delay';
import type { LivePlayback } from '../player/lane-player';

/** Later than it should be by more than this, a lane has fallen behind, ms... */
const BEHIND_MS = 1500;

/** ...and it has caught up when it is later by no more than this. */
const CAUGHT_UP_MS = 1000;

/** What streaming keeps ahead of its playhead, seconds: the jitter of a slice's way; more after every stall, to a most. */
const CUSHION_S = 0.15;
const MORE_CUSHION_S = 0.05;
const MAX_CUSHION_S = 0.25;

/** With every second that passes without a stall it dares this much less, seconds. */
const LESS_CUSHION_S = 0.005;

/** It looks at the least that was ahead in so many samples, one second, before it draws nearer... */
const LOOK_SAMPLES = 10;

/** ...by no more than this at a time, seconds: a player that runs faster for a moment is not heard. */
const NEARER_S = 0.05;

/** What a lane has only when its source is a camera: an end that is not known, and a distance to the live picture. */
export class LatencyController {
  readonly #rules: LaneRules;
  readonly #playback: LivePlayback;
  readonly #delay: LiveDelay;
  /** `performance.now` of the window, by which time codes are written. */
  readonly #wallMs: () => number;
  readonly #ahead: number[] = [];
  #givenBytes = 0;
  #sourceBytes = Infinity;
  #behind: 'offered' | 'kept' | null = null;
  #skipping = false;
  #cushionS = CUSHION_S;

  constructor(
    rules: LaneRules,
    element: HTMLVideoElement,
    playback: LivePlayback,
    wallMs: () => number,
  ) {
    this.#rules = rules;
    this.#wallMs = wallMs;
    this.#playback = playback;
    this.#delay = new LiveDelay(element);
  }

  /** Length of the lane's source, bytes; Infinity until its last slice has been given. */
  get sourceBytes(): number {
    return this.#sourceBytes;
  }

  get behind(): 'offered' | 'kept' | null {
    return this.#behind;
  }

  /** How old the shown picture is, ms; null before the first. */
  get delayMs(): number | null {
    return this.#delay.at(this.#wallMs());
  }

  get figures(): LiveDelay['figures'] {
    return this.#delay.figures;
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
    this.#behind = null;
    this.arrived();
  }

  /** Goes on as it is. */
  stay(): void {
    if (this.#behind) this.#behind = 'kept';
  }

  /** It has run dry: what it keeps ahead was too little. */
  stalled(): void {
    this.#cushionS = Math.min(MAX_CUSHION_S, this.#cushionS + MORE_CUSHION_S);
    this.#ahead.length = 0;
  }

  /** Something new can be played. */
  arrived(): void {
    if (!this.#skipping) return;
    const toS = this.#playback.endS - this.#targetS;
    if (toS > this.#playback.positionS) this.#playback.jumpTo(toS);
  }

  /** A moment of playing has been sampled; `playableS` are ahead. */
  played(playableS: number): void {
    const lateMs = (this.delayMs ?? 0) - this.#targetS * 1000;
    if (lateMs <= CAUGHT_UP_MS) this.#behind = null;
    else if (lateMs > BEHIND_MS && !this.#skipping && !this.#waitsForAll)
      this.#behind ??= 'offered';
    if (lateMs <= CAUGHT_UP_MS) this.#skipping = false;
    this.#drawNearer(playableS);
  }

  dispose(): void {
    this.#delay.dispose();
  }

  /** A little more ahead than it needs, all the time, is made up for by running a little faster. */
  #drawNearer(playableS: number): void {
    this.#ahead.push(playableS);
    if (this.#ahead.length < LOOK_SAMPLES) return;
    const spareS = Math.min(...this.#ahead.splice(0)) - this.#cushionS;
    this.#cushionS = Math.max(CUSHION_S, this.#cushionS - LESS_CUSHION_S);
    if (this.#rules.method !== 'streaming' || this.#behind || spareS <= 0) return;
    this.#playback.hurry(Math.min(spareS, NEARER_S));
  }

  /** How far behind the newest the lane plays, seconds. */
  get #targetS(): number {
    return this.#rules.method === 'streaming' ? this.#cushionS : (this.#rules.reserveS ?? 0);
  }

  get #waitsForAll(): boolean {
    return this.#rules.bufferWhole;
  }
}
