import { z } from 'zod';
import { STAGE_STATIONS } from '../../model/run/marks';
import { MAX_STEPS } from '../../model/scenario/schema';
import { bytesOf, countSchema } from './bounds';

const nothing = z.undefined();
const line = z.string().max(4000);
const ms = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** What the keys of the stage and of its notes do; a clicker sends some of them. */
export const PRESENTER_COMMANDS = [
  'next',
  'previous',
  'run',
  'restart',
  'hold',
  'blank',
  'cut',
  'restore',
  'latch',
  'back',
  'on',
  'highlight-0',
  'highlight-1',
  'highlight-2',
  'highlight-3',
  'highlight-4',
  'highlight-5',
  'highlight-6',
  'theme',
  'swap',
  'notes',
  'end',
] as const;
export type PresenterCommand = (typeof PRESENTER_COMMANDS)[number];

/** What the notes show: all of it comes from the window of the stage. */
export const notesStateSchema = z.strictObject({
  title: line,
  /** BCP 47 tag of the window's language. */
  language: z.string().max(100),
  theme: z.enum(['light', 'dark']),
  phase: z.enum(['none', 'preparing', 'ready', 'running', 'paused', 'ended']),
  /** A recorded moment stands in the place of the newest. */
  held: z.boolean(),
  blank: z.boolean(),
  highlight: z.enum(STAGE_STATIONS).nullable(),
  /** When presenting began, ms since 1970. */
  sinceMs: ms,
  /** The moment of the run that is shown, ms. */
  shownMs: ms,
  /** How long the model says that the scenario's run lasts, ms; null where there is none, or nothing is foreseen. */
  plannedMs: ms.nullable(),
  steps: z
    .array(z.strictObject({ time: line, head: line, is: z.enum(['done', 'here', 'ahead']) }))
    .max(MAX_STEPS),
  /** For whoever speaks, a paragraph each. */
  notes: z.array(line).max(100),
  /** What is said next, and with what it comes; null when nothing more is known to come. */
  next: z
    .strictObject({
      caption: line,
      /** The event that it waits for; null where it comes at a time. */
      event: line.nullable(),
      /** When it comes, or is foreseen to come, ms of the run's clock; null where that is not known. */
      atMs: ms.nullable(),
    })
    .nullable(),
  /** Steps come by PageDown, too. */
  byHand: z.boolean(),
  /** What the stage's window has to say and does not show; null for nothing. */
  said: line.nullable(),
  screens: countSchema,
});
export type NotesState = z.infer<typeof notesStateSchema>;

/** The screens as the stage's window needs them. */
const screensSchema = z.strictObject({
  count: countSchema,
  /** The notes have a window of their own now. */
  notes: z.boolean(),
});
export type PresenterScreens = z.infer<typeof screensSchema>;

/** Requests of the window of the stage. */
export const PRESENTER_REQUESTS = {
  /** The stage is shown from now on: with a second screen it goes there, and the notes stay here. */
  'presenter:begin': { payload: nothing, answer: screensSchema },
  /** It is shown no more: the window is where it was, and its notes are gone. */
  'presenter:end': { payload: nothing, answer: nothing },
  /** Opens the notes, or closes them. */
  'presenter:notes': { payload: nothing, answer: nothing },
  /** Stage and notes change their screens. */
  'presenter:swap': { payload: nothing, answer: nothing },
  /** What the notes show from now on. */
  'presenter:told': { payload: notesStateSchema, answer: nothing },
} as const;

/** Requests of the window of the notes; no other window may make them, and it makes no others. */
export const NOTES_REQUESTS = {
  /** What the notes show now; null before they have been told. */
  'notes:state': { payload: nothing, answer: notesStateSchema.nullable() },
  'notes:command': { payload: z.enum(PRESENTER_COMMANDS), answer: nothing },
} as const;

/** A picture of the stage's window, at most, bytes of JPEG. */
const MAX_PICTURE_BYTES = 4_000_000;

export const PRESENTER_NOTICES = {
  /** To the stage: a key of the notes' window. */
  'presenter:command': z.enum(PRESENTER_COMMANDS),
  /** To the stage: a screen came or went, or the notes did. */
  'presenter:screens': screensSchema,
  /** To the notes. */
  'notes:told': notesStateSchema,
  /** To the notes: the stage as it looks now, a JPEG. */
  'notes:picture': bytesOf(MAX_PICTURE_BYTES),
} as const;
