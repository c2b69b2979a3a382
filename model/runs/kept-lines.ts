import { z } from 'zod';
import { LANES } from '../delivery/types';
import { markSchema } from '../run/marks';
import {
  sampleSchema,
  downTimeSchema,
  laneLogSchema,
  RUN_SCHEMA,
  runEventSchema,
  runLogSchema,
  stallSchema,
  stateChangeSchema,
  type RunLog,
  type Sample,
} from '../run/schema';

/**
 * A kept run is JSON lines: the plan, then one event, sample or mark a line as it happens, then the outcome. A file
 * without an outcome is a run that broke off. Behind the outcome come names, pins and notes, the newest last.
 */

/** The longest line of a kept run, characters: a plan holds an index and a curve. */
export const MAX_LINE_CHARS = 4_000_000;

/** The longest kept run, bytes of its lines: ten hours of three lanes. */
export const MAX_RUN_BYTES = 128_000_000;

/** The longest name of a run, characters. */
export const MAX_NAME_CHARS = 200;

/** The first line: everything that is known before anything moves. */
export const planLineSchema = runLogSchema.pick({ app: true, settings: true, media: true }).extend({
  line: z.literal('plan'),
  schema: z.literal(RUN_SCHEMA),
  /** When the run began, ms since 1970; null when nobody knows. */
  startedMs: z.number().nonnegative().nullable(),
  link: runLogSchema.shape.link.omit({ outages: true }),
  lanes: z
    .array(laneLogSchema.pick({ method: true, rules: true, sourceBytes: true }))
    .min(1)
    .max(LANES.length),
});
export type PlanLine = z.infer<typeof planLineSchema>;

/** What a person calls a run, and whether it stays whatever the folder's size. */
export const aboutSchema = z.object({
  name: z.string().max(MAX_NAME_CHARS).optional(),
  pinned: z.boolean().optional(),
});
export type About = z.infer<typeof aboutSchema>;

/** What a lane has come to besides its lists. */
export const laneFactsSchema = laneLogSchema.omit({
  method: true,
  rules: true,
  states: true,
  events: true,
  samples: true,
  chunks: true,
  stalls: true,
});
export type KeptLaneFacts = z.infer<typeof laneFactsSchema>;

/** Lines that belong to no lane, behind the first. */
export const runLineSchema = z.discriminatedUnion('line', [
  z.object({ line: z.literal('about'), about: aboutSchema }),
  z.object({ line: z.literal('down'), down: downTimeSchema }),
  /** `gone` takes a note away again. */
  z.object({ line: z.literal('mark'), mark: markSchema, gone: z.literal(true).optional() }),
  /** The link as it has become, with a change of its rate in it. */
  z.object({ line: z.literal('link'), spec: runLogSchema.shape.link.shape.spec }),
  z.object({
    line: z.literal('outcome'),
    lengthMs: runLogSchema.shape.lengthMs,
    ended: z.boolean(),
    /** Of a camera only the end tells how much there was. */
    media: runLogSchema.shape.media,
  }),
]);
export type RunLine = z.infer<typeof runLineSchema>;

/**
 * Lines of a lane: the kind, the lane's place in the plan, what there is to say. The many, samples and chunks, are
 * numbers in a fixed order.
 */
export const LANE_LINES = {
  lane: laneFactsSchema,
  stall: stallSchema,
  state: stateChangeSchema,
  event: runEventSchema,
} as const;
export type LaneLineKind = keyof typeof LANE_LINES;

/** A sample's numbers in their order on a line, behind the lane and the player's state. */
export const SAMPLE_COLUMNS = [
  'tMs',
  'readBytes',
  'heldBytes',
  'sentBytes',
  'receivedBytes',
  'playedBytes',
  'positionS',
  'bufferedS',
  'rssBytes',
] as const satisfies readonly (keyof Sample)[];

/** What a sample holds besides, written behind its numbers where there is any. */
export const sampleRestSchema = z
  .object({
    /** Absent when it is what was received and not played. */
    bufferedBytes: z.number().nonnegative(),
    liveDelayMs: z.number().nonnegative().nullable(),
    behind: z.enum(['offered', 'kept']),
    heldBack: z.literal(true),
    liveShares: sampleSchema.shape.liveShares.unwrap(),
    droppedFrames: sampleSchema.shape.droppedFrames.unwrap(),
  })
  .partial();

/** A run as it is kept: its log, and what was said of it since. */
export interface KeptRun {
  /** Empty while nobody has named it. */
  name: string;
  pinned: boolean;
  /** When it began, ms since 1970; null when the file does not say. */
  startedMs: number | null;
  /** Its last line is not there: the app was ended in mid-run. */
  brokenOff: boolean;
  log: RunLog;
}
