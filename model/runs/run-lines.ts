import { mapShares, type Shares } from '../camera/delay-shares';
import { firstAfter } from '../run/frame';
import { markKey, type Mark } from '../run/marks';
import type { DownTime, LaneLog, RunLog, Sample } from '../run/schema';
import {
  laneFactsSchema,
  SAMPLE_COLUMNS,
  type KeptLaneFacts,
  type KeptRun,
  type LaneLineKind,
  type PlanLine,
  type RunLine,
} from './kept-lines';

/** What a run has come to so far; the lists grow. */
export interface GrowingRun {
  lanes: readonly LaneLog[];
  outages: readonly DownTime[];
  marks: readonly Mark[];
  /** The SPEC of the link with all that was changed of it. */
  spec: string;
}

/** What is known of a run before anything moves; a whole log is one. */
export interface BegunRun extends Pick<RunLog, 'schema' | 'app' | 'settings' | 'media'> {
  /** A curve is here as far as it goes. */
  link: Omit<RunLog['link'], 'outages'>;
  lanes: readonly Pick<LaneLog, 'method' | 'rules' | 'sourceBytes'>[];
}

/** The plan of a run as its first line. */
export function planLine(log: BegunRun, startedMs: number | null): string {
  const { spec, seed, latencyMs, curve } = log.link;
  const plan: PlanLine = {
    line: 'plan',
    schema: log.schema,
    startedMs,
    app: log.app,
    settings: log.settings,
    media: log.media,
    link: { spec, seed, latencyMs, curve },
    lanes: log.lanes.map(({ method, rules, sourceBytes }) => ({ method, rules, sourceBytes })),
  };
  return text(plan);
}

/** Writes what is new in a run that goes on, line by line; everything once, and what changes again. */
export class RunLines {
  #spec: string;
  readonly #lanes: LaneTail[] = [];
  readonly #downs = new Map<string, string>();
  readonly #marks = new WeakMap<Mark, string>();

  /** `spec` is that of the link as the plan's line has it. */
  constructor(spec: string) {
    this.#spec = spec;
  }

  /** The lines since the last call, each with its end; empty when nothing is new. */
  take(run: GrowingRun): string {
    let lines = this.#linkLine(run.spec) + this.#downLines(run.outages);
    lines += this.#markLines(run.marks);
    for (const [i, log] of run.lanes.entries()) lines += this.#lane(i).take(log);
    return lines;
  }

  /** What `take` held back, and what every lane came to. */
  rest(log: RunLog): string {
    let lines = this.#linkLine(log.link.spec) + this.#downLines(log.link.outages);
    lines += this.#markLines(log.marks);
    for (const [i, lane] of log.lanes.entries()) lines += this.#lane(i).end(lane);
    return lines;
  }

  /** The same of a run that is over, and its last line, the outcome. */
  end(log: RunLog): string {
    const { lengthMs, ended, media } = log;
    return this.rest(log) + text({ line: 'outcome', lengthMs, ended, media });
  }

  #lane(i: number): LaneTail {
    return (this.#lanes[i] ??= new LaneTail(i));
  }

  #linkLine(spec: string): string {
    if (spec === this.#spec) return '';
    this.#spec = spec;
    return text({ line: 'link', spec });
  }

  #downLines(outages: readonly DownTime[]): string {
    let lines = '';
    for (const down of outages) {
      const key = `${down.fromMs} ${down.byHand}`;
      // One that lasts ends a moment later each time it is looked at.
      const seen = down.lasts ? 'lasts' : String(down.toMs);
      if (this.#downs.get(key) === seen) continue;
      this.#downs.set(key, seen);
      lines += text({ line: 'down', down });
    }
    return lines;
  }

  #markLines(marks: readonly Mark[]): string {
    let lines = '';
    for (const mark of marks) {
      const seen = `${mark.toMs} ${markKey(mark)}`;
      if (this.#marks.get(mark) === seen) continue;
      this.#marks.set(mark, seen);
      lines += text({ line: 'mark', mark });
    }
    return lines;
  }
}

/** How much of one lane's log has been written. */
class LaneTail {
  #sampledMs = -1;
  #states = 0;
  #closedStalls = 0;
  #openStallMs = -1;
  #receivedTo = 0;
  #playedTo = 0;
  #facts = '';
  readonly #events = new WeakSet();

  constructor(private readonly lane: number) {}

  take(log: LaneLog): string {
    const facts = slowFacts(log);
    const changed = facts !== this.#facts;
    this.#facts = facts;
    return this.#lists(log, false) + (changed ? this.#factsLine(log) : '');
  }

  end(log: LaneLog): string {
    return this.#lists(log, true) + this.#factsLine(log);
  }

  #lists(log: LaneLog, over: boolean): string {
    return (
      this.#stateLines(log) +
      this.#eventLines(log, over) +
      this.#stallLines(log) +
      this.#chunkLines(log, over) +
      this.#sampleLines(log)
    );
  }

  #sampleLines({ samples }: LaneLog): string {
    let lines = '';
    for (const sample of samples.slice(firstAfter(samples, this.#sampledMs))) {
      lines += sampleLine(this.lane, sample);
      this.#sampledMs = sample.tMs;
    }
    return lines;
  }

  #stateLines({ states }: LaneLog): string {
    let lines = '';
    for (const state of states.slice(this.#states)) {
      lines += this.#line('state', state);
    }
    this.#states = states.length;
    return lines;
  }

  /** The last arrival may still be joined with the next, so it waits for another event. */
  #eventLines({ events }: LaneLog, over: boolean): string {
    const joins = !over && events.at(-1)?.kind === 'chunk-received';
    const ready = joins ? events.slice(0, -1) : events;
    const known = ready.findLastIndex((event) => this.#events.has(event));
    // What a reader tells late was put in behind; only in the end is it in order.
    const news = over ? ready.filter((event) => !this.#events.has(event)) : ready.slice(known + 1);
    let lines = '';
    for (const event of news) {
      this.#events.add(event);
      lines += this.#line('event', event);
    }
    return lines;
  }

  #stallLines({ stalls }: LaneLog): string {
    let lines = '';
    for (const stall of stalls.slice(this.#closedStalls)) {
      if (stall.durationMs !== null) this.#closedStalls += 1;
      else if (this.#openStallMs === stall.atMs) continue;
      else this.#openStallMs = stall.atMs;
      lines += this.#line('stall', stall);
    }
    return lines;
  }

  /** Small chunks are joined with the last stretch while they come, so that one waits for the next. */
  #chunkLines({ chunks }: LaneLog, over: boolean): string {
    let lines = '';
    const settled = over ? chunks : chunks.slice(0, -1);
    for (const stretch of settled.slice(firstFrom(settled, this.#receivedTo))) {
      const { fromBytes, toBytes, readMs, sentMs, receivedMs } = stretch;
      const times = [fromBytes, toBytes, stretch.chunks, readMs, sentMs, receivedMs];
      lines += text(['chunk', this.lane, ...times]);
      this.#receivedTo = toBytes;
    }
    for (const { toBytes, playedMs } of settled.slice(firstFrom(settled, this.#playedTo))) {
      if (playedMs === null) break;
      lines += text(['played', this.lane, toBytes, playedMs]);
      this.#playedTo = toBytes;
    }
    return lines;
  }

  #factsLine(log: LaneLog): string {
    const facts = FACTS.filter((key) => log[key] !== undefined).map((key) => [key, log[key]]);
    return this.#line('lane', Object.fromEntries(facts) as KeptLaneFacts);
  }

  #line(kind: LaneLineKind, value: object): string {
    return text([kind, this.lane, value]);
  }
}

const FACTS = Object.keys(laneFactsSchema.shape) as (keyof KeptLaneFacts)[];

/** What of a lane changes seldom, to be told from what it was. */
const slowFacts = (log: LaneLog): string =>
  JSON.stringify([
    [log.state, log.startupDelayMs, log.endedMs, log.stallCount, log.error, log.sha256],
    [log.sourceBytes, log.memory.baselineRssBytes],
  ]);

/** Index of the first stretch that does not begin before a byte; ascending. */
function firstFrom(stretches: readonly { fromBytes: number }[], bytes: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.fromBytes ?? Infinity) < bytes) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sampleLine(lane: number, sample: Sample): string {
  const { bufferedBytes, liveDelayMs, behind, heldBack, liveShares, droppedFrames } = sample;
  const rest = {
    ...(bufferedBytes !== sample.receivedBytes - sample.playedBytes && { bufferedBytes }),
    ...(liveDelayMs !== undefined && { liveDelayMs }),
    ...(behind && { behind }),
    ...(heldBack && { heldBack }),
    ...(liveShares && { liveShares: tenths(liveShares) }),
    ...(droppedFrames && { droppedFrames }),
  };
  const numbers = SAMPLE_COLUMNS.map((column) => sample[column]);
  const more = Object.keys(rest).length > 0 ? [rest] : [];
  return text(['sample', lane, sample.state, ...numbers, ...more]);
}

/** To a tenth of a millisecond: no share is known better. */
const tenths = (shares: Shares): Shares => mapShares(shares, (ms) => Math.round(ms * 10) / 10);

/** A run as the lines of a file. */
export function linesOfRun({ name, pinned, startedMs, brokenOff, log }: KeptRun): string {
  const lines = new RunLines(log.link.spec);
  const about = name || pinned ? text({ line: 'about', about: { name, pinned } }) : '';
  return planLine(log, startedMs) + about + (brokenOff ? lines.rest(log) : lines.end(log));
}

/** One line of a file, with its end. */
export const text = (line: PlanLine | RunLine | readonly unknown[]): string =>
  `${JSON.stringify(line)}\n`;
