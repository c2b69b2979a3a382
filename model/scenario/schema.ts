import { z } from 'zod';
import { pictureWishSchema, sizeIn, TURNS } from '../camera/picture';
import { pictureCodecSchema } from '../camera/recording-kind';
import { cameraChoiceSchema } from '../camera/types';
import { HELD_METHODS, LANES, METHODS } from '../delivery/types';
import { STAGE_STATIONS } from '../run/marks';
import { settingsSchema } from '../run/schema';
import { line, oneOf, rate, read, size, time, yes } from '../yaml-file/fields';
import type { YamlProblemCode } from '../yaml-file/problem';
import { parseEvent } from './events';

/** Bounds of a scenario file, which may be a stranger's. */
export const MAX_SCENARIO_CHARS = 100_000;
export const MAX_STEPS = 500;
/** So much of a caption fits on the stage in letters that the back row can read. */
export const MAX_CAPTION_CHARS = 300;

/** A text in the scenario's first language, or one a language by its BCP 47 tag. */
const textOf = (expected: string, own: z.ZodString) =>
  z.union(
    [
      own,
      z
        .record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), own)
        .refine((texts) => Object.keys(texts).length > 0),
    ],
    { error: expected },
  );
const textSchema = textOf('text', line);
const captionSchema = textOf('caption', line.max(MAX_CAPTION_CHARS));
export type ScenarioText = z.infer<typeof textSchema>;

const stationSchema = oneOf('station', STAGE_STATIONS);
const methodSchema = oneOf('lane', METHODS);
const laneSchema = oneOf('lane', LANES);

/** The rooms that a step can go to. */
export const SCENARIO_ROOMS = ['compare', 'server', 'what-if', 'runs'] as const;
export type ScenarioRoom = (typeof SCENARIO_ROOMS)[number];

/** What stands for "nothing of it any more". */
const none = z.literal('none');

/** What may be wrong with a scenario's file. */
export type ScenarioProblemCode =
  | YamlProblemCode
  | 'tooLong'
  | 'unknownEvent'
  | 'noBegin'
  | 'twoBegins'
  | 'afterWithoutEvent'
  | 'doesNothing'
  | 'outOfOrder'
  | 'behindEnd'
  | 'laneOff'
  | 'cutAndRestore'
  | 'needsServer'
  | 'notInServer'
  | 'eventOfCompare'
  | 'eventOfServer'
  | 'rateNeedsLink'
  | 'link'
  | 'settings'
  | 'language'
  | 'noFirstLanguage'
  | 'endless'
  | 'camera';

/** Keys of a step that say when it begins; all others are what it does. */
const BEGINS: readonly string[] = ['at', 'when', 'after'];

/** What of a step does not go together, and where in it. */
function stepProblems(step: Record<string, unknown>): [ScenarioProblemCode, string[]][] {
  const { at, when, after, cut, restore } = step;
  const all: [boolean, ScenarioProblemCode, string[]][] = [
    [at === undefined && when === undefined, 'noBegin', []],
    [at !== undefined && when !== undefined, 'twoBegins', ['when']],
    [after !== undefined && when === undefined, 'afterWithoutEvent', ['after']],
    [cut !== undefined && restore !== undefined, 'cutAndRestore', ['restore']],
    [Object.keys(step).every((key) => BEGINS.includes(key)), 'doesNothing', []],
  ];
  return all.flatMap(([wrong, code, path]) => (wrong ? [[code, path]] : []));
}

const countSchema = (max: number) =>
  z.int({ error: 'clients' }).min(1, { error: 'clients' }).max(max, { error: 'clients' });

/** Clients of the Server room: so many more that ask for a path of the server, or all of them leave. */
const clientsSchema = z.union(
  [
    z.strictObject({
      add: countSchema(100),
      kind: z.enum(['normal', 'viewer', 'slow', 'stalled']).optional(),
      ask: z.string().regex(/^\/(buffer|stream|table|feed)(\?[\w=&.-]{1,200})?$/),
    }),
    z.strictObject({ remove: z.literal('all') }),
  ],
  { error: 'clients' },
);

/** The Server room as a scenario sets it before its first step. */
const serverSchema = z.strictObject(
  {
    model: oneOf('model', ['debug', 'sync', 'threads', 'async']),
    seats: z
      .int({ error: 'seats' })
      .min(1, { error: 'seats' })
      .max(64, { error: 'seats' })
      .optional(),
    feed: oneOf('feed', ['media', 'test']).optional(),
  },
  { error: 'map' },
);

export const stepSchema = z
  .strictObject(
    {
      /** When it begins, on the run's clock. */
      at: time.optional().meta({ description: 'When it begins, such as 12s' }),
      when: read('event', parseEvent)
        .optional()
        .meta({ description: 'The event with which it begins, such as stall(streaming)' }),
      after: time.optional().meta({ description: 'So long after the event' }),
      caption: captionSchema.optional().meta({
        description: 'Said in the caption line until the next one; none gives the line back',
      }),
      note: textSchema.optional().meta({ description: 'For whoever speaks' }),
      cut: z
        .union([yes, time], { error: 'cut' })
        .optional()
        .meta({ description: 'true cuts the link, a time cuts it for so long' }),
      restore: yes.optional(),
      rate: rate.optional().meta({ description: 'The rate of the link from here on' }),
      pause: yes.optional().meta({ description: 'Waits for a key; nobody is waited for headless' }),
      chapter: textSchema.optional(),
      highlight: z
        .union(
          [
            none,
            z.strictObject({ station: stationSchema.optional(), lane: laneSchema.optional() }),
          ],
          { error: 'highlight' },
        )
        .optional()
        .meta({ description: 'All but this is dimmed' }),
      zoom: oneOf('zoom', ['none', ...STAGE_STATIONS])
        .optional()
        .meta({ description: 'This station of every lane has the room of all; none shows all' }),
      room: oneOf('room', SCENARIO_ROOMS)
        .optional()
        .meta({ description: 'Goes to a room; a run in Compare stands until it is shown again' }),
      prediction: oneOf('prediction', ['show', 'hide']).optional(),
      clients: clientsSchema
        .optional()
        .meta({ description: 'Of the Server room, such as {add: 2, ask: /feed} or {remove: all}' }),
      end: yes.optional().meta({ description: 'The run ends here' }),
    },
    { error: 'step' },
  )
  .check(({ value, issues }) => {
    // What a mistyped key does nobody knows.
    if (issues.length > 0) return;
    for (const [code, path] of stepProblems(value)) {
      issues.push({ code: 'custom', message: code, path, params: { problem: true }, input: value });
    }
  });
export type ScenarioFileStep = z.infer<typeof stepSchema>;

/** Sizes and speed of runs, as a file gives them. */
export const settingsFileSchema = z.strictObject(
  {
    fit: yes.optional().meta({ description: 'Sizes and link that suit the file' }),
    chunk: size.optional(),
    prefetch: size.optional(),
    resume: size.optional(),
    'max-ahead': size.optional(),
    'streaming-ahead': size.optional(),
    'read-ahead': z
      .int({ error: 'count' })
      .min(0, { error: 'count' })
      .max(1000, { error: 'count' })
      .optional(),
    'backpressure-off': oneOf('heldMethod', HELD_METHODS).optional().meta({
      description: 'Runs this method twice, once with its backpressure off, and no other',
    }),
    'read-rate': rate.optional(),
    'memory-cap': size.optional(),
    'consume-rate': rate.optional(),
    speed: z.union(settingsSchema.shape.speed.options, { error: 'speed' }).optional(),
    until: time.optional(),
    verify: yes.optional(),
    record: time.optional(),
    reserve: time.optional(),
    picture: read('picture', sizeIn).optional().meta({
      description: 'Size that is asked of a camera, before it is turned, such as 640x360',
    }),
    'picture-rate': z
      .number({ error: 'pictureRate' })
      .min(pictureWishSchema.shape.perSecond.minValue ?? 0, { error: 'pictureRate' })
      .max(pictureWishSchema.shape.perSecond.maxValue ?? 0, { error: 'pictureRate' })
      .optional()
      .meta({ description: 'Pictures a second that are asked of a camera' }),
    turn: z
      .literal([...TURNS], { error: 'turn' })
      .optional()
      .meta({ description: 'Degrees clockwise by which the picture of a camera is turned' }),
    codec: z.enum(pictureCodecSchema.enum, { error: 'codec' }).optional().meta({
      description: 'What the pictures of a camera are encoded in',
    }),
    'keep-pictures': yes.optional().meta({
      description: 'The pictures of a camera are kept with a run that is kept',
    }),
  },
  { error: 'map' },
);

/** What is delivered: the sample (100 s, or 10), a camera, or a file. */
export const scenarioMediaSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sample'), seconds: z.union([z.literal(10), z.literal(100)]) }),
  z.object({ kind: z.literal('camera'), camera: cameraChoiceSchema }),
  z.object({ kind: z.literal('file'), path: z.string() }),
]);
export type ScenarioMedia = z.infer<typeof scenarioMediaSchema>;

/** A scenario as its file has it: a run, and steps that begin at times and at events. */
export const scenarioFileSchema = z.strictObject(
  {
    title: textSchema,
    languages: z
      .array(line, { error: 'languages' })
      .min(1, { error: 'languages' })
      .max(20, { error: 'languages' })
      .optional()
      .meta({ description: 'BCP 47 tags; texts without one are in the first' }),
    media: read('media', parseMedia).optional().meta({
      description: 'sample, sample:10, camera:test, camera:NAME, or a file beside this one',
    }),
    methods: z
      .array(methodSchema, { error: 'methods' })
      .min(1, { error: 'methods' })
      .max(METHODS.length, { error: 'methods' })
      .optional(),
    settings: settingsFileSchema.optional(),
    link: z.string({ error: 'link' }).max(20_000, { error: 'link' }).optional(),
    seed: z
      .int({ error: 'seed' })
      .min(0, { error: 'seed' })
      .max(999_999_999, { error: 'seed' })
      .optional(),
    stage: oneOf('stage', ['presenter', 'room']).optional(),
    server: serverSchema.optional().meta({
      description: 'The steps are of the Server room; its clock begins when the server listens',
    }),
    steps: z
      .array(stepSchema, { error: 'steps' })
      .min(1, { error: 'steps' })
      .max(MAX_STEPS, { error: 'steps' }),
  },
  { error: 'map' },
);
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;

/** Reads what a scenario delivers; null for an address or a share of the network, which a file may not reach for. */
function parseMedia(text: string): ScenarioMedia | null {
  if (text === 'sample' || text === 'sample:100') return { kind: 'sample', seconds: 100 };
  if (text === 'sample:10') return { kind: 'sample', seconds: 10 };
  const [, name] = /^camera:\s*(.+)$/.exec(text) ?? [];
  if (name === 'test') return { kind: 'camera', camera: { kind: 'test' } };
  if (name !== undefined) return { kind: 'camera', camera: { kind: 'device', name } };
  const reaches = text === '' || /^[a-z][a-z0-9+.-]+:/i.test(text) || /^[\\/]{2}/.test(text);
  return reaches || text.includes('\0') ? null : { kind: 'file', path: text };
}
