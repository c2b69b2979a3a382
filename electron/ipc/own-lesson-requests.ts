import { z } from 'zod';
import type { ResultProblem } from '../../model/lesson/result/read';
import type { Texts } from '../../model/scenario/types';
import type { ListedLesson } from './lesson-requests';
import type { FileProblem } from './scenario-requests';

const nothing = z.undefined();
const languageSchema = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
const pathSchema = z.string().min(1).max(10_000);
const ownIdSchema = z.string().min(1).max(250);

/** A lesson of the teacher's folder, or one that was opened with its media. */
export type OwnLesson = ListedLesson & { file: string; from: 'folder' | 'packed' };

/** A scenario of the teacher's folder, or why its file is none: its mistakes, or one sentence. */
export type OwnScenario = { file: string; path: string } & (
  | { ok: true; title: Texts; steps: number }
  | { ok: false; problems: FileProblem[]; lines: string[] }
);

/** What there is of a person's own. */
export interface OwnLessonList {
  /** Null while none has been chosen. */
  folder: string | null;
  /** Why the folder cannot be read, one sentence; null when it can. */
  problem: string | null;
  lessons: OwnLesson[];
  scenarios: OwnScenario[];
}

/** A file that a teacher handed over: its text, or why there is none. */
export type HandedIn = { file: string } & ({ text: string } | { problem: ResultProblem });

/** A class view reads no more files at once than this. */
export const MAX_RESULTS = 500;

/** Requests about a person's own lessons and scenarios, and about what learners hand in. */
export const OWN_LESSON_REQUESTS = {
  'lessons:own': {
    payload: z.object({ language: languageSchema }),
    answer: z.custom<OwnLessonList>(),
  },
  /** Asks for the folder, which is a preference; false when dismissed. */
  'lessons:choose-folder': { payload: nothing, answer: z.boolean() },
  /** The folder is nobody's choice any more; nothing in it is touched. */
  'lessons:leave-folder': { payload: nothing, answer: nothing },
  /** Writes a template that says what a file may hold, under a name that is free; answers with its name. */
  'lessons:new': {
    payload: z.object({ kind: z.enum(['lesson', 'scenario']), language: languageSchema }),
    answer: z.string(),
  },
  /** Shows a file of the folder where the system shows files. */
  'lessons:show-file': { payload: z.object({ file: z.string().min(1).max(500) }), answer: nothing },
  /** Asks where to, then writes a lesson with its media; null when dismissed or stopped. */
  'lessons:pack': { payload: z.object({ id: ownIdSchema }), answer: z.string().nullable() },
  /** Asks for a lesson with its media; null when dismissed. */
  'lessons:choose-packed': { payload: nothing, answer: z.string().nullable() },
  /** Unpacks a lesson with its media; answers with its id, null when it was stopped. */
  'lessons:open-packed': { payload: z.object({ path: pathSchema }), answer: z.string().nullable() },
  /** Removes what was unpacked of a lesson; the file that it came from stays. */
  'lessons:remove-packed': { payload: z.object({ id: ownIdSchema }), answer: nothing },
  /** Stops what is being packed or unpacked. */
  'lessons:stop-packing': { payload: nothing, answer: nothing },
  /** Asks for results; none when dismissed. */
  'lessons:choose-results': { payload: nothing, answer: z.array(z.string()) },
  /** Reads files that learners have handed in; of a folder, those in it that are named as results are. */
  'lessons:read-results': {
    payload: z.object({ paths: z.array(pathSchema).max(MAX_RESULTS) }),
    answer: z.custom<HandedIn[]>(),
  },
} as const;

/** What main tells the window of a person's own lessons. */
export const OWN_LESSON_NOTICES = {
  /** A file of the folder is another, or the folder is. */
  'lessons:own-changed': nothing,
  /** How far packing or unpacking is, 0 to 1. */
  'lessons:packed': z.object({ share: z.number().min(0).max(1) }),
} as const;
