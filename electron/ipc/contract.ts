import { z } from 'zod';
import { cameraChoiceSchema, liveSettingsSchema } from '../../model/camera/types';
import { CHUNK_MAX } from '../../model/delivery/settings';
import { LANES, METHODS } from '../../model/delivery/types';
import { LANGUAGE_CHOICES, LANGUAGES, PSEUDO, type SpokenLanguage } from '../../model/language';
import { mediaInfoSchema, mediaProgressSchema, mediaRefusalSchema } from '../../model/media/types';
import { runLogSchema } from '../../model/run/schema';
import type { Profile } from '../../model/profile/schema';
import type { Scenario } from '../../model/scenario/types';
import { MAX_STEPS } from '../../model/scenario/schema';
import {
  MAX_RUN_MS,
  bytesSchema,
  countSchema,
  documentSchema,
  idSchema,
  seedSchema,
} from './bounds';
import { ABOUT_REQUESTS } from './about-requests';
import { CHECK_REQUESTS } from './check-requests';
import { DIAGNOSTICS_REQUESTS } from './diagnostics-requests';
import { linkSpecSchema, LINK_REQUESTS } from './link-requests';
import { NOTES_REQUESTS, PRESENTER_NOTICES, PRESENTER_REQUESTS } from './presenter-requests';
import { LESSON_REQUESTS } from './lesson-requests';
import { OWN_LESSON_NOTICES, OWN_LESSON_REQUESTS } from './own-lesson-requests';
import { PRINT_REQUESTS } from './print-requests';
import { RECORDING_REQUESTS } from './recording-requests';
import { RUNS_NOTICES, RUNS_REQUESTS } from './runs-requests';
import { runTermsSchema, SETTINGS_REQUESTS } from './settings-requests';
import { SCENARIO_NOTICES, SCENARIO_REQUESTS } from './scenario-requests';
import {
  FEED_SOURCES,
  SERVER_OWNERS,
  servedFileSchema,
  serverConfigSchema,
  WORKER_MODELS,
} from './server-port';
import { VIDEO_NOTICES, VIDEO_REQUESTS } from './video-queue-requests';
import { WINDOW_VIDEO_NOTICES, WINDOW_VIDEO_REQUESTS } from './window-video-requests';

/** The rules of one lane as main hands them to its reader (see `model/delivery/types`). */
export const laneRulesSchema = z.object({
  method: z.enum(LANES),
  chunkBytes: z.number().int().min(1).max(CHUNK_MAX),
  startBytes: bytesSchema,
  resumeBytes: bytesSchema,
  /** Infinity for full buffer, which zod's number alone refuses. */
  maxBufferBytes: z.union([bytesSchema, z.literal(Infinity)]),
  readAheadChunks: z.number().int().min(0).max(1000),
  bufferWhole: z.boolean(),
  bufferLimitRaised: z.boolean(),
  reserveS: z.union([z.number().min(0).max(3600), z.literal(Infinity)]).optional(),
  readsOn: z.object({ rate: z.number().positive(), capBytes: bytesSchema }).optional(),
});

/** A run that the command line asked for; without a person the window carries it out and hands the log back. */
export const headlessRequestSchema = runTermsSchema.extend({
  /** Fit sizes and link to the file, except for what is named here; null leaves them as they are. */
  fit: z.array(z.string()).nullable(),
  /** The scenario that is run, which main has read, and its file; null for none. */
  scenario: z.custom<{ file: string; scenario: Scenario }>().nullable(),
});
export type HeadlessRequest = z.infer<typeof headlessRequestSchema>;

/** How far one lane of a headless run is. */
const laneProgressSchema = z.object({
  method: z.enum(LANES),
  positionS: z
    .number()
    .min(0)
    .max(MAX_RUN_MS / 1000),
  /** Of the film's length, 0 to 1; null for a camera. */
  share: z.number().min(0).max(1).nullable(),
});
export type LaneProgress = z.infer<typeof laneProgressSchema>;

/** A step of a scenario that has not come: its line, and what it waits for. */
const missingStepSchema = z.object({ line: countSchema, begins: z.string().max(1000) });

export const mediaResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), media: mediaInfoSchema }),
  z.object({ ok: z.literal(false), refusal: mediaRefusalSchema }),
]);
export type MediaResult = z.infer<typeof mediaResultSchema>;

export const preferencesSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']),
  language: z.enum(LANGUAGE_CHOICES),
  volume: z.number().min(0).max(1),
  muted: z.boolean(),
  recent: z.array(z.string()).max(100),
  /** Files of scenarios that were opened last, the newest first. */
  scenarios: z.array(z.string()).max(100),
  cacheCapBytes: z.number().positive().max(Number.MAX_SAFE_INTEGER),
  /** The folder of a person's own lessons and scenarios; null while none is chosen. */
  lessonsFolder: z.string().nullable(),
  /** Kept runs take no more than this; the oldest that are not pinned go. */
  runsCapBytes: z.number().positive().max(Number.MAX_SAFE_INTEGER),
  /** Compare shows what the model predicts behind what is measured. */
  predicted: z.boolean(),
  /** Whether our window may use cameras and microphones; asked once. */
  camera: z.enum(['ask', 'allowed', 'denied']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The processes of the Server room: the box stands between the other two. */
export const SERVICE_PARTS = ['server', 'clients', 'box'] as const;
export type ServicePart = (typeof SERVICE_PARTS)[number];

/** A served file as the window knows it. */
const servedNameSchema = servedFileSchema.pick({ name: true, bytes: true });

const nothing = z.undefined();
const serverOwnerSchema = z.enum(SERVER_OWNERS);

/** Every request from a window to main: channel name, payload and answer. Main parses each payload. */
export const REQUESTS = {
  'app:info': {
    payload: nothing,
    answer: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
      headless: headlessRequestSchema.nullable(),
      /** The command line asked to check this computer. */
      check: z.boolean(),
      /** Whether main wants to hear how far the headless run is. */
      tellsProgress: z.boolean(),
      /** What the command line sets a camera to; null when it says nothing of it. */
      live: liveSettingsSchema.nullable(),
      /** What the command line sets runs to. */
      given: headlessRequestSchema,
      /** The file of the scenario that the command line opens; null for none. */
      scenario: z.string().nullable(),
      /** The file of a lesson or a result that the command line opens; null for none. */
      lesson: z.string().nullable(),
      /** What the command line hides for a class; null when it hides nothing. */
      profile: z.custom<Profile>().nullable(),
      /** What there is to say of this start, such as why nothing is kept. */
      notes: z.array(z.string()),
    }),
  },
  /** The camera or file named on the command line, or the sample. Answers like media:open. */
  'media:initial': { payload: nothing, answer: mediaResultSchema },
  /** The sample, so long; null for the length that the command line says. */
  'media:sample': {
    payload: z.object({ seconds: z.union([z.literal(10), z.literal(100)]).nullable() }),
    answer: mediaResultSchema,
  },
  /** Shows the open dialog; null when dismissed. */
  'media:choose': { payload: nothing, answer: z.string().nullable() },
  'media:open': {
    payload: z.object({ path: z.string().min(1).max(10_000), as: z.enum(['auto', 'bytes']) }),
    answer: mediaResultSchema,
  },
  'media:cancel': { payload: nothing, answer: nothing },
  /** SHA-256 of the delivered file, or of its first `bytes`, hex. */
  'media:hash': {
    payload: z.object({ mediaId: idSchema, bytes: bytesSchema.int().optional() }),
    answer: z.string(),
  },
  /** Bytes [from, to) of a delivered text file are never asked for here: they come over the lanes. */
  'run:open-lanes': {
    payload: z.object({
      runId: idSchema,
      /** Null for a camera, whose slices come over the lanes' ports. */
      mediaId: idSchema.nullable(),
      link: linkSpecSchema,
      seed: seedSchema,
      lanes: z.array(laneRulesSchema).min(1).max(METHODS.length),
    }),
    answer: nothing,
  },
  'run:close-lanes': { payload: z.object({ runId: idSchema }), answer: nothing },
  'run:save-report': {
    payload: z.object({ log: runLogSchema, html: documentSchema }),
    answer: z.string().nullable(),
  },
  ...RUNS_REQUESTS,
  ...SETTINGS_REQUESTS,
  ...SCENARIO_REQUESTS,
  ...PRESENTER_REQUESTS,
  ...NOTES_REQUESTS,
  ...LESSON_REQUESTS,
  ...OWN_LESSON_REQUESTS,
  ...PRINT_REQUESTS,
  ...VIDEO_REQUESTS,
  ...WINDOW_VIDEO_REQUESTS,
  /** Asks where to, then saves a text under the extension that `name` ends with; null when dismissed. */
  'file:save-text': {
    payload: z.object({ name: z.string().min(1).max(1000), text: documentSchema }),
    answer: z.string().nullable(),
  },
  ...LINK_REQUESTS,
  ...ABOUT_REQUESTS,
  ...CHECK_REQUESTS,
  ...DIAGNOSTICS_REQUESTS,
  ...RECORDING_REQUESTS,
  /** Starts the server's process; its port comes as a window message. One that runs is ended first. */
  'server:start': {
    payload: z.object({
      owner: serverOwnerSchema,
      session: idSchema,
      /** 0 lets the system choose. */
      port: z.number().int().min(0).max(65535),
      model: z.enum(WORKER_MODELS),
      seats: z.number().int().min(1).max(64),
      watchdogMs: serverConfigSchema.shape.watchdogMs,
      /** The file that is open; null serves the example text alone. */
      mediaId: idSchema.nullable(),
      feedSource: z.enum(FEED_SOURCES),
    }),
    /** What it serves. */
    answer: z.object({ media: servedNameSchema.nullable(), text: servedNameSchema.nullable() }),
  },
  /** Ends the server and its clients. */
  'server:stop': { payload: z.object({ owner: serverOwnerSchema }), answer: nothing },
  /** Opens our own server's first page, and no other, in the browser of the system. */
  'server:open-in-browser': { payload: nothing, answer: nothing },
  /** Starts the process of the clients of the server that listens; its port comes as a window message. */
  'clients:start': { payload: z.object({ owner: serverOwnerSchema }), answer: nothing },
  'preferences:get': { payload: nothing, answer: preferencesSchema },
  /** The recent files and folders are main's to keep, and whether cameras are allowed is asked for by main. */
  'preferences:set': {
    payload: preferencesSchema
      .omit({ recent: true, scenarios: true, camera: true, lessonsFolder: true })
      .partial()
      .strict(),
    answer: preferencesSchema,
  },
  /** No is taken down at once; for yes main itself asks the person. Answers what holds then. */
  'camera:consent': {
    payload: z.object({ wanted: z.boolean() }),
    answer: preferencesSchema.shape.camera,
  },
  /** Headless only: how far every lane is, a few times a second. */
  'headless:progress': {
    payload: z.array(laneProgressSchema).max(LANES.length),
    answer: nothing,
  },
  /** Headless only: the run is over; main writes the report, takes the picture and exits. */
  'headless:finish': {
    payload: z.object({
      log: runLogSchema,
      html: documentSchema,
      /** Steps of the scenario that have not come. */
      missing: z.array(missingStepSchema).max(MAX_STEPS),
    }),
    answer: nothing,
  },
  /** Headless only: a scenario of the Server room has been told; main ends its video and exits. */
  'headless:told': {
    payload: z.object({
      missing: z.array(missingStepSchema).max(MAX_STEPS),
      /** Why it was not told to its end, one sentence; null when it was. */
      problem: z.string().nullable(),
    }),
    answer: nothing,
  },
  'headless:refused': { payload: mediaRefusalSchema, answer: nothing },
} as const;

/** Every message from main to the window. */
export const NOTICES = {
  'media:progress': mediaProgressSchema,
  /** Open this path (menu, second instance, dropped on the icon). */
  'media:open-path': z.object({ path: z.string() }),
  /** Open this camera (second instance), with these settings unless they are null. */
  'media:open-camera': z.object({
    camera: cameraChoiceSchema,
    live: liveSettingsSchema.nullable(),
  }),
  'run:lane-exited': z.object({
    runId: z.string(),
    method: z.enum(LANES),
    /** Exit code of the reader process; it was not asked to end. */
    code: z.number().nullable(),
  }),
  /** The server's or the clients' process ended without being asked to. */
  'server:exited': z.object({
    session: z.string(),
    part: z.enum(SERVICE_PARTS),
    code: z.number(),
  }),
  ...RUNS_NOTICES,
  ...SCENARIO_NOTICES,
  ...OWN_LESSON_NOTICES,
  ...PRESENTER_NOTICES,
  /** From now on this language is spoken. */
  'app:language': z.object({ language: z.enum([...LANGUAGES, PSEUDO]) }),
  ...VIDEO_NOTICES,
  ...WINDOW_VIDEO_NOTICES,
  'menu:command': z.enum([
    'open',
    'open-run',
    'open-scenario',
    'sample',
    'save-report',
    'export-video',
    'help',
    'about',
    'presenter',
    'toggle-theme',
  ]),
} as const;

export type RequestChannel = keyof typeof REQUESTS;
export type RequestPayload<C extends RequestChannel> = z.infer<(typeof REQUESTS)[C]['payload']>;
export type RequestAnswer<C extends RequestChannel> = z.infer<(typeof REQUESTS)[C]['answer']>;
export type NoticeChannel = keyof typeof NOTICES;
export type Notice<C extends NoticeChannel> = z.infer<(typeof NOTICES)[C]>;

/** What preload puts on `window.bufferscope`. */
export interface Bridge {
  /** The language that was spoken when the window was opened. */
  language: SpokenLanguage;
  request<C extends RequestChannel>(
    channel: C,
    ...payload: RequestPayload<C> extends undefined ? [] : [RequestPayload<C>]
  ): Promise<RequestAnswer<C>>;
  /** Subscribes; the returned function unsubscribes. */
  on<C extends NoticeChannel>(channel: C, listener: (notice: Notice<C>) => void): () => void;
  /** The path of a file that was dropped on the window; empty when it is not from the disk. */
  pathOf(file: File): string;
}

/** Lane ports reach the page as a window message of this shape with one MessagePort attached. */
export const lanePortMessageSchema = z.object({
  bufferscope: z.literal('lane-port'),
  runId: z.string(),
  method: z.enum(LANES),
});
export type LanePortMessage = z.infer<typeof lanePortMessageSchema>;

/** Ports of the Server room's processes reach the page in the same way. */
export const servicePortMessageSchema = z.object({
  bufferscope: z.literal('service-port'),
  session: z.string(),
  part: z.enum(SERVICE_PARTS),
});
export type ServicePortMessage = z.infer<typeof servicePortMessageSchema>;

/** How main answers a request: an error crosses as its sentence alone, without a stack or a class name. */
export type Reply = { ok: true; value: unknown } | { ok: false; message: string };
