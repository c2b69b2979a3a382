import type { LaneRules, PlayerDecision, PlayerInput, PlayerState } from './types';

/**
 * A player needs this much ahead to get going, seconds: two or three frames at 25 a second, so that
 * it does not stop again at once; all there is suffices when nothing more will come.
 */
export const PLAYABLE_S = 0.1;

/**
 * A decoder shows no frame before it has been given this much, seconds: with sound Chromium 130 moves at 0.21 s, with
 * B-frames (x264's own choice) at 0.44 s (measured, fragments of 20 ms appended one by one).
 */
export const DECODER_S = 0.5;

/**
 * Below this much ahead, seconds, the player has nothing left: half a frame at 25 a second, within
 * which no player places the end of its buffer exactly.
 */
export const STALL_BELOW_S = 0.02;

/**
 * With everything received and less than PLAYABLE_S left, a player that has stood for this long has ended, ms of
 * the run's clock: the end of a lane does not hang on the player saying so.
 */
export const STILL_END_MS = 1000;

/**
 * With everything received and more than that left, a player that has stood for this long will never play it, ms of
 * the run's clock: the lane fails. No busy computer holds a player up for so long.
 */
export const STUCK_FAIL_MS = 60_000;

/** A playhead that moves by less than this stands, seconds. */
const STILL_S = 0.001;

type MachineRules = Pick<LaneRules, 'startBytes' | 'resumeBytes' | 'reserveS' | 'stallAfterMs'>;

/** Decides when a player runs and stands, by its lane's rules; startup is not a stall. */
export class PlayerMachine {
  readonly #rules: MachineRules;
  readonly #sourceBytes: number;
  /** The state beneath a pause. */
  #state: Exclude<PlayerState, 'paused'> = 'starting';
  #paused = false;
  /** Where the playhead was last seen to move to, seconds. */
  #movedToS = -1;
  /** When it was, run ms. */
  #movedAtMs = 0;
  /** Since when it has nothing to play, run ms; null while it has. */
  #drySinceMs: number | null = null;

  /** `sourceBytes` is Infinity for a camera. */
  constructor(rules: MachineRules, sourceBytes: number) {
    this.#rules = rules;
    this.#sourceBytes = sourceBytes;
  }

  /** The CMCD state now; a player that has ended or failed cannot be paused. */
  get state(): PlayerState {
    return this.#paused && !this.#over ? 'paused' : this.#state;
  }

  /** Takes in what is so now; at most one change a step, so ask again until there is none. */
  step(input: PlayerInput): PlayerDecision {
    const { positionS, nowMs } = input;
    if (Math.abs(positionS - this.#movedToS) >= STILL_S) {
      this.#movedToS = positionS;
      this.#movedAtMs = nowMs;
    }
    const change = this.#paused || this.#over ? null : this.#change(input);
    if (change === null) return { state: this.state, change };
    if (change === 'start' || change === 'resume') this.#run(input);
    else if (change === 'stall') this.#state = 'rebuffering';
    else if (change === 'end') this.#state = 'ended';
    else if (change === 'fail') this.#state = 'failed';
    const reason = change === 'end' && !input.atEnd ? { reason: 'still' as const } : {};
    return { state: this.state, change, ...reason };
  }

  /** Holds everything as it is. */
  pause(): void {
    this.#paused = true;
  }

  /** Goes on from the state in which it was paused. */
  continue(): void {
    this.#paused = false;
  }

  /** The lane has broken; nothing follows. */
  fail(): void {
    if (this.#state !== 'ended') this.#state = 'failed';
  }

  get #over(): boolean {
    return this.#state === 'ended' || this.#state === 'failed';
  }

  #change(input: PlayerInput): PlayerDecision['change'] {
    if (this.#state === 'starting') {
      return this.#canRun(input, this.#rules.startBytes) ? 'start' : null;
    }
    if (input.atEnd || this.#standsAtEnd(input)) return 'end';
    if (this.#standsWithAll(input, STUCK_FAIL_MS)) return 'fail';
    if (this.#state === 'rebuffering') {
      return this.#canRun(input, this.#rules.resumeBytes) ? 'resume' : null;
    }
    return this.#isDry(input) ? 'stall' : null;
  }

  #run({ positionS, nowMs }: PlayerInput): void {
    this.#state = 'playing';
    this.#movedToS = positionS;
    this.#movedAtMs = nowMs;
    this.#drySinceMs = null;
  }

  /** It has nothing to play, and for as long as its rules let it wait. */
  #isDry({ playableS, complete, nowMs }: PlayerInput): boolean {
    if (playableS >= STALL_BELOW_S || complete) {
      this.#drySinceMs = null;
      return false;
    }
    this.#drySinceMs ??= nowMs;
    return nowMs - this.#drySinceMs >= (this.#rules.stallAfterMs ?? 0);
  }

  #standsAtEnd(input: PlayerInput): boolean {
    return input.playableS < PLAYABLE_S && this.#standsWithAll(input, STILL_END_MS);
  }

  /** It should play, has been given everything, and has not moved for so long, ms. */
  #standsWithAll({ complete, nowMs }: PlayerInput, forMs: number): boolean {
    return this.#state === 'playing' && complete && nowMs - this.#movedAtMs >= forMs;
  }

  #canRun(input: PlayerInput, thresholdBytes: number): boolean {
    if (input.complete) return true;
    const wantedBytes = Math.min(input.playedBytes + thresholdBytes, this.#sourceBytes);
    const wantedS = this.#rules.reserveS ?? PLAYABLE_S;
    return input.receivedBytes >= wantedBytes && input.playableS >= wantedS;
  }
}
