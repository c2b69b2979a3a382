import { z } from 'zod';
import { linkTextSchema } from './bounds';

const nothing = z.undefined();

/** Columns of numbers, as structured clone hands them over. */
const columnSchema = z.custom<Float64Array>((value) => value instanceof Float64Array);

/** A rate over time (see `model/link/types`). */
const rateCurveSchema = z.object({
  fromMs: columnSchema,
  rate: columnSchema,
  /** Infinity when the last rate holds, which zod's number alone refuses. */
  periodMs: z.union([z.number().positive(), z.literal(Infinity)]),
});

const knownCurveSchema = z.object({ curve: rateCurveSchema, latencyMs: z.number() });

/** Requests about links: traces in files, profiles built in and saved. */
export const LINK_REQUESTS = {
  /** The curve of a SPEC of kind trace or profile; of the traces only those that a person chose. */
  'link:load': {
    payload: z.object({ text: linkTextSchema }),
    answer: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        known: knownCurveSchema,
        /** What a trace was read as, in sentences. */
        note: z.string().nullable(),
      }),
      z.object({ ok: z.literal(false), message: z.string() }),
    ]),
  },
  /** The built-in profiles, then one's own. */
  'link:list': {
    payload: nothing,
    answer: z.array(
      z.object({ name: z.string(), title: z.string(), sentence: z.string(), own: z.boolean() }),
    ),
  },
  /** Shows the open dialog; null when dismissed. */
  'link:choose-trace': { payload: nothing, answer: z.string().nullable() },
  /** Keeps a link that has a curve as a profile of one's own; `exists` says that the name is taken by one. */
  'link:save': {
    payload: z.object({ name: z.string().max(1000), curve: linkTextSchema, replace: z.boolean() }),
    answer: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true) }),
      z.object({ ok: z.literal(false), message: z.string(), exists: z.boolean() }),
    ]),
  },
  /** Moves a profile of one's own to the trash. */
  'link:remove': { payload: z.object({ name: z.string().min(1).max(1000) }), answer: nothing },
  /** Asks where to, then writes the link as a trace; null when dismissed. */
  'link:export': {
    payload: z.object({ text: linkTextSchema, format: z.enum(['mahimahi', 'sabre']) }),
    answer: z.string().nullable(),
  },
} as const;
