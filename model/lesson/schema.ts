import { z } from 'zod';
import { GATHER_BYTES } from '../box/gather';
import { WATCHDOG_MS } from '../server/watchdog';
import { LANES } from '../delivery/types';
import { scenarioFileSchema, settingsFileSchema } from '../scenario/schema';
import { line, oneOf, read, size, time, yes } from '../yaml-file/fields';
import type { YamlProblemCode } from '../yaml-file/problem';
import { isName, parseCondition, parseMeasure } from './measure';

/** Bounds of a lesson's file, which may be a stranger's. */
export const MAX_LESSON_CHARS = 40_000;
export const MAX_LESSON_STEPS = 20;

/** What may be wrong with a lesson's file. */
export type LessonProblemCode =
  | YamlProblemCode
  | 'tooLong'
  | 'noHead'
  | 'noSteps'
  | 'noYaml'
  | 'markdown'
  | 'beforeSteps'
  | 'unknownBlock'
  | 'figure'
  | 'twoYaml'
  | 'unknownMeasure'
  | 'oneQuestionKind'
  | 'whichRun'
  | 'noRun'
  | 'twoRuns'
  | 'roomOfRun'
  | 'noClients'
  | 'noPaths'
  | 'noLane'
  | 'noClient'
  | 'noOption'
  | 'backwards'
  | 'beyondRun'
  | 'run'
  | 'settings'
  | 'otherSteps'
  | 'otherOptions';

export const LESSON_ROOMS = ['compare', 'server'] as const;
export type LessonRoom = (typeof LESSON_ROOMS)[number];

/** The drawn pictures that may stand for a lesson on the path. */
export const LESSON_PICTURES = [
  'buffer',
  'stream',
  'memory',
  'reserve',
  'chunks',
  'backpressure',
  'http',
  'pictures',
  'seats',
] as const;
export type LessonPicture = (typeof LESSON_PICTURES)[number];

const name = read('name', (text) => (isName(text) ? text : null));
const measure = read('measure', parseMeasure);
const condition = read('condition', parseCondition);
const measures = z.array(measure, { error: 'measures' }).max(6, { error: 'measures' });
const conditions = z.array(condition, { error: 'conditions' }).max(12, { error: 'conditions' });

const whole = (min: number, max: number) =>
  z.int({ error: 'whole' }).min(min, { error: 'whole' }).max(max, { error: 'whole' });

/** A few names, each with what stands behind it. */
const named = <T>(value: z.ZodType<T>, most: number, expected: string) =>
  z
    .record(z.string(), value, { error: expected })
    .refine((map) => Object.keys(map).every(isName), { error: expected })
    .refine((map) => Object.keys(map).length >= 1 && Object.keys(map).length <= most, {
      error: expected,
    });

const { media, methods, link, seed } = scenarioFileSchema.shape;

/** What a run of the Compare room delivers; the keys are those of a scenario. */
const deliveryKeys = { media, methods, settings: settingsFileSchema.optional(), link, seed };
export const deliverySchema = z.strictObject(deliveryKeys, { error: 'map' });

export const SERVER_MODELS = ['debug', 'sync', 'threads', 'async'] as const;
export const READER_KINDS = ['normal', 'viewer', 'slow', 'stalled'] as const;

const path = z
  .string({ error: 'path' })
  .regex(/^\/(?:buffer|stream|table|feed)(?:\?[A-Za-z0-9=&.,_/-]{0,200})?$/, { error: 'path' });

export const clientSchema = z.strictObject(
  {
    path: path.meta({ description: 'What it asks for, such as /stream?chunk=1024' }),
    reads: oneOf('reads', READER_KINDS).default('normal'),
    at: time.default(0).meta({ description: 'When it comes' }),
    leaves: time.optional().meta({ description: 'When it goes, where it goes by itself' }),
  },
  { error: 'client' },
);

const gathered = size.refine(
  (bytes) => bytes >= GATHER_BYTES.min && bytes <= GATHER_BYTES.max && Number.isInteger(bytes),
  { error: 'gather' },
);
const watched = time.refine((ms) => ms >= WATCHDOG_MS.min && ms <= WATCHDOG_MS.max, {
  error: 'watchdog',
});

/** What a run of the Server room is: a server, and who asks it for what. */
const serverKeys = {
  model: oneOf('model', SERVER_MODELS).optional(),
  seats: whole(1, 64).optional(),
  watchdog: watched
    .optional()
    .meta({ description: 'An answer of sync that takes longer is killed' }),
  box: z
    .strictObject(
      {
        gather: gathered
          .optional()
          .meta({ description: 'So much is gathered before it is passed on' }),
        gzip: yes.optional(),
        header: yes.optional().meta({ description: 'The header that asks it not to is honoured' }),
      },
      { error: 'box' },
    )
    .optional(),
  clients: named(clientSchema, 8, 'clients').optional(),
  until: time.optional().meta({ description: 'The run ends then at the latest' }),
};
export const serverRunSchema = z.strictObject(serverKeys, { error: 'map' });

/** A run of a step: its name, and what it changes of what the head says. */
export const runSchema = z.strictObject(
  {
    name,
    title: line.optional().meta({ description: 'Its words where a step has several' }),
    ...deliveryKeys,
    server: serverRunSchema.optional(),
    claims: conditions.optional().meta({ description: 'What the log of this run says' }),
  },
  { error: 'run' },
);

const numberSchema = z.strictObject(
  { measure, max: read('amount', (text) => (/^[\d.]+ ?(s|MB|kB)?$/.test(text) ? text : null)) },
  { error: 'number' },
);

export const drawSchema = z.strictObject(
  {
    run: name.optional(),
    lane: oneOf('lane', LANES),
    from: time,
    to: time,
    top: size.default(20e6).meta({ description: 'Top of the axis' }),
  },
  { error: 'draw' },
);

export const questionSchema = z
  .strictObject(
    {
      ask: line,
      choose: named(line, 6, 'options').optional(),
      number: numberSchema.optional(),
      draw: drawSchema.optional(),
      check: named(condition, 6, 'checks')
        .optional()
        .meta({ description: 'Of each option, what the log says when it is so' }),
    },
    { error: 'question' },
  )
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    const kinds = [value.choose, value.number, value.draw].filter((kind) => kind !== undefined);
    if (kinds.length === 1) return;
    const problem = {
      code: 'custom',
      message: 'oneQuestionKind',
      params: { problem: true },
    } as const;
    issues.push({ ...problem, input: value });
  });

const questions = named(questionSchema, 3, 'questions');

/** What a learner may change in a step that is tried. */
export const TRY_CONTROLS = [
  'prefetch',
  'chunk',
  'streaming-ahead',
  'link',
  'cut',
  'model',
  'seats',
  'box',
  'path',
] as const;

const beside = measures.optional().meta({ description: 'Figures of the log shown here' });

/** The kinds of steps and their keys. */
export const STEP_SCHEMAS = {
  hook: z.strictObject({ step: z.literal('hook'), run: runSchema }),
  read: z.strictObject({ step: z.literal('read') }),
  predict: z.strictObject({ step: z.literal('predict'), questions }),
  run: z.strictObject({
    step: z.literal('run'),
    runs: z.array(runSchema, { error: 'runs' }).min(1, { error: 'runs' }).max(4, { error: 'runs' }),
    beside,
  }),
  see: z.strictObject({ step: z.literal('see'), questions, beside }),
  why: z.strictObject({ step: z.literal('why'), ask: line, beside }),
  try: z.strictObject({
    step: z.literal('try'),
    run: runSchema,
    controls: z
      .array(oneOf('control', TRY_CONTROLS), { error: 'controls' })
      .min(1, { error: 'controls' })
      .max(4, { error: 'controls' }),
    paths: z
      .array(path, { error: 'paths' })
      .min(2, { error: 'paths' })
      .max(6, { error: 'paths' })
      .optional()
      .meta({ description: 'What its first client may ask for, where path is a control' }),
    goal: conditions.min(1, { error: 'conditions' }),
    beside,
  }),
  end: z.strictObject({ step: z.literal('end'), beside }),
} as const;

export type StepKind = keyof typeof STEP_SCHEMAS;
export const STEP_KINDS = Object.keys(STEP_SCHEMAS) as readonly StepKind[];

export const stepSchema = z.discriminatedUnion(
  'step',
  [
    STEP_SCHEMAS.hook,
    STEP_SCHEMAS.read,
    STEP_SCHEMAS.predict,
    STEP_SCHEMAS.run,
    STEP_SCHEMAS.see,
    STEP_SCHEMAS.why,
    STEP_SCHEMAS.try,
    STEP_SCHEMAS.end,
  ],
  { error: 'stepKind' },
);
export type LessonFileStep = z.infer<typeof stepSchema>;
export type RunPart = z.infer<typeof runSchema>;
export type Question = z.infer<typeof questionSchema>;
export type ServerRunPart = z.infer<typeof serverRunSchema>;

/** The head of a lesson's file. */
export const lessonHeadSchema = z.strictObject(
  {
    title: line,
    question: line.meta({ description: 'What it is about, under its title on the path' }),
    minutes: whole(1, 60),
    language: line.optional().meta({ description: 'BCP 47 tag of its words; en when left out' }),
    room: oneOf('room', LESSON_ROOMS).default('compare'),
    picture: oneOf('picture', LESSON_PICTURES).optional(),
    scenario: deliverySchema.optional().meta({ description: 'What its runs deliver' }),
    server: serverRunSchema.optional().meta({ description: 'What its runs ask the server' }),
    words: z
      .record(line, line, { error: 'words' })
      .refine((map) => Object.keys(map).length <= 6, { error: 'words' })
      .optional()
      .meta({ description: 'Terms, each with what it means' }),
  },
  { error: 'map' },
);
export type LessonHead = z.infer<typeof lessonHeadSchema>;
