import { z } from 'zod';
import { liveSettingsSchema } from '../camera/types';
import { DEFAULT_SETTINGS } from '../delivery/settings';
import { HELD_METHODS, LANES, METHODS, PLAYER_STATES } from '../delivery/types';
import { capturedPictureSchema } from '../camera/picture';
import { cameraChoiceSchema } from '../camera/types';
import { indexPointSchema } from '../media/types';
import { markSchema } from './marks';

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
  /** Of a camera: the lane has fallen behind, and whoever watches may choose, or has chosen to stay behind. */
  behind: z.enum(['offered', 'kept']).optional(),
  /** Of a camera: where the age of the pictures went that were shown since the sample before, on average, ms. */
  liveShares: z.object({ encoderMs: ms, linkMs: ms, bufferMs: ms, decoderMs: ms }).optional(),
  /** Of a camera: pictures that capture and encoder have lost so far; absent while there are none. */
  droppedFrames: z
    .object({ capture: z.number().int().nonnegative(), encoder: z.number().int().nonnegative() })
    .optional(),
  /** Credit, not the link, limited sending since the sample before. */
  heldBack: z.literal(true).optional(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** One text a language, by its BCP 47 tag. */
const textsSchema = z.record(z.string(), z.string());

export const stallSchema = z.object({
  atMs: ms,
  /** Null while the stall lasts. */
  durationMs: ms.nullable(),
  positionS: z.number(),
  /** In English; a run that was recorded before there were others has it in no other language. */
  cause: z.string(),
  /** The same, one text a language, by its BCP 47 tag. */
  causes: textsSchema.optional(),
});
export type Stall = z.infer<typeof stallSchema>;

/** A player state that began at a moment of the run's clock. */
export const stateChangeSchema = z.object({ tMs: ms, state: z.enum(PLAYER_STATES) });
export type StateChange = z.infer<typeof stateChangeSchema>;

/** The rules of a lane as they were worked out before the run; JSON has no infinity, null stands for it. */
export const loggedRulesSchema = z.object({
  chunkBytes: z.number().positive(),
  startBytes: bytes,
  resumeBytes: bytes,
  maxBufferBytes: bytes.nullable(),
  bufferWhole: z.boolean(),
  readAheadChunks: z.number().int().nonnegative(),
  bufferLimitRaised: z.boolean(),
  /** Of a camera: seconds ahead of the playhead at which playback starts; null waits for the end. */
  reserveS: z.number().nonnegative().nullable().optional(),
  /** Backpressure is off: bytes per second that are read, and the cap on the memory of the reader's process. */
  readsOn: z.object({ rate: z.number().positive(), capBytes: bytes }).optional(),
});
export type LoggedRules = z.infer<typeof loggedRulesSchema>;

/**
 * When the last byte of a stretch of the source had been read, sent, received and played; null as long as it had
 * not. A stretch is one chunk; of chunks under 64 KiB those that arrived within 100 ms of each other, and of a lane
 * with more than 4,096 stretches the older ones are joined two by two. `playedMs` lies between two samples, by share.
 */
export const chunkTimesSchema = z.object({
  fromBytes: bytes,
  toBytes: bytes,
  /** Chunks in this stretch. */
  chunks: z.number().int().positive(),
  readMs: ms,
  sentMs: ms,
  receivedMs: ms,
  playedMs: ms.nullable(),
});
export type ChunkTimes = z.infer<typeof chunkTimesSchema>;

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
  'frames-dropped',
  'camera-gone',
  'end',
  'error',
] as const;

export const runEventSchema = z.object({
  tMs: ms,
  kind: z.enum(EVENT_KINDS),
  bytes: bytes.optional(),
  /** How many pictures were lost by then. */
  frames: z.number().int().nonnegative().optional(),
  text: z.string().optional(),
});
export type RunEvent = z.infer<typeof runEventSchema>;

export const LANE_ERRORS = [
  'file-vanished',
  'file-replaced',
  'file-truncated',
  'file-unreadable',
  'too-large',
  'memory-cap',
  'reader-died',
  'decoder',
  'stuck',
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
  /** The same, one text a language. */
  texts: z.object({ message: textsSchema, detail: textsSchema }).optional(),
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

/** Of what was measured often: median and 95th percentile, ms, and how often that was. */
const spreadSchema = z.object({ median: ms, p95: ms, count: z.number().int().positive() });

export const laneLogSchema = z.object({
  method: z.enum(LANES),
  rules: loggedRulesSchema,
  /** Length of what this lane delivers; null while a camera goes on. */
  sourceBytes: bytes.nullable(),
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
  memory: z.object({
    baselineRssBytes: bytes,
    peakRssBytes: bytes,
    peakHeldBytes: bytes,
    /** Where backpressure is off: the cap as it held, which half of the free memory may have lowered. */
    capBytes: bytes.optional(),
  }),
  /** Ascending in time; the first is "starting" at 0. */
  states: z.array(stateChangeSchema),
  events: z.array(runEventSchema),
  samples: z.array(sampleSchema),
  /** Ascending in bytes; empty where nothing is known of them. */
  chunks: z.array(chunkTimesSchema),
  error: laneErrorSchema.nullable(),
  /** Of a camera: how old its pictures were when they were shown, ms, over all that were measured; null before the first. */
  liveDelayMs: spreadSchema.nullable().optional(),
  /** Of a camera: how far from its picture its sound was heard, ms; null while none was. */
  soundOffMs: spreadSchema.nullable().optional(),
  /** Absent in a log that is itself simulated; null where the model does not apply. */
  prediction: lanePredictionSchema.nullable().optional(),
  /** Why `prediction` is null: "failed" of a lane that broke, or the kind of source, such as "camera", that has none. */
  noPrediction: z.string().optional(),
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
  /** The method that was run twice, once with its backpressure off. */
  backpressureOff: z.enum(HELD_METHODS).nullable().default(null),
  readRate: z.number().positive().default(DEFAULT_SETTINGS.readRate),
  memoryCapBytes: bytes.default(DEFAULT_SETTINGS.memoryCapBytes),
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
export const downTimeSchema = z.object({
  fromMs: ms,
  toMs: ms,
  byHand: z.boolean(),
  /** It had not ended when the log was taken, at `toMs`. */
  lasts: z.literal(true).optional(),
});
export type DownTime = z.infer<typeof downTimeSchema>;

/** The delivered file as it was when it was opened: a picture of it is shown again only while it is the same. */
export const mediaFileSchema = z.object({
  path: z.string().min(1),
  bytes,
  /** Last change, ms since 1970. */
  changedMs: z.number(),
  /** The person's own file, where that had to be prepared; its size is that of the media. */
  source: z.object({ path: z.string().min(1), changedMs: z.number() }).optional(),
});
export type MediaFile = z.infer<typeof mediaFileSchema>;

/** The steps of a trace or a profile as far as the run has used them; of more than 20,000, neighbours are joined. */
export const loggedCurveSchema = z.object({
  /** Ascending, the first is 0. */
  fromMs: z.array(ms).min(1),
  /** Bytes per second, as many as there are starts. */
  rate: z.array(bytes).min(1),
  /** All begins again after so long; null holds the last rate. */
  periodMs: z.number().positive().nullable(),
  /** Mean rate of the whole curve, bytes per second. */
  meanRate: bytes,
});
export type LoggedCurve = z.infer<typeof loggedCurveSchema>;

/** The version that is written. */
export const RUN_SCHEMA = 'bufferscope.run/2';

/** A whole run: settings, seed, every event and sample. The screen, the report and exports are views of it. */
export const runLogSchema = z.object({
  schema: z.literal(RUN_SCHEMA),
  app: z.object({
    version: z.string(),
    electron: z.string(),
    chrome: z.string(),
    node: z.string(),
    platform: z.string(),
  }),
  /** How far the run had come on its own clock, and whether that was its end. */
  lengthMs: ms,
  ended: z.boolean(),
  settings: settingsSchema,
  media: z.object({
    name: z.string(),
    /** "media", "text", "bytes", "camera", or what a further kind is called. */
    kind: z.string().min(1),
    hasVideo: z.boolean(),
    hasAudio: z.boolean(),
    /** Set when the source was a camera. */
    camera: cameraChoiceSchema.optional(),
    /** The picture that the camera gave: the nearest to the one in the settings. */
    picture: capturedPictureSchema.optional(),
    /** By which the camera's pictures are known that are kept beside the run; absent where nobody asked for them. */
    pictures: z.string().min(1).max(100).optional(),
    /** Where the delivered file was; null when there was none. */
    file: mediaFileSchema.nullable(),
    /** Which byte ends which second: at most 1,000 points of the source's own index. */
    index: z.array(indexPointSchema),
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
    /** One-way, ms, as the link was resolved. */
    latencyMs: ms,
    /** Of a trace or a profile; null for what `spec` says by itself, and where it is not known. */
    curve: loggedCurveSchema.nullable(),
  }),
  /** Ascending in time. */
  marks: z.array(markSchema),
  lanes: z.array(laneLogSchema),
});
export type RunLog = z.infer<typeof runLogSchema>;
