import { z } from 'zod';
import type { ServerEvent } from '../../../electron/ipc/server-port';
import { say } from '../../ui/words';
import { REQUEST_ENDS } from './common-log-format';

/** A larger file is no log of ours: 22,000 lines of it take 20 MB. */
export const MAX_HAR_BYTES = 64_000_000;

const MAX_ENTRIES = 100_000;
const MAX_MS = 1e9;
const milliseconds = z.number().min(0).max(MAX_MS);
const text = z.string().max(100_000);

/** An entry as `httpArchive` writes it; what it does not need is passed over. */
const entrySchema = z.object({
  startedDateTime: z.iso.datetime(),
  request: z.object({
    method: text,
    url: text,
    headers: z.array(z.object({ name: text, value: text })).max(100),
  }),
  response: z.object({ status: z.int().min(0).max(999), bodySize: z.int().min(0) }),
  timings: z.object({ wait: milliseconds, receive: milliseconds }),
  connection: z.string().regex(/^\d{1,9}$/),
  comment: z.enum(REQUEST_ENDS),
});

const archiveSchema = z.object({
  log: z.object({
    version: z.literal('1.2'),
    creator: z.object({ name: z.literal('Bufferscope') }),
    entries: z.array(entrySchema).max(MAX_ENTRIES),
  }),
});

/** The address of a server of ours, in front of what was asked of it. */
const ORIGIN = /^http:\/\/127\.0\.0\.1(?::\d{1,5})?(?=\/)/;

/**
 * The ended requests of a HAR that this room has exported, in the order in which they ended; moment 0 is the beginning
 * of the first. Throws an Error with one sentence for any other file.
 */
export function readArchive(name: string, content: string): ServerEvent[] {
  const parsed = archiveSchema.safeParse(parsedJson(content));
  if (!parsed.success) throw new Error(say('server.log.notOurs', { name }));
  const { entries } = parsed.data.log;
  const began = entries.map(({ startedDateTime }) => Date.parse(startedDateTime));
  const zeroMs = began.reduce((least, each) => Math.min(least, each), Infinity);
  return entries
    .map((entry, i) => eventOf(entry, (began[i] ?? zeroMs) - zeroMs))
    .sort((a, b) => a.tMs - b.tMs);
}

function eventOf(entry: z.infer<typeof entrySchema>, beganMs: number): ServerEvent {
  const { request, response, timings, connection, comment } = entry;
  const header = (name: string): string =>
    request.headers.find((each) => each.name === name)?.value ?? '';
  return {
    tMs: beganMs + timings.wait + timings.receive,
    client: Number(connection),
    method: request.method,
    target: request.url.replace(ORIGIN, ''),
    kind: comment,
    status: response.status,
    sentBytes: response.bodySize,
    seat: null,
    place: 0,
    waitedMs: timings.wait,
    tookMs: timings.receive,
    remote: '127.0.0.1',
    range: header('Range'),
    userAgent: header('User-Agent'),
  };
}

/** Undefined for what is no JSON. */
function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
