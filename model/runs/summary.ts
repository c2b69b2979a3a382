import { z } from 'zod';
import { LANES } from '../delivery/types';
import { firstAfter } from '../run/frame';
import {
  downTimeSchema,
  laneErrorSchema,
  runLogSchema,
  type DownTime,
  type LaneLog,
} from '../run/schema';
import { MAX_NAME_CHARS, type KeptRun } from './kept-lines';

/** The small picture of a run: so much of its time, ms, and so many bytes of client buffer, the same for all runs. */
export const SMALL_MS = 60_000;
export const SMALL_BYTES = 20_000_000;

/** Points of a small curve, one each half second, and the levels that a point may have. */
const POINTS = 120;
const LEVELS = 90;
const FIRST_CHAR = 33;

/** Times that a small picture marks, ms: [from, to). */
const spanSchema = z.tuple([z.number(), z.number()]);
export type Span = z.infer<typeof spanSchema>;

/** What a list of runs tells of one. */
export const runSummarySchema = z.object({
  id: z.string().min(1).max(MAX_NAME_CHARS),
  /** Empty while nobody has named it. */
  name: z.string(),
  pinned: z.boolean(),
  startedMs: z.number().nullable(),
  lengthMs: z.number(),
  brokenOff: z.boolean(),
  media: runLogSchema.shape.media
    .pick({ name: true, kind: true, deliveredBytes: true, durationS: true })
    .extend({ camera: z.boolean() }),
  settings: runLogSchema.shape.settings,
  link: z.object({ spec: z.string(), seed: z.number(), cuts: z.number() }),
  /** Within the first minute. */
  outages: z.array(downTimeSchema),
  lanes: z
    .array(
      z.object({
        method: z.enum(LANES),
        startupDelayMs: z.number().nullable(),
        stallCount: z.number(),
        stallTotalMs: z.number(),
        endedMs: z.number().nullable(),
        readBytes: z.number(),
        error: laneErrorSchema.nullable(),
        /** Occupancy, one character each half second: "!" is empty, "{" is 20 MB, "|" is more. */
        curve: z.string().max(POINTS + 1),
        /** Within the first minute. */
        stalls: z.array(spanSchema),
      }),
    )
    .max(LANES.length),
  /** Size of its file. */
  bytes: z.number(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;
export type LaneSummary = RunSummary['lanes'][number];

/** What a list tells of a kept run; `bytes` is the size of its file. */
export function summaryOf(run: KeptRun, { id, bytes }: { id: string; bytes: number }): RunSummary {
  const { log, name, pinned, startedMs, brokenOff } = run;
  const { media, link, lengthMs } = log;
  return {
    ...{ id, name, pinned, startedMs, lengthMs, brokenOff, bytes },
    media: {
      name: media.name,
      kind: media.kind,
      deliveredBytes: media.deliveredBytes,
      durationS: media.durationS,
      camera: media.camera !== undefined,
    },
    settings: log.settings,
    link: {
      spec: link.spec,
      seed: link.seed,
      cuts: link.outages.filter(({ byHand }) => byHand).length,
    },
    outages: link.outages.filter(({ fromMs }) => fromMs < SMALL_MS).map(clipped),
    lanes: log.lanes.map((lane) => ({
      method: lane.method,
      startupDelayMs: lane.startupDelayMs,
      stallCount: lane.stallCount,
      stallTotalMs: lane.stallTotalMs,
      endedMs: lane.endedMs,
      readBytes: lane.readBytes,
      error: lane.error,
      curve: smallCurve(lane, lengthMs),
      stalls: stallSpans(lane, lengthMs).filter(([fromMs]) => fromMs < SMALL_MS),
    })),
  };
}

/** Stretches in which a lane stalled, ms; one that lasts reaches to the run's end. */
export function stallSpans({ stalls }: Pick<LaneLog, 'stalls'>, lengthMs: number): Span[] {
  return stalls.map(({ atMs, durationMs }) => [
    atMs,
    durationMs === null ? Math.max(atMs, lengthMs) : atMs + durationMs,
  ]);
}

const clipped = (down: DownTime): DownTime => ({ ...down, toMs: Math.min(down.toMs, SMALL_MS) });

/** The levels of a small curve as shares of 20 MB, above 1 for more, and their moments as shares of the first minute. */
export function curvePoints(curve: string): { x: number; y: number }[] {
  return Array.from(curve, (char, i) => ({
    x: i / POINTS,
    y: (char.charCodeAt(0) - FIRST_CHAR) / LEVELS,
  }));
}

function smallCurve({ samples, endedMs }: LaneLog, lengthMs: number): string {
  const untilMs = Math.min(lengthMs, endedMs ?? Infinity, samples.at(-1)?.tMs ?? -1, SMALL_MS);
  let curve = '';
  for (let i = 0; i <= POINTS; i += 1) {
    const tMs = (i / POINTS) * SMALL_MS;
    if (tMs > untilMs) break;
    const sample = samples[Math.max(0, firstAfter(samples, tMs) - 1)];
    const share = Math.max(0, (sample?.bufferedBytes ?? 0) / SMALL_BYTES);
    const level = share > 1 ? LEVELS + 1 : Math.round(share * LEVELS);
    curve += String.fromCharCode(FIRST_CHAR + level);
  }
  return curve;
}
