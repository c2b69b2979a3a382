import { z } from 'zod';
import type { LaneRules } from '../../model/delivery/types';
import type { LinkSpec } from '../../model/link/types';
import {
  bytesOf,
  bytesSchema,
  countSchema,
  runMsSchema,
  speedSchema,
  wallMsSchema,
} from './bounds';

/** The most bytes that one frame of a camera may have. */
const MAX_FRAME_BYTES = 64_000_000;

/** What main hands a reader process when it starts, with one end of the lane's MessagePort. */
export interface ReaderConfig {
  /** The file to be read; null for a camera, whose frames the window hands over. */
  file: { path: string; bytes: number } | null;
  rules: LaneRules;
  /** As main has resolved it: a trace or a profile comes with its curve. */
  link: LinkSpec;
  seed: number;
}

/**
 * Window to reader, over the lane's port. `atMs` is on the reader's monotonic clock
 * (`performance.now()` there), which the window learns from ping and pong; `runMs` is on the run's clock.
 */
export const toReaderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ping'), id: countSchema }),
  /** The run clock reads runMs at atMs and from then on runs at `speed`; 0 stands still. */
  z.object({
    type: z.literal('clock'),
    runMs: runMsSchema,
    atMs: wallMsSchema,
    speed: speedSchema,
  }),
  /** The reader may have sent at most this many bytes in all. Never falls. */
  z.object({ type: z.literal('credit'), limitBytes: bytesSchema }),
  /** The link is cut (or joined again) by hand. */
  z.object({ type: z.literal('cut'), down: z.boolean(), runMs: runMsSchema }),
  /** From runMs on the link has this rate, bytes per second. */
  z.object({ type: z.literal('rate'), rate: z.number().positive().max(1e12), runMs: runMsSchema }),
  /** Of a camera: the next of its frames. */
  z.object({ type: z.literal('frame'), data: bytesOf(MAX_FRAME_BYTES) }),
  /** Of a camera: no more frames will come. */
  z.object({ type: z.literal('source-end') }),
  z.object({ type: z.literal('close') }),
]);
export type ToReader = z.infer<typeof toReaderSchema>;

/** Reader to window. */
export type FromReader =
  | {
      type: 'ready';
      baselineRssBytes: number;
      pid: number;
      /** Where backpressure is off: the process is stopped when it takes so much memory. */
      capBytes?: number;
    }
  | { type: 'pong'; id: number; atMs: number }
  /** Whole chunks (the last may be short) that have crossed the link; they arrive at arriveMs of the run's clock. */
  | {
      type: 'bytes';
      offset: number;
      data: Uint8Array<ArrayBuffer>;
      /** When the last of them had been read, and had crossed the link. */
      readMs: number;
      sentMs: number;
      arriveMs: number;
    }
  /** Ten a second of wall time. */
  | {
      type: 'sample';
      runMs: number;
      readBytes: number;
      heldBytes: number;
      sentBytes: number;
      rssBytes: number;
      /** True when credit, not the link, limited sending since the last sample. */
      heldBack: boolean;
    }
  | { type: 'event'; runMs: number; kind: 'read-start' | 'read-end' | 'sent-all'; bytes: number }
  | {
      type: 'failed';
      runMs: number;
      code:
        | 'file-vanished'
        | 'file-replaced'
        | 'file-truncated'
        | 'file-unreadable'
        | 'too-large'
        | 'memory-cap'
        | 'internal';
      /** The system's own word (EIO, ENOENT...) or the number of bytes needed and free. */
      detail: string;
      atBytes: number;
      neededBytes?: number;
      freeBytes?: number;
      /** At a cap: what the reader held, and the cap. */
      heldBytes?: number;
      capBytes?: number;
    };
