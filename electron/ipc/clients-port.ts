import { z } from 'zod';
import { countSchema } from './bounds';

/** How a client reads: as it comes, at 1.3 MB/s, at 20 kB/s, or its first bytes and then never again. */
export const CLIENT_KINDS = ['normal', 'viewer', 'slow', 'stalled'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/** The User-Agent of a client of ours, with its number in the clients' process. */
export const clientAgent = (kind: ClientKind, id: number): string =>
  `Bufferscope-client/1 (${kind}; ${id})`;

/** The number of the client with this User-Agent; null when it is none of ours. */
export function idOfAgent(userAgent: string): number | null {
  const found = /^Bufferscope-client\/1 \([a-z]+; (\d+)\)$/.exec(userAgent);
  return found ? Number(found[1]) : null;
}

/** Clients that may be connected at once. */
export const MAX_CLIENTS = 100;

/** What main hands the clients' process when it starts, with one end of a MessagePort to the window. */
export const clientsConfigSchema = z.object({
  /** Of our own server, "http://127.0.0.1:8417", and of the box before it; nothing else is asked. */
  origins: z.array(z.string()),
});
export type ClientsConfig = z.infer<typeof clientsConfigSchema>;

/** Window to the clients' process. */
export const toClientsSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('add'),
    /** Of our own server; nothing else is asked. */
    url: z.url().max(2000),
    count: z.number().int().min(1).max(MAX_CLIENTS),
    kind: z.enum(CLIENT_KINDS),
  }),
  /** Those of them that are connected leave; the others are forgotten. */
  z.object({ type: z.literal('remove'), ids: z.array(countSchema).max(1000) }),
  z.object({ type: z.literal('remove-all') }),
  /** The last bytes that this client has read are wanted, too; null ends it. */
  z.object({ type: z.literal('watch'), id: countSchema.nullable() }),
]);
export type ToClients = z.infer<typeof toClientsSchema>;

/** One client as it sees itself. */
export interface ClientState {
  /** Counts up from 1, in the clients' process. */
  id: number;
  kind: ClientKind;
  target: string;
  state: 'connecting' | 'receiving' | 'done' | 'refused' | 'left' | 'failed';
  /** HTTP status; 0 before the head of the answer. */
  status: number;
  /** The server's own number for it; null before the head. */
  client: number | null;
  /** Bytes of the body that it has read. */
  receivedBytes: number;
  frames: number;
  /** From asking to the head of the answer, ms; null before it. */
  headMs: number | null;
  /** From asking to the first and to the newest byte of the body, ms; null before there is one. */
  firstByteMs: number | null;
  lastByteMs: number | null;
  /** How long a whole part of a feed had lain here before its boundary closed it, ms: the median; null before one. */
  behindMs: number | null;
  /** Times at which bytes came after a pause of 50 ms or more: pieces that can be told apart. */
  lumps: number;
  /** From asking to its end, ms; null while it goes on. */
  endedMs: number | null;
  /** The system's own word (ECONNRESET...) when it failed; empty otherwise. */
  detail: string;
}

/** The clients' process to the window, five times a second while anything changes. */
export type FromClients =
  | { type: 'ready'; pid: number }
  | { type: 'clients'; clients: ClientState[] }
  /** The last bytes, at most 4,096, that the watched client has read, up to `endBytes` of the body. */
  | { type: 'tail'; id: number; text: boolean; endBytes: number; data: Uint8Array<ArrayBuffer> };
