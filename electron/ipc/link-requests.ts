import { z } from 'zod';
import { LINK_KINDS, type RateCurve } from '../../model/link/types';
import { MAX_LINES } from '../../model/link/formats/limits';
import { linkTextSchema } from './bounds';

const nothing = z.undefined();

/** Columns of numbers, as structured clone hands them over. */
const columnSchema = z.custom<Float64Array>((value) => value instanceof Float64Array);

/** A rate over time (see `model/link/types`). */
const rateCurveSchema = z
  .object({
    fromMs: columnSchema,
    rate: columnSchema,
    /** Infinity when the last rate holds, which zod's number alone refuses. */
    periodMs: z.union([z.number().positive(), z.literal(Infinity)]),
  })
  .refine(isCurve, 'not a curve');

/** Starts ascend from 0 and lie inside the period, and each has a rate. */
function isCurve({ fromMs, rate, periodMs }: RateCurve): boolean {
  return (
    fromMs.length <= MAX_LINES &&
    fromMs.length === rate.length &&
    fromMs[0] === 0 &&
    fromMs.every((ms, i) => ms < periodMs && (i === 0 || ms > (fromMs[i - 1] ?? Infinity))) &&
    rate.every((each) => each >= 0 && each < Infinity)
  );
}

const amount = z.union([z.number().nonnegative(), z.literal(Infinity)]);

/** A link, with the curve of a trace or a profile in it (see `model/link/types`). */
export const linkSpecSchema = z.object({
  kind: z.enum(LINK_KINDS),
  rate: amount,
  curve: rateCurveSchema.nullable(),
  name: z.string().max(10_000),
  outages: z
    .array(z.object({ fromMs: z.number().nonnegative(), toMs: amount }))
    .max(10_000)
    .readonly(),
  laterMs: z.number().nonnegative(),
  longerMs: z.number().nonnegative(),
  latencyMs: z.number().nonnegative(),
  jitterMs: z.number().nonnegative(),
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
