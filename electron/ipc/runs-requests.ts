import { z } from 'zod';
import { markSchema } from '../../model/run/marks';
import { runLogSchema } from '../../model/run/schema';
import { chartPictureSchema, EXPORT_FORMATS } from '../../model/runs/export-formats';
import { aboutSchema, MAX_LINE_CHARS } from '../../model/runs/kept-lines';
import { runSummarySchema } from '../../model/runs/summary';
import { bytesOf, idSchema } from './bounds';

const nothing = z.undefined();

/** Lines of half a second of a run, and of its end, characters. */
const linesSchema = z.string().max(4 * MAX_LINE_CHARS);

/** What is handed over at once of the pictures of a camera, at most, bytes. */
const MAX_PICTURE_BYTES = 64_000_000;

/** A run that was opened, or why not. */
export const openedRunSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Its place among the kept runs; null for one that is only looked at. */
    id: z.string().nullable(),
    /** Empty while nobody has named it. */
    name: z.string(),
    startedMs: z.number().nullable(),
    brokenOff: z.boolean(),
    log: runLogSchema,
    /** Asks for its pictures. */
    pictures: z.string(),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);
export type OpenedRun = z.infer<typeof openedRunSchema>;

/** How the source of a run is opened again, or why it cannot be. */
export const sourceAgainSchema = z.union([
  z.object({ ok: z.literal(true), how: z.literal('sample') }),
  z.object({
    ok: z.literal(true),
    how: z.literal('file'),
    path: z.string(),
    as: z.enum(['auto', 'bytes']),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);
export type SourceAgain = z.infer<typeof sourceAgainSchema>;

const runIdsSchema = z.array(idSchema).min(1).max(10_000);

/** Requests about runs that are kept. */
export const RUNS_REQUESTS = {
  /** A run begins, with its plan as a line; answers what of it is to be kept. */
  'runs:begin': {
    payload: z.object({ runId: idSchema, plan: z.string().max(MAX_LINE_CHARS) }),
    answer: z.enum(['run', 'pictures', 'nothing']),
  },
  /** What has happened since, as lines. */
  'runs:append': { payload: z.object({ runId: idSchema, lines: linesSchema }), answer: nothing },
  /** Of a camera whose pictures are kept: bytes of the file of them, and where they belong in it. */
  'runs:append-pictures': {
    payload: z.object({
      runId: idSchema,
      bytes: bytesOf(MAX_PICTURE_BYTES),
      position: z.number().int().nonnegative(),
    }),
    answer: nothing,
  },
  /** The run is over, and all its lines have come. */
  'runs:finish': { payload: z.object({ runId: idSchema }), answer: nothing },
  'runs:list': {
    payload: nothing,
    answer: z.object({
      runs: z.array(runSummarySchema),
      /** Files in the folder that are no runs, each in a sentence. */
      broken: z.array(z.object({ id: z.string(), message: z.string() })),
      bytes: z.number(),
      capBytes: z.number(),
    }),
  },
  'runs:open': { payload: z.object({ id: idSchema }), answer: openedRunSchema },
  /** The run that the command line names; null when it names none. */
  'runs:initial': { payload: nothing, answer: openedRunSchema.nullable() },
  /** Asks for a file, keeps its run and opens it; null when dismissed. */
  'runs:import': { payload: nothing, answer: openedRunSchema.nullable() },
  /** The same with a file that was dropped on the window. */
  'runs:import-file': {
    payload: z.object({ path: z.string().min(1).max(4096) }),
    answer: openedRunSchema,
  },
  /** Where the media file of an opened run is served; null unless it is there and the same. */
  'runs:pictures': { payload: z.object({ pictures: idSchema }), answer: z.string().nullable() },
  /** Where the source of an opened run is to be opened again: a file only while it is there and the same. */
  'runs:again': { payload: z.object({ pictures: idSchema }), answer: sourceAgainSchema },
  /** Names a run, or pins it. */
  'runs:change': { payload: z.object({ id: idSchema, about: aboutSchema }), answer: nothing },
  /** Sets a person's note, or takes it away. */
  'runs:note': {
    payload: z.object({ id: idSchema, mark: markSchema, gone: z.boolean() }),
    answer: nothing,
  },
  /** Asks where to, then writes a kept run in a format, of a picture as it says; null when dismissed. */
  'runs:export': {
    payload: z.object({
      id: idSchema,
      name: z.string().max(1000),
      format: z.enum(EXPORT_FORMATS),
      picture: chartPictureSchema,
    }),
    answer: z.string().nullable(),
  },
  /** Moves runs aside until the app ends. */
  'runs:delete': { payload: z.object({ ids: runIdsSchema }), answer: nothing },
  'runs:restore': { payload: z.object({ ids: runIdsSchema }), answer: nothing },
} as const;

/** What main tells the window of kept runs. */
export const RUNS_NOTICES = {
  /** The list is another. */
  'runs:changed': nothing,
  /** Where to export a run has been chosen, and it is being written. */
  'runs:writing': nothing,
  /** A sentence for the person: what could not be kept, or what had to go. */
  'runs:said': z.object({ message: z.string() }),
} as const;
