import type { LaneRules, PlayerDecision, PlayerState } from '../delivery/types';
import { secondsFigure } from '../figures';
import { ChunkLedger, type ArrivedChunks } from './chunk-ledger';
import { loggedRules } from './logged-rules';
import { NOTED_LAG_MS, playerLagMs } from './player-lag';
import type { LaneError, LaneLog, RunEvent, Sample, Stall } from './schema';

/** A player that falls further behind says so again after so much more, ms of the run's clock. */
const LAG_AGAIN_MS = 1000;

/** Counters of a lane, bytes; each only grows, except what is held. */
export type LaneCounts = Partial<
  Pick<Sample, 'readBytes' | 'sentBytes' | 'receivedBytes' | 'playedBytes' | 'heldBytes'>
>;

const OF_EVERY_CHUNK: ReadonlySet<RunEvent['kind']> = new Set(['chunk-received', 'evicted']);

/** These, and what a poor link or a busy computer brings again and again; stalls are listed by themselves. */
const OF_CHUNKS_OR_REPEATED: ReadonlySet<RunEvent['kind']> = new Set([
  ...OF_EVERY_CHUNK,
  ...(['credit-exhausted', 'frames-dropped', 'stall', 'resume'] as const),
]);

/** Why a lane stalls: one sentence, or one a language, of which the first is the log's own. */
export type Cause = string | Record<string, string>;

const worded = (cause: Cause): Pick<Stall, 'cause' | 'causes'> =>
  typeof cause === 'string' ? { cause } : { cause: Object.values(cause)[0] ?? '', causes: cause };

const causeOf = ({ cause, causes }: Stall): Cause => causes ?? cause;

/** Turns what happens in one lane into its log. It has no clock: every call carries its time. */
export class LaneRecorder {
  readonly #log: LaneLog;
  #nowMs = 0;
  #joinedSinceMs = 0;
  #closedStallsMs = 0;
  #openStall: Stall | null = null;
  #startedAtS = 0;
  #nextLagMs = NOTED_LAG_MS;

  readonly #chunks = new ChunkLedger();

  /**
   * `sourceBytes` is null for a source without an end, which keeps at most so many samples, the older the fewer, and
   * as many events, of which those of old chunks are dropped first, and then what is repeated.
   */
  constructor(
    rules: LaneRules,
    sourceBytes: number | null,
    private readonly most = Infinity,
  ) {
    this.#log = {
      method: rules.method,
      rules: loggedRules(rules),
      sourceBytes,
      state: 'starting',
      startupDelayMs: null,
      stalls: [],
      stallCount: 0,
      stallTotalMs: 0,
      endedMs: null,
      readBytes: 0,
      sentBytes: 0,
      receivedBytes: 0,
      playedBytes: 0,
      sha256: null,
      memory: { baselineRssBytes: 0, peakRssBytes: 0, peakHeldBytes: 0 },
      states: [{ tMs: 0, state: 'starting' }],
      events: [],
      samples: [],
      chunks: this.#chunks.stretches,
      error: null,
    };
  }

  /** The reader's memory before its first read, bytes, measured, and the cap on it where it has one. */
  baseline(rssBytes: number, capBytes?: number): void {
    this.#log.memory.baselineRssBytes = rssBytes;
    if (capBytes !== undefined) this.#log.memory.capBytes = capBytes;
    this.#log.memory.peakRssBytes = Math.max(this.#log.memory.peakRssBytes, rssBytes);
  }

  /** Something happened. Chunks that arrive in quick succession become one event with the newest count. */
  event(event: RunEvent): void {
    const { events } = this.#log;
    const last = events.at(-1);
    this.#reach(event.tMs);
    if (last && joinsLast(last, event, this.#joinedSinceMs)) {
      events[events.length - 1] = event;
    } else {
      this.#joinedSinceMs = event.tMs;
      events.push(event);
      if (events.length > this.most) this.#log.events = this.#withoutOld(events);
    }
  }

  /** One measured moment. */
  sample(sample: Sample): void {
    const log = this.#log;
    log.samples.push(sample);
    // A new array: who remembers how far it has read one sees that it is another.
    if (log.samples.length > this.most) log.samples = thinned(log.samples);
    this.#reach(sample.tMs);
    this.counted(sample);
    this.#chunks.played(sample.tMs, sample.playedBytes);
    const { memory } = log;
    if (sample.rssBytes > memory.peakRssBytes) memory.peakRssBytes = sample.rssBytes;
  }

  /** The newest counts, when they are known between samples. */
  counted(counts: LaneCounts): void {
    const log = this.#log;
    log.readBytes = Math.max(log.readBytes, counts.readBytes ?? 0);
    log.sentBytes = Math.max(log.sentBytes, counts.sentBytes ?? 0);
    log.receivedBytes = Math.max(log.receivedBytes, counts.receivedBytes ?? 0);
    log.playedBytes = Math.max(log.playedBytes, counts.playedBytes ?? 0);
    log.memory.peakHeldBytes = Math.max(log.memory.peakHeldBytes, counts.heldBytes ?? 0);
  }

  /** What the player machine decided at tMs; `cause` is asked only when a stall begins or ends. */
  decided(decision: PlayerDecision, tMs: number, positionS: number, cause: () => Cause): void {
    if (decision.change !== null) this.state(decision.state, tMs);
    switch (decision.change) {
      case 'start':
        this.#log.startupDelayMs = tMs;
        this.#startedAtS = positionS;
        this.event({ tMs, kind: 'start' });
        break;
      case 'stall':
        this.stallBegan(tMs, positionS, cause());
        break;
      case 'resume':
        this.stallEnded(tMs, cause());
        this.event({ tMs, kind: 'resume' });
        break;
      case 'end':
        if (this.#openStall) this.stallEnded(tMs, cause());
        this.#log.endedMs = tMs;
        this.#chunks.played(tMs, this.#log.receivedBytes);
        this.event({ tMs, kind: 'end', ...(decision.reason ? { text: decision.reason } : {}) });
        break;
      // A failure is written down with its sentence.
      case 'fail':
      case null:
        this.#reach(tMs);
    }
  }

  /** The player stands for want of data since atMs; the cause as far as it is known. */
  stallBegan(atMs: number, positionS: number, cause: Cause): void {
    if (this.#openStall) this.stallEnded(atMs, causeOf(this.#openStall));
    this.#openStall = { atMs, durationMs: null, positionS, ...worded(cause) };
    this.#log.stalls.push(this.#openStall);
    this.event({ tMs: atMs, kind: 'stall', text: worded(cause).cause });
  }

  /** The stall that lasts is over at tMs; the cause as it turned out. */
  stallEnded(tMs: number, cause: Cause): void {
    const stall = this.#openStall;
    if (!stall) return;
    stall.durationMs = Math.max(0, tMs - stall.atMs);
    Object.assign(stall, worded(cause));
    this.#closedStallsMs += stall.durationMs;
    this.#openStall = null;
    this.#reach(tMs);
  }

  /** The player's state from tMs on; said here where no decision says it: paused and going on again. */
  state(state: PlayerState, tMs: number): void {
    this.#log.state = state;
    this.#log.states.push({ tMs, state });
  }

  /** Chunks have arrived, in order. */
  arrived(chunks: ArrivedChunks): void {
    this.#chunks.arrived(chunks);
    this.#log.chunks = this.#chunks.stretches;
  }

  /** A source without an end has ended after so many bytes. */
  sourceEnded(bytes: number): void {
    this.#log.sourceBytes = bytes;
  }

  /** The lane has broken at tMs; a stall that lasts ends with it. */
  failed(tMs: number, error: LaneError): void {
    if (this.#openStall) this.stallEnded(tMs, causeOf(this.#openStall));
    this.state('failed', tMs);
    this.#log.error = error;
    this.event({ tMs, kind: 'error', bytes: error.atBytes, text: error.message });
  }

  /** SHA-256 of the bytes that the player was given, hex, and how many they were. */
  verified(sha256: string, bytes: number): void {
    this.#log.sha256 = sha256;
    this.#log.verifiedBytes = bytes;
  }

  /** The playhead at tMs, seconds: what the player has lost by then, and an event each time it is a second more. */
  playhead(tMs: number, positionS: number): void {
    const { startupDelayMs } = this.#log;
    if (startupDelayMs === null) return;
    const playedS = positionS - this.#startedAtS;
    const { stallTotalMs } = this.log();
    const lagMs = playerLagMs({ tMs, startupDelayMs, stallTotalMs, playedS });
    this.#log.playerLagMs = lagMs;
    if (lagMs < this.#nextLagMs) return;
    this.#nextLagMs = lagMs + LAG_AGAIN_MS;
    this.event({ tMs, kind: 'player-behind', text: secondsFigure(lagMs) });
  }

  /** The log so far: always the same object, which grows; an open stall counts up to the newest moment. */
  log(): LaneLog {
    const log = this.#log;
    const openMs = this.#openStall ? this.#nowMs - this.#openStall.atMs : 0;
    log.stallCount = log.stalls.length;
    log.stallTotalMs = this.#closedStallsMs + openMs;
    return log;
  }

  #withoutOld(events: readonly RunEvent[]): RunEvent[] {
    const newest = events.length / 2;
    const without = (kinds: ReadonlySet<RunEvent['kind']>): RunEvent[] =>
      events.filter(({ kind }, i) => i >= newest || !kinds.has(kind));
    const kept = without(OF_EVERY_CHUNK);
    // Where little is gained, the next event would have all of them looked through again.
    return kept.length < this.most * 0.75 ? kept : without(OF_CHUNKS_OR_REPEATED);
  }

  #reach(tMs: number): void {
    if (tMs > this.#nowMs) this.#nowMs = tMs;
  }
}

/** Every other one of the older half, and all of the newer. */
function thinned(samples: readonly Sample[]): Sample[] {
  return samples.filter((_sample, i) => i >= samples.length / 2 || i % 2 === 0);
}

/** What hears of all that happens in a simulated lane: a log, or no more than somebody wants to know. */
export interface RunRecorder extends Pick<
  LaneRecorder,
  'event' | 'sample' | 'counted' | 'decided'
> {
  /** Chunks have arrived, in order; absent where nobody wants their times. */
  arrived?: LaneRecorder['arrived'];
  /** The lane has broken; absent where nobody wants to know. */
  failed?: LaneRecorder['failed'];
  /** True once nothing more is wanted of the run. */
  readonly done?: boolean;
}

/** Arrivals within this much of the first, ms, are one event: a sample's distance, so no chart loses by it. */
const JOIN_MS = 100;

/**
 * True when an event may take the last one's place: both are arrivals, and the first that was joined
 * is recent. A file in chunks of 1 KiB would otherwise fill the log with a million lines.
 */
export function joinsLast(last: RunEvent, event: RunEvent, joinedSinceMs: number): boolean {
  return (
    event.kind === 'chunk-received' &&
    last.kind === 'chunk-received' &&
    event.tMs - joinedSinceMs < JOIN_MS
  );
}
