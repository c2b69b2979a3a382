import type { FromReader } from '../../electron/ipc/lane-port';
import type { Shares } from '../../model/camera/delay-shares';
import type { DroppedFrames } from '../../model/camera/frame';
import type { PlayerState } from '../../model/delivery/types';
import type { LaneRecorder } from '../../model/run/recorder';
import type { Sample } from '../../model/run/schema';

/** What a reader reports of itself. */
export type ReaderSample = Pick<
  Extract<FromReader, { type: 'sample' }>,
  'runMs' | 'readBytes' | 'heldBytes' | 'sentBytes' | 'rssBytes' | 'heldBack'
>;

/** The window's side of a sample. */
export type ClientSide = Pick<
  Sample,
  'receivedBytes' | 'playedBytes' | 'positionS' | 'bufferedS'
> & {
  /** Of a camera. */
  liveDelayMs?: number | null;
  behind?: 'offered' | 'kept';
  liveShares?: Shares;
  droppedFrames?: DroppedFrames;
  /** Whole chunks that have crossed the link; some may be delayed by its latency. */
  crossedBytes: number;
};

/** Samples closer than this to the one before tell nothing new, ms of wall time. */
const TOO_CLOSE_MS = 20;

/** Joins what the reader reports and what the window measures into samples, in which nothing is ahead of its source. */
export class Sampler {
  readonly #recorder: LaneRecorder;
  readonly #tooCloseMs: number;
  #telemetry: ReaderSample = {
    runMs: 0,
    readBytes: 0,
    heldBytes: 0,
    sentBytes: 0,
    rssBytes: 0,
    heldBack: false,
  };

  constructor(recorder: LaneRecorder, speed: number) {
    this.#recorder = recorder;
    this.#tooCloseMs = TOO_CLOSE_MS * speed;
  }

  /** Keeps what the reader reported last; true when it has just begun to be held back. */
  heard(telemetry: ReaderSample): boolean {
    const began = telemetry.heldBack && !this.#telemetry.heldBack;
    this.#telemetry = telemetry;
    return began;
  }

  /** The reader process is gone: it holds nothing and has no memory. */
  readerGone(): void {
    this.#telemetry = { ...this.#telemetry, heldBytes: 0, rssBytes: 0, heldBack: false };
  }

  /** Records one moment; `last` records it however close it is to the one before. */
  take(nowMs: number, state: PlayerState, client: ClientSide, last = false): void {
    // The two clocks agree to a millisecond; no sample may be earlier than what it counts.
    const tMs = Math.max(nowMs, this.#telemetry.runMs);
    const before = this.#recorder.log().samples.at(-1)?.tMs ?? -Infinity;
    if (tMs <= before || (!last && tMs - before < this.#tooCloseMs)) return;
    const { readBytes, heldBytes, sentBytes, rssBytes, heldBack } = this.#telemetry;
    const { crossedBytes, ...measured } = client;
    // Chunks may have crossed since the reader last reported.
    const sent = Math.max(sentBytes, crossedBytes);
    const sample: Sample = {
      tMs,
      state,
      readBytes: Math.max(readBytes, sent),
      heldBytes,
      sentBytes: sent,
      ...measured,
      bufferedBytes: measured.receivedBytes - measured.playedBytes,
      rssBytes,
      ...(heldBack && { heldBack }),
    };
    this.#recorder.sample(sample);
  }
}
