import { z } from 'zod';
import { BOX_WAYS, GATHER_BYTES, type BoxWay } from '../../model/box/gather';
import { serverListensSchema } from './server-port';

/** What a box does with the answers that begin from now on. */
export const boxSettingsSchema = z.object({
  way: z.enum(BOX_WAYS),
  /** What it gathers, bytes. */
  gatherBytes: z.number().int().min(GATHER_BYTES.min).max(GATHER_BYTES.max),
  /** It does what X-Accel-Buffering and no-transform ask. */
  honours: z.boolean(),
});
export type BoxSettings = z.infer<typeof boxSettingsSchema>;

export const BOX_SETTINGS: BoxSettings = {
  way: 'pass',
  gatherBytes: GATHER_BYTES.usual,
  honours: true,
};

/** What main hands the box's process when it starts, with one end of a MessagePort to the window. */
export const boxConfigSchema = z.object({
  /** Of our own server; nothing else is ever asked. */
  target: serverListensSchema.shape.origin,
});
export type BoxConfig = z.infer<typeof boxConfigSchema>;

/** Window to box. */
export const toBoxSchema = z.object({ type: z.literal('settings'), settings: boxSettingsSchema });
export type ToBox = z.infer<typeof toBoxSchema>;

/** One answer on its way through the box; sizes in bytes, times in ms since the request came to it. */
export interface BoxedAnswer {
  /** Counts up from 1. */
  id: number;
  /** The server's own number for the request; null before the head of the answer. */
  client: number | null;
  target: string;
  /** Null before the head of the answer. */
  way: BoxWay | null;
  state: 'open' | 'done' | 'broke' | 'left';
  /** In the box now, measured: what came in less what went out. */
  heldBytes: number;
  /** What it held when the connection broke, which nobody gets. */
  lostBytes: number;
  inBytes: number;
  /** Of the same bytes, how many went out; compressed ones count as what they were made of. */
  outBytes: number;
  /** Pieces that went out, and the size of the newest. */
  lumps: number;
  lumpBytes: number;
  /** When the first piece went out; null before it. */
  firstOutMs: number | null;
  ageMs: number;
}

/** Box to window, five times a second while anything changes. */
export type FromBox =
  | { type: 'listening'; url: string; pid: number }
  | { type: 'answers'; answers: BoxedAnswer[]; rssBytes: number };
