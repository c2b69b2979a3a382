import { z } from 'zod';

/** The run's clock and every process's own go no further, ms: a month and a year. */
export const MAX_RUN_MS = 31 * 24 * 3_600_000;
const MAX_WALL_MS = 366 * 24 * 3_600_000;

/** A moment of the run's clock, ms. */
export const runMsSchema = z.number().min(0).max(MAX_RUN_MS);

/** A moment of a process's monotonic clock, ms; before its beginning when another process is older. */
export const wallMsSchema = z.number().min(-MAX_WALL_MS).max(MAX_WALL_MS);

/** How much faster than the wall a run's clock may be; 0 stands still. */
export const speedSchema = z.number().min(0).max(16);

/** A size in bytes. */
export const bytesSchema = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** A number that counts or names something. */
export const countSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A seed of a link. */
export const seedSchema = z.number().int().min(0).max(0xffff_ffff);

/** A name that the window makes up, such as a run's. */
export const idSchema = z.string().min(1).max(100);

/** A link SPEC, see model/link/spec.ts. */
export const linkTextSchema = z.string().min(1).max(1_000_000);

/** A text or a page that is to be written to a file. */
export const documentSchema = z.string().max(500_000_000);

/** Bytes, as structured clone hands them over, so many at most. */
export const bytesOf = (maxBytes: number) =>
  z.instanceof(Uint8Array<ArrayBuffer>).refine(({ byteLength }) => byteLength <= maxBytes);
