import { z } from 'zod';
import { LANGUAGES, PSEUDO } from '../../model/language';
import { WATCHDOG_MS } from '../../model/server/watchdog';
import { bytesOf, countSchema } from './bounds';

/** A whole JPEG of the camera, at most, bytes. */
const MAX_FRAME_BYTES = 16_000_000;

/** The port that is asked for first, so that an address once copied stays good. */
export const USUAL_PORT = 8417;

/** The address of a server of ours: this computer's loopback and its own port. */
const OWN_ORIGIN = /^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}$/;

/**
 * How many requests a server works on at once, as gunicorn and Flask do it: `debug` one, `sync` as many
 * as there are seats, `threads` a seat for each client up to a limit, `async` one event loop without seats.
 */
export const WORKER_MODELS = ['debug', 'sync', 'threads', 'async'] as const;
export type WorkerModel = (typeof WORKER_MODELS)[number];

export const ENDPOINTS = [
  '/',
  '/buffer',
  '/stream',
  '/table',
  '/feed',
  '/watch',
  '/status',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** The classic slip that each endpoint makes when it is asked to by `?slip=`. */
export const SLIPS = {
  '/buffer': 'pointer',
  '/stream': 'once',
  '/table': 'whole',
  '/feed': 'length',
} as const;
export type Slip = (typeof SLIPS)[keyof typeof SLIPS];

const watchdogSchema = z.number().min(WATCHDOG_MS.min).max(WATCHDOG_MS.max).nullable();

/** What `/feed` shows: the media file in a loop, a test picture, or the window's camera. */
export const FEED_SOURCES = ['media', 'test', 'camera'] as const;
export type FeedSource = (typeof FEED_SOURCES)[number];

/** Whose server it is: the Server room's, or that of a lesson's run, which leaves the room's as it is. */
export const SERVER_OWNERS = ['room', 'lesson'] as const;
export type ServerOwner = (typeof SERVER_OWNERS)[number];

/** A file that the server sends; no request can name another one. */
export const servedFileSchema = z.object({
  path: z.string(),
  /** As a browser saves it. */
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int().nonnegative(),
});
export type ServedFile = z.infer<typeof servedFileSchema>;

/** What main hands the server process when it starts, with one end of a MessagePort to the window. */
export const serverConfigSchema = z.object({
  /** 0 lets the system choose. */
  port: z.number().int().min(0).max(65535),
  model: z.enum(WORKER_MODELS),
  /** Seats of sync and threads, 1 to 64. */
  seats: z.number().int().min(1).max(64),
  /** An answer of a sync worker that takes longer is killed with it, ms; null for no watchdog. */
  watchdogMs: watchdogSchema,
  /** Requests that may wait; the next one is refused with 503. */
  queueLimit: z.number().int().min(0).max(1000),
  media: servedFileSchema.nullable(),
  text: servedFileSchema.nullable(),
  /** For pictures of the media file; null when there is none, and /feed then says so. */
  ffmpegPath: z.string().nullable(),
  feedSource: z.enum(FEED_SOURCES),
});
export type ServerConfig = z.infer<typeof serverConfigSchema>;

/** The server process's first message from main, with one port; any later one means: end. */
export const serverStartSchema = z.object({ config: serverConfigSchema });
export type ServerStart = z.infer<typeof serverStartSchema>;

/** The server process to main, over its parent port, when it listens; only this address is ever opened in a browser. */
export const serverListensSchema = z.object({
  type: z.literal('listening'),
  /** "http://127.0.0.1:8417" */
  origin: z.string().regex(OWN_ORIGIN),
});
export type ServerListens = z.infer<typeof serverListensSchema>;

/** Main to server process while it runs. */
export const serverToldSchema = z.object({ speaks: z.enum([...LANGUAGES, PSEUDO]) });
export type ServerTold = z.infer<typeof serverToldSchema>;

/** Window to server process, which main starts and ends. */
export const toServerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('workers'),
    model: z.enum(WORKER_MODELS),
    seats: z.number().int().min(1).max(64),
    watchdogMs: watchdogSchema,
  }),
  /** Ends the answer of one client. */
  z.object({ type: z.literal('drop'), client: countSchema }),
  /** `/feed` shows this from now on, to whoever looks already, too. */
  z.object({ type: z.literal('feed-source'), source: z.enum(FEED_SOURCES) }),
  /** Of the camera, while it is wanted: a whole JPEG. The next one is made when this one has been taken. */
  z.object({
    type: z.literal('frame'),
    id: countSchema,
    data: bytesOf(MAX_FRAME_BYTES),
  }),
  /** No frame will come: the camera cannot be opened or has gone away; one sentence, for the log. */
  z.object({ type: z.literal('camera-gone'), detail: z.string().max(1000) }),
]);
export type ToServer = z.infer<typeof toServerSchema>;

/** Which line of an endpoint's short code is running for a client now; each has its line in the room. */
export const STEPS = ['wait', 'read', 'send', 'drain', 'row', 'frame', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** One request that is waited for or worked on; times in ms since the server started, sizes in bytes. */
export interface ServedClient {
  /** Counts up from 1; a client finds its own in the header X-Bufferscope-Client. */
  client: number;
  endpoint: Endpoint;
  /** Path and query as asked. */
  target: string;
  /** Null while it waits, and in async, which has no seats; from 1. */
  seat: number | null;
  step: Step;
  arrivedMs: number;
  /** When its seat was taken; null while it waits. */
  seatedMs: number | null;
  /** Bytes that its answer holds in the server's memory, counted. */
  heldBytes: number;
  /** Bytes of the body that have been handed to the system for this client. */
  sentBytes: number;
  /** Content-Length; null when the end is open. */
  totalBytes: number | null;
  /** Frames sent, of /feed. */
  frames: number;
}

/** How a request ended, or that it began; the request log is a list of these. */
export interface ServerEvent {
  tMs: number;
  client: number;
  method: string;
  target: string;
  kind:
    | 'queued'
    | 'seated'
    | 'backpressure'
    | 'done'
    | 'left'
    | 'dropped'
    | 'timed-out'
    /** The watchdog of its worker has killed that, and the answer with it. */
    | 'killed'
    /** Its backpressure was off, and the process came to its memory cap. */
    | 'capped'
    | 'refused'
    /** The server could not go on with the answer: its file or its pictures ended. */
    | 'failed';
  /** HTTP status; 0 until the answer has its head. */
  status: number;
  sentBytes: number;
  seat: number | null;
  /** Place in the queue, from 1; 0 when not queued. */
  place: number;
  /** How long it waited and how long it was worked on, ms. */
  waitedMs: number;
  tookMs: number;
  /** For the Common Log Format. */
  remote: string;
  userAgent: string;
}

/** Of one endpoint since the start. */
export interface EndpointFigures {
  endpoint: Endpoint;
  open: number;
  served: number;
  /** Most that one answer held, bytes. */
  heldEachBytes: number;
}

/** `/feed` at this moment; `fps` counts the frames of the last second. */
export interface FeedNow {
  source: FeedSource;
  viewers: number;
  on: boolean;
  fps: number;
}

/** Server process to window. */
export type FromServer =
  | { type: 'listening'; url: string; port: number; pid: number; baselineRssBytes: number }
  /** Five a second while anything changes, and at once when a seat changes hands. */
  | {
      type: 'snapshot';
      tMs: number;
      model: WorkerModel;
      /** How many are worked on at once: 1 in debug, 0 in async, which has no seats. */
      seats: number;
      /** What a sync worker may take for an answer, ms; null for as long as it lasts. */
      watchdogMs: number | null;
      clients: ServedClient[];
      endpoints: EndpointFigures[];
      rssBytes: number;
      /** Open connections, and the viewers that /feed has now. */
      connections: number;
      feed: FeedNow;
    }
  /** In order of time; `skipped` more were left out because too many came at once. */
  | { type: 'events'; events: ServerEvent[]; skipped: number }
  /** Whether someone looks at pictures of the camera: it is on only while they are wanted. */
  | { type: 'feed'; wanted: boolean }
  /** A frame of the camera has been taken; another one may come. */
  | { type: 'frame-taken'; id: number }
  /** It cannot go on; one sentence: what happened, to what, what to do. */
  | { type: 'failed'; message: string };
