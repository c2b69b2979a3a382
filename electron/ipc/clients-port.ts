import { z } from 'zod';

/** How a client reads: as fast as it can, at 20 kB/s, or its first bytes and then never again. */
export const CLIENT_KINDS = ['normal', 'slow', 'stalled'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/** Window to the clients' process. */
export const toClientsSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('add'),
    /** Of our own server; nothing else is asked. */
    url: z.url(),
    count: z.number().int().min(1).max(100),
    kind: z.enum(CLIENT_KINDS),
  }),
  /** These leave: their connections are closed. */
  z.object({ type: z.literal('remove'), ids: z.array(z.number().int()) }),
  z.object({ type: z.literal('remove-all') }),
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
  receivedBytes: number;
  frames: number;
  /** From asking to the first byte of the body, ms; null before it. */
  firstByteMs: number | null;
}

/** The clients' process to the window, five times a second while anything changes. */
export type FromClients =
  { type: 'ready'; pid: number } | { type: 'clients'; clients: ClientState[] };
