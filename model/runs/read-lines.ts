import type { z } from 'zod';
import { PLAYER_STATES, type PlayerState } from '../delivery/types';
import { firstAfter } from '../run/frame';
import { markKey, type Mark } from '../run/marks';
import { RunLogError } from '../run/migrate';
import type {
  ChunkTimes,
  DownTime,
  LaneLog,
  LoggedCurve,
  RunLog,
  Sample,
  Stall,
} from '../run/schema';
import {
  LANE_LINES,
  MAX_LINE_CHARS,
  planLineSchema,
  runLineSchema,
  SAMPLE_COLUMNS,
  sampleRestSchema,
  type KeptLaneFacts,
  type KeptRun,
  type PlanLine,
  type RunLine,
} from './kept-lines';

const STATES: ReadonlySet<unknown> = new Set(PLAYER_STATES);

/** Behind the lane and the state of a sample's line. */
const FIRST_NUMBER = 3;

/** Puts a kept run together from its lines, one after the other; what is broken throws a RunLogError. */
export class KeptRunReader {
  #plan: PlanLine | null = null;
  #lanes: LaneLog[] = [];
  readonly #outages = new Map<string, DownTime>();
  readonly #marks = new Map<string, Mark>();
  #outcome: Extract<RunLine, { line: 'outcome' }> | null = null;
  #spec: string | null = null;
  #name = '';
  #pinned = false;
  #count = 0;
  /** A last line may have been cut off by the end of the app; any other must be whole. */
  #broken: number | null = null;

  /** Takes the next line, without its end. */
  line(text: string): void {
    this.#count += 1;
    if (text === '') return;
    if (this.#broken !== null) throw brokenAt(this.#broken, 'it is not JSON');
    if (text.length > MAX_LINE_CHARS) throw brokenAt(this.#count, 'it is too long');
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      this.#broken = this.#count;
      return;
    }
    if (!this.#plan) this.#begin(json);
    else if (Array.isArray(json)) this.#row(json as unknown[]);
    else this.#object(json);
  }

  /** The run as far as its lines tell it. */
  run(): KeptRun {
    if (!this.#plan) throw new RunLogError('This is no kept run: its first line is no plan.');
    return {
      name: this.#name,
      pinned: this.#pinned,
      startedMs: this.#plan.startedMs,
      brokenOff: this.#outcome === null,
      log: this.#log(this.#plan),
    };
  }

  #begin(json: unknown): void {
    const plan = checked(planLineSchema, json, this.#count);
    this.#plan = plan;
    this.#lanes = plan.lanes.map((lane) => ({
      ...lane,
      ...NOTHING,
      memory: { ...NOTHING.memory },
      ...{ stalls: [], states: [], events: [], samples: [], chunks: [] },
    }));
  }

  #object(json: unknown): void {
    const line = checked(runLineSchema, json, this.#count);
    switch (line.line) {
      case 'about':
        this.#name = line.about.name ?? this.#name;
        this.#pinned = line.about.pinned ?? this.#pinned;
        return;
      case 'down':
        this.#outages.set(`${line.down.fromMs} ${line.down.byHand}`, line.down);
        return;
      case 'mark':
        if (line.gone) this.#marks.delete(markKey(line.mark));
        else this.#marks.set(markKey(line.mark), line.mark);
        return;
      case 'link':
        this.#spec = line.spec;
        return;
      case 'outcome':
        this.#outcome = line;
    }
  }

  #row(row: readonly unknown[]): void {
    const [kind, lane, value] = row;
    const log = this.#laneAt(lane);
    switch (kind) {
      case 'sample':
        log.samples.push(this.#sample(row, log.samples.at(-1)));
        return;
      case 'chunk':
        log.chunks.push(this.#chunk(row, log.chunks.at(-1)));
        return;
      case 'played':
        return this.#played(row, log.chunks);
      case 'event':
        log.events.push(checked(LANE_LINES.event, value, this.#count));
        return;
      case 'state':
        log.states.push(checked(LANE_LINES.state, value, this.#count));
        return;
      case 'stall':
        return putStall(log.stalls, checked(LANE_LINES.stall, value, this.#count));
      case 'lane':
        Object.assign(log, checked(LANE_LINES.lane, value, this.#count));
        return;
      default:
        throw brokenAt(this.#count, 'it is of no known kind');
    }
  }

  #sample(row: readonly unknown[], before: Sample | undefined): Sample {
    const end = FIRST_NUMBER + SAMPLE_COLUMNS.length;
    const state = row[FIRST_NUMBER - 1];
    if (!isState(state)) throw brokenAt(this.#count, 'its state is none');
    const values = this.#numbers(row.slice(FIRST_NUMBER, end), SAMPLE_COLUMNS.length);
    const sample: Sample = { ...NO_SAMPLE, state };
    for (const [i, column] of SAMPLE_COLUMNS.entries()) sample[column] = values[i] ?? 0;
    if (before && sample.tMs <= before.tMs) throw brokenAt(this.#count, 'its time goes back');
    sample.bufferedBytes = sample.receivedBytes - sample.playedBytes;
    if (row.length === end) return sample;
    const rest = checked(sampleRestSchema, row[end], this.#count);
    for (const [key, value] of Object.entries(rest)) {
      if (value !== undefined) Object.assign(sample, { [key]: value });
    }
    return sample;
  }

  #chunk(row: readonly unknown[], before: ChunkTimes | undefined): ChunkTimes {
    const values = this.#numbers(row.slice(2), 6);
    const [fromBytes = 0, toBytes = 0, chunks = 0, readMs = 0, sentMs = 0, receivedMs = 0] = values;
    if (fromBytes < (before?.toBytes ?? 0) || toBytes < fromBytes || !Number.isInteger(chunks)) {
      throw brokenAt(this.#count, 'its bytes are in no order');
    }
    if (chunks < 1) throw brokenAt(this.#count, 'it has no chunk');
    return { fromBytes, toBytes, chunks, readMs, sentMs, receivedMs, playedMs: null };
  }

  /** Everything up to a byte had been played by a moment, unless it is known better. */
  #played(row: readonly unknown[], chunks: ChunkTimes[]): void {
    const [toBytes = 0, playedMs = 0] = this.#numbers(row.slice(2), 2);
    for (let i = chunks.length - 1; i >= 0; i -= 1) {
      const stretch = chunks[i];
      if (!stretch || stretch.toBytes > toBytes) continue;
      if (stretch.playedMs !== null) return;
      stretch.playedMs = playedMs;
    }
  }

  #numbers(values: readonly unknown[], count: number): number[] {
    const all = values.filter((value): value is number => Number.isFinite(value));
    const negative = all.some((value, i) => value < 0 && i !== POSITION);
    if (all.length !== count || values.length !== count || negative) {
      throw brokenAt(this.#count, 'a number of it is none');
    }
    return all;
  }

  #laneAt(lane: unknown): LaneLog {
    const log = typeof lane === 'number' ? this.#lanes[lane] : undefined;
    if (!log) throw brokenAt(this.#count, 'it belongs to no lane');
    return log;
  }

  #log({ app, settings, media, link, schema }: PlanLine): RunLog {
    const lengthMs = this.#outcome?.lengthMs ?? Math.max(0, ...this.#lanes.map(reachedMs));
    for (const lane of this.#lanes) {
      lane.events.sort((a, b) => a.tMs - b.tMs);
      if (!this.#outcome) countUp(lane, lengthMs);
    }
    const outages = [...this.#outages.values()]
      .sort((a, b) => a.fromMs - b.fromMs)
      .map((down) => (down.lasts ? { ...down, toMs: Math.max(down.fromMs, lengthMs) } : down));
    return {
      ...{ schema, app, lengthMs, ended: this.#outcome?.ended ?? false, settings },
      media: this.#outcome?.media ?? media,
      link: {
        ...link,
        spec: this.#spec ?? link.spec,
        outages,
        curve: curveUntil(link.curve, lengthMs),
      },
      marks: [...this.#marks.values()].sort((a, b) => a.tMs - b.tMs),
      lanes: this.#lanes,
    };
  }
}

/** Position counts from a film's first frame, and may lie before it. */
const POSITION = SAMPLE_COLUMNS.indexOf('positionS');

const NO_SAMPLE: Sample = {
  ...{ tMs: 0, state: 'starting', readBytes: 0, heldBytes: 0, sentBytes: 0, receivedBytes: 0 },
  ...{ playedBytes: 0, positionS: 0, bufferedBytes: 0, bufferedS: 0, rssBytes: 0 },
};

const NOTHING: KeptLaneFacts = {
  ...{ state: 'starting', startupDelayMs: null, stallCount: 0, stallTotalMs: 0, endedMs: null },
  ...{ readBytes: 0, sentBytes: 0, receivedBytes: 0, playedBytes: 0, sha256: null, error: null },
  memory: { baselineRssBytes: 0, peakRssBytes: 0, peakHeldBytes: 0 },
  sourceBytes: null,
};

/** A stall is told when it begins and again when it is over. */
function putStall(stalls: Stall[], stall: Stall): void {
  const known = stalls.findLastIndex(({ atMs }) => atMs === stall.atMs);
  if (known === -1) stalls.push(stall);
  else stalls[known] = stall;
}

const isState = (value: unknown): value is PlayerState => STATES.has(value);

const reachedMs = ({ samples, events, states }: LaneLog): number =>
  Math.max(samples.at(-1)?.tMs ?? 0, events.at(-1)?.tMs ?? 0, states.at(-1)?.tMs ?? 0);

/** What a lane that broke off had come to, by its last sample and its stalls. */
function countUp(lane: LaneLog, lengthMs: number): void {
  const last = lane.samples.at(-1) ?? NO_SAMPLE;
  for (const count of ['readBytes', 'sentBytes', 'receivedBytes', 'playedBytes'] as const) {
    lane[count] = Math.max(lane[count], last[count]);
  }
  const { memory, samples, stalls } = lane;
  for (const { rssBytes, heldBytes } of samples) {
    memory.peakRssBytes = Math.max(memory.peakRssBytes, rssBytes);
    memory.peakHeldBytes = Math.max(memory.peakHeldBytes, heldBytes);
  }
  lane.state = lane.states.at(-1)?.state ?? lane.state;
  lane.stallCount = stalls.length;
  lane.stallTotalMs = stalls.reduce((ms, s) => ms + (s.durationMs ?? lengthMs - s.atMs), 0);
}

/** The steps of a curve that a run of this length has used. */
function curveUntil(curve: LoggedCurve | null, untilMs: number): LoggedCurve | null {
  if (!curve) return null;
  const steps = curve.fromMs.map((tMs) => ({ tMs }));
  const count = firstAfter(steps, Math.min(curve.periodMs ?? Infinity, untilMs));
  return { ...curve, fromMs: curve.fromMs.slice(0, count), rate: curve.rate.slice(0, count) };
}

function checked<T>(schema: z.ZodType<T>, json: unknown, count: number): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.').slice(0, 80) ?? '';
  throw brokenAt(count, `"${where}" is wrong (${issue?.message.slice(0, 120) ?? ''})`);
}

const brokenAt = (count: number, why: string): RunLogError =>
  new RunLogError(`This kept run is broken in line ${count}: ${why}.`);
