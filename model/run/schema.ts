import { z } from 'zod';
import { liveSettingsSchema, DEFAULT_LIVE, type LiveSettings } from '../camera/types';
import { METHODS, PLAYER_STATES } from '../delivery/types';
const bytes = z.number().nonnegative();
const ms = z.number().nonnegative();

/** One measured moment of a lane, ten a second of wall time. All times are on the run's clock. */
export const sampleSchema = z.object({
  tMs: ms,
  state: z.enum(PLAYER_STATES),
  readBytes: bytes,
  /** Bytes the method holds in the reader, counted. */
  heldBytes: bytes,
  sentBytes: bytes,
  receivedBytes: bytes,
  playedBytes: bytes,
  positionS: z.number(),
  bufferedBytes: bytes,
  bufferedS: z.number(),
  /** The reader process's resident set, measured. */
  rssBytes: bytes,
  /** Of a camera: how old the picture on the screen is, by its time code, ms; null before the first one. */
  liveDelayMs: ms.nullable().optional(),
});
export type Sample = z.infer<typeof sampleSchema>;

export const stallSchema = z.object({
  atMs: ms,
  /** Null while the stall lasts. */
  durationMs: ms.nullable(),
  positionS: z.number(),
  cause: z.string(),
});
export type Stall = z.infer<typeof stallSchema>;

export const EVENT_KINDS = [
  'lane-ready',
  'read-start',
  'read-end',
  'first-byte',
  'chunk-received',
  'credit-exhausted',
  'first-frame',
  'start',
  'stall',
  'resume',
  'cut',
  'restore',
  'pause',
  'continue',
  'sent-all',
  'received-all',
  'evicted',
  'ahead-raised',
  'skipped',
  'player-behind',
  'camera-gone',
  'end',
  'error',
] as const;

export const runEventSchema = z.object({
  tMs: ms,
  kind: z.enum(EVENT_KINDS),
  bytes: bytes.optional(),
  text: z.string().optional(),
});
export type RunEvent = z.infer<typeof runEventSchema>;

export const LANE_ERRORS = [
  'file-vanished',
  'file-replaced',
  'file-truncated',
  'file-unreadable',
  'too-large',
  'reader-died',
  'decoder',
  'quota',
  'hash-mismatch',
  'internal',
] as const;

/** Where the flow broke, in words: what happened, one detail. */
export const laneErrorSchema = z.object({
  code: z.enum(LANE_ERRORS),
  where: z.enum(['file', 'memory', 'link', 'buffer', 'player']),
  message: z.string(),
  detail: z.string(),
  atBytes: bytes,
});
export type LaneError = z.infer<typeof laneErrorSchema>;

/** What the model says of a lane: the same rules over the same link, on a virtual clock. */
export const lanePredictionSchema = z.object({
  startupDelayMs: ms.nullable(),
  stallCount: z.number().int().nonnegative(),
  stallTotalMs: ms,
  endedMs: ms.nullable(),
});
export type LanePrediction = z.infer<typeof lanePredictionSchema>;

/** Why the model says nothing of a lane: it broke, which no rule foresees, or a camera films what nobody knows yet. */
export const NO_PREDICTION = ['failed', 'camera'] as const;
export type NoPrediction = (typeof NO_PREDICTION)[number];

export const laneLogSchema = z.object({
  method: z.enum(METHODS),
  state: z.enum(PLAYER_STATES),
  startupDelayMs: ms.nullable(),
  stalls: z.array(stallSchema),
  stallCount: z.number().int().nonnegative(),
  stallTotalMs: ms,
  endedMs: ms.nullable(),
  readBytes: bytes,
  sentBytes: bytes,
  receivedBytes: bytes,
  playedBytes: bytes,
  /** SHA-256 of the bytes that the player was given, hex; null unless verified. */
  sha256: z.string().nullable(),
  /** How many bytes that were; absent unless verified. */
  verifiedBytes: bytes.optional(),
  /**
   * Time that the player lost though it had media to play, ms: the computer did not keep up with decoding or
   * showing it. Of a lane that has ended, ended - startup - stalls - length. Absent for a camera and in a simulation.
   */
  playerLagMs: ms.optional(),
  memory: z.object({ baselineRssBytes: bytes, peakRssBytes: bytes, peakHeldBytes: bytes }),
  events: z.array(runEventSchema),
  samples: z.array(sampleSchema),
  error: laneErrorSchema.nullable(),
  /** Of a camera: how old its pictures were when they were shown, ms, over all that were measured; null before the first. */
  liveDelayMs: z
    .object({ median: ms, p95: ms, count: z.number().int().positive() })
    .nullable()
    .optional(),
  /** Absent in a log that is itself simulated; null where the model does not apply. */
  prediction: lanePredictionSchema.nullable().optional(),
  /** Why `prediction` is null. */
  noPrediction: z.enum(NO_PREDICTION).optional(),
});
export type LaneLog = z.infer<typeof laneLogSchema>;

export const settingsSchema = z.object({
  methods: z.array(z.enum(METHODS)).min(1),
  chunkBytes: bytes,
  prefetchBytes: bytes,
  resumeBytes: bytes.nullable(),
  maxAheadBytes: bytes,
  streamingAheadBytes: bytes.nullable(),
  /** Chunks read ahead of the one on the link; runs recorded before it could be set held one. */
  readAheadChunks: z.number().int().nonnegative().default(1),
  speed: z.union([z.literal(0.5), z.literal(1), z.literal(2), z.literal(4)]),
  untilMs: ms.nullable(),
  verify: z.boolean(),
  /** Consumption rate of text and bytes sources, bytes per second. */
  consumeRate: bytes,
  /** Of a camera; DEFAULT_LIVE when absent. */
  live: liveSettingsSchema.optional(),
});
export type RunSettings = z.infer<typeof settingsSchema>;

/** A stretch in which the link carried nothing, [fromMs, toMs), and whether a hand held it down. */
export const downTimeSchema = z.object({ fromMs: ms, toMs: ms, byHand: z.boolean() });
export type DownTime = z.infer<typeof downTimeSchema>;

/** A whole run: settings, seed, every event and sample. The screen, the report and exports are views of it. */
export const runLogSchema = z.object({
  schema: z.literal('bufferscope.run/1'),
  app: z.object({
    version: z.string(),
    electron: z.string(),
    chrome: z.string(),
    node: z.string(),
    platform: z.string(),
  }),
  settings: settingsSchema,
  media: z.object({
    name: z.string(),
    bytes,
    durationS: z.number(),
    container: z.string(),
    codecs: z.array(z.string()),
    prepared: z.string().nullable(),
    deliveredBytes: bytes,
    /** SHA-256 of the delivered file, hex; null unless verified. */
    deliveredSha256: z.string().nullable(),
  }),
  link: z.object({
    spec: z.string(),
    seed: z.number().int(),
    /** Scheduled outages and those cut by hand, on the run's clock. */
    outages: z.array(downTimeSchema),
  }),
  lanes: z.array(laneLogSchema),
});
export type RunLog = z.infer<typeof runLogSchema>;

/** What the camera of a run was set to; null when its source was a file. */
export function liveOfLog({
  lanes,
  settings,
}: Pick<RunLog, 'lanes' | 'settings'>): LiveSettings | null {
  // Settings of a camera may be left over from a run before; a delay is measured of a camera only.
  const measured = lanes.some(({ liveDelayMs }) => liveDelayMs !== undefined);
  return measured ? (settings.live ?? DEFAULT_LIVE) : null;
}
