import type { PlayerState } from '../delivery/types';
import type { Mark } from '../run/marks';
import type { ChunkTimes, LaneLog, RunLog } from '../run/schema';

/**
 * A run in the Trace Event Format (Google, "Trace Event Format", the JSON object form), which the Perfetto UI and
 * chrome://tracing open. Times are microseconds of the run's clock. A lane is a process and a stage of it a thread; the
 * run itself is the first process, with its outages and marks.
 *
 * A log tells when the last byte of a chunk had been read, sent, received and played, not when its first had. So a
 * chunk's slice in a stage lasts from when the stage was done with the chunk before it, or the chunk came to it, until
 * the stage was done with it: work and waiting together. Slices of one thread never overlap; one that would have no
 * length lasts 1 microsecond. How long chunks lie in server memory and in the client buffer overlaps, and is told by
 * async spans.
 */
export interface ChromeTrace {
  traceEvents: TraceEvent[];
  displayTimeUnit: 'ms';
  otherData: Record<string, string | number>;
}

type Args = Readonly<Record<string, string | number>>;

interface At {
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
}

/** The events of the format that a run needs. */
export type TraceEvent =
  | (Omit<At, 'ts'> & { ph: 'M'; name: string; args: Args })
  | (At & { ph: 'X'; name: string; cat: string; dur: number; args?: Args })
  | (At & { ph: 'i'; name: string; cat: string; s: 't'; args?: Args })
  | (At & { ph: 'C'; name: string; args: Args })
  | (At & { ph: 'b' | 'e'; name: string; cat: string; id: string; args?: Args })
  | (At & { ph: 's' | 't' | 'f'; name: string; cat: string; id: string; bp?: 'e' });

/** The sentence behind a key of `assets/words`. */
export type Words = (key: string, gaps?: Record<string, string | number>) => string;

/** Stages of a lane, a thread each, from thread 1 on. */
const STAGES = ['read', 'link', 'buffer', 'player', 'events'] as const;
type Stage = (typeof STAGES)[number];

const RUN_PID = 1;

/** Events that the slices tell already. */
const TOLD: ReadonlySet<string> = new Set(['chunk-received', 'stall', 'resume', 'start']);

/** The trace of a run. */
export function chromeTrace(log: RunLog, words: Words): ChromeTrace {
  const { media, link, settings, lengthMs, app } = log;
  const names: TraceEvent[] = [
    ...named(RUN_PID, words('trace.run', { name: media.name, link: link.spec })),
    threadName(RUN_PID, 1, words('trace.marks')),
  ];
  const events = [...outages(log, words), ...log.marks.flatMap(markEvents)];
  for (const [i, lane] of log.lanes.entries()) {
    const pid = RUN_PID + 1 + i;
    names.push(...named(pid, words(`lanes.methods.${lane.method}`)));
    for (const stage of STAGES) {
      names.push(threadName(pid, tidOf(stage), words(`trace.stages.${stage}`)));
    }
    events.push(...new LaneTrace(lane, pid, lengthMs, words).events());
  }
  // What encloses comes before what it encloses, and a slice before the arrow that is bound to it.
  const order = events.map((event, at) => ({ event, at }));
  order.sort((a, b) => timeOf(a.event) - timeOf(b.event) || a.at - b.at);
  return {
    traceEvents: [...names, ...order.map(({ event }) => event)],
    displayTimeUnit: 'ms',
    otherData: {
      ...{ app: `Bufferscope ${app.version}`, media: media.name, bytes: media.deliveredBytes },
      ...{ link: link.spec, seed: link.seed, chunkBytes: settings.chunkBytes },
    },
  };
}

const tidOf = (stage: Stage): number => STAGES.indexOf(stage) + 1;

const timeOf = (event: TraceEvent): number => ('ts' in event ? event.ts : 0);

const micros = (ms: number): number => Math.round(ms * 1000);

const named = (pid: number, name: string): TraceEvent[] => [
  { ph: 'M', pid, tid: 0, name: 'process_name', args: { name } },
  { ph: 'M', pid, tid: 0, name: 'process_sort_index', args: { sort_index: pid } },
];

const threadName = (pid: number, tid: number, name: string): TraceEvent => ({
  ...{ ph: 'M', pid, tid, name: 'thread_name', args: { name } },
});

/** A span that may overlap others of its kind. */
function span(
  at: Omit<At, 'ts'> & { name: string; cat: string; id: string },
  fromMs: number,
  toMs: number,
  args: Args = {},
): TraceEvent[] {
  const from = micros(fromMs);
  return [
    { ph: 'b', ...at, ts: from, args },
    { ph: 'e', ...at, ts: Math.max(from + 1, micros(toMs)) },
  ];
}

/** Outages overlap where a hand cuts a link that is down. */
const outages = ({ link }: RunLog, words: Words): TraceEvent[] =>
  link.outages.flatMap(({ fromMs, toMs, byHand }, i) => {
    const name = words(byHand ? 'trace.cut' : 'trace.outage');
    const at = { pid: RUN_PID, tid: 1, cat: 'outage', id: `outage ${String(i)}`, name };
    return span(at, fromMs, toMs);
  });

function markEvents({ tMs, toMs, kind, text, from }: Mark, i: number): TraceEvent[] {
  const name = Object.values(text)[0] || kind;
  const at = { pid: RUN_PID, tid: 1, name, cat: kind };
  if (toMs === undefined || toMs <= tMs) {
    return [{ ph: 'i', ...at, ts: micros(tMs), s: 't', args: { from } }];
  }
  return span({ ...at, id: `mark ${String(i)}` }, tMs, toMs, { from });
}

/** A stretch of time, microseconds. */
interface Stretch {
  from: number;
  to: number;
}

/** What one lane adds to a trace. */
class LaneTrace {
  readonly #lane: LaneLog;
  readonly #pid: number;
  readonly #lengthMs: number;
  readonly #words: Words;
  readonly #events: TraceEvent[] = [];

  constructor(lane: LaneLog, pid: number, lengthMs: number, words: Words) {
    this.#lane = lane;
    this.#pid = pid;
    this.#lengthMs = lengthMs;
    this.#words = words;
  }

  events(): TraceEvent[] {
    const states = this.#states();
    this.#chunks(states);
    for (const { tMs, kind, bytes, text } of this.#lane.events) {
      if (TOLD.has(kind)) continue;
      const args = { ...(bytes !== undefined && { bytes }), ...(text !== undefined && { text }) };
      const at = this.#at('events', micros(tMs));
      this.#events.push({ ph: 'i', ...at, name: kind, cat: 'event', s: 't', args });
    }
    this.#counters();
    return this.#events;
  }

  #at(stage: Stage, ts: number): At {
    return { pid: this.#pid, tid: tidOf(stage), ts };
  }

  /** The player's states, one after the other without a gap. */
  #states(): Stretch[] {
    const { states, stalls } = this.#lane;
    const stretches: Stretch[] = [];
    let from = 0;
    for (const [i, { tMs, state }] of states.entries()) {
      from = Math.max(from, micros(tMs));
      const to = Math.max(from + 1, micros(states[i + 1]?.tMs ?? this.#lengthMs));
      const stall = state === 'rebuffering' ? stalls.find(({ atMs }) => atMs === tMs) : undefined;
      const args: Args = stall ? { cause: stall.cause, position_s: stall.positionS } : {};
      this.#slice('player', { from, to }, this.#stateWord(state), state, args);
      stretches.push({ from, to });
      from = to;
    }
    return stretches;
  }

  #stateWord(state: PlayerState): string {
    return this.#words(`trace.states.${state}`);
  }

  /** Each chunk in every stage, with an arrow from one to the next. */
  #chunks(states: readonly Stretch[]): void {
    const done = { read: 0, link: 0, buffer: 0 };
    let first = 1;
    for (const [i, times] of this.#lane.chunks.entries()) {
      const name = this.#chunkWord(first, times.chunks);
      const args = { from_bytes: times.fromBytes, to_bytes: times.toBytes, chunks: times.chunks };
      const id = `0x${(this.#pid * 2 ** 20 + i).toString(16)}`;
      let cameAt = 0;
      const flow: { stage: Stage; stretch: Stretch }[] = [];
      for (const [stage, ms] of [
        ['read', times.readMs],
        ['link', times.sentMs],
        ['buffer', times.receivedMs],
      ] as const) {
        const from = Math.max(done[stage], cameAt);
        const stretch = { from, to: Math.max(from + 1, micros(ms)) };
        done[stage] = stretch.to;
        cameAt = stretch.to;
        this.#slice(stage, stretch, name, 'chunk', args);
        flow.push({ stage, stretch });
      }
      const played = times.playedMs === null ? null : Math.max(cameAt, micros(times.playedMs));
      const state = played === null ? undefined : states.findLast(({ from }) => from < played);
      if (state && played !== null) {
        flow.push({
          stage: 'player',
          stretch: { from: state.from, to: Math.min(state.to, played) },
        });
      }
      this.#flow(flow, id);
      this.#lies(times, name, id);
      first += times.chunks;
    }
  }

  #chunkWord(first: number, count: number): string {
    return count === 1
      ? this.#words('trace.chunk', { first })
      : this.#words('trace.chunks', { first, last: first + count - 1 });
  }

  #slice(stage: Stage, { from, to }: Stretch, name: string, cat: string, args: Args): void {
    this.#events.push({ ph: 'X', ...this.#at(stage, from), dur: to - from, name, cat, args });
  }

  /** Arrows through the ends of slices: the moment before a slice ends is in it and in no other. */
  #flow(steps: readonly { stage: Stage; stretch: Stretch }[], id: string): void {
    for (const [i, { stage, stretch }] of steps.entries()) {
      const isLast = i === steps.length - 1;
      const at = { ...this.#at(stage, stretch.to - 1), name: 'chunk', cat: 'chunk', id };
      if (isLast) this.#events.push({ ph: 'f', ...at, bp: 'e' });
      else this.#events.push({ ph: i === 0 ? 's' : 't', ...at });
    }
  }

  /** How long a chunk lies in server memory and in the client buffer: until now where it still does. */
  #lies({ readMs, sentMs, receivedMs, playedMs }: ChunkTimes, name: string, id: string): void {
    const at = { pid: this.#pid, name, id };
    const until = playedMs ?? this.#lengthMs;
    this.#events.push(
      ...span({ ...at, tid: tidOf('read'), cat: 'server memory' }, readMs, sentMs),
      ...span({ ...at, tid: tidOf('buffer'), cat: 'client buffer' }, receivedMs, until),
    );
  }

  #counters(): void {
    for (const sample of this.#lane.samples) {
      const at = { pid: this.#pid, tid: 0, ts: micros(sample.tMs) };
      const { readBytes, sentBytes, receivedBytes, playedBytes, bufferedBytes } = sample;
      const { heldBytes, rssBytes, positionS, bufferedS } = sample;
      const counters: [string, Args][] = [
        [
          'bytes',
          {
            read: readBytes,
            sent: sentBytes,
            received: receivedBytes,
            played: playedBytes,
            buffered: bufferedBytes,
          },
        ],
        ['seconds', { position: positionS, buffered: bufferedS }],
        ['memory', { held: heldBytes, ...(rssBytes > 0 && { resident: rssBytes }) }],
      ];
      for (const [name, args] of counters) {
        this.#events.push({ ph: 'C', ...at, name: this.#words(`trace.counters.${name}`), args });
      }
    }
  }
}
