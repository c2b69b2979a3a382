import type { BoxWay } from '../box/gather';
import type { Scenario } from '../scenario/types';
import type { FileProblem } from '../yaml-file/problem';
import type { Block } from './markdown';
import type { Condition, Measure } from './measure';
import type {
  clientSchema,
  drawSchema,
  LessonPicture,
  LessonProblemCode,
  LessonRoom,
  SERVER_MODELS,
  TRY_CONTROLS,
} from './schema';
import type { z } from 'zod';

/** A server and who asks it for what, with everything that the file leaves out. */
export interface ServerRun {
  model: (typeof SERVER_MODELS)[number];
  seats: number;
  /** Length of the longest answer that sync gives, ms; null where nothing is killed. */
  watchdogMs: number | null;
  /** What stands between its clients and it; null for nothing. */
  box: { way: BoxWay; gatherBytes: number; honours: boolean } | null;
  clients: ({ name: string } & z.infer<typeof clientSchema>)[];
  /** The run ends then at the latest, ms after its first client came. */
  untilMs: number;
}

/** A run that a lesson does, resolved. */
export interface LessonRun {
  name: string;
  title: string;
  /** One of the two. */
  scenario: Pick<Scenario, 'media' | 'settings' | 'link' | 'seed'> | null;
  server: ServerRun | null;
  /** What its log says, whenever it is run. */
  claims: Condition[];
}

/** A measure whose run is known. */
export type KnownMeasure = Measure & { run: string };

/** What is asked of the learner. */
export type LessonQuestion = { id: string; ask: string } & (
  | {
      kind: 'choose';
      options: { id: string; words: string; check: Condition | null }[];
    }
  | { kind: 'number'; measure: KnownMeasure; max: number }
  | ({ kind: 'draw'; run: string } & Omit<z.infer<typeof drawSchema>, 'run'>)
);

/** A step of a lesson; `line` is that of its heading. */
export type LessonStep = { title: string; line: number; text: Block[] } & (
  | { kind: 'hook'; run: LessonRun }
  | { kind: 'read' }
  | { kind: 'predict'; questions: LessonQuestion[] }
  | { kind: 'run'; runs: LessonRun[]; beside: KnownMeasure[] }
  | { kind: 'see'; questions: LessonQuestion[]; beside: KnownMeasure[] }
  | { kind: 'why'; ask: string; beside: KnownMeasure[] }
  | {
      kind: 'try';
      run: LessonRun;
      controls: (typeof TRY_CONTROLS)[number][];
      /** What its first client may ask for; empty where that is not tried. */
      paths: string[];
      goal: Condition[];
      beside: KnownMeasure[];
    }
  | { kind: 'end'; beside: KnownMeasure[] }
);

/** A lesson that can be gone through. */
export interface Lesson {
  title: string;
  question: string;
  minutes: number;
  /** BCP 47 tag of its words. */
  language: string;
  room: LessonRoom;
  picture: LessonPicture | null;
  words: { term: string; means: string }[];
  steps: LessonStep[];
}

/** What is wrong with a lesson's file; its sentence is `lessons.problems.<code>`, else `scenario.problems.<code>`. */
export type LessonProblem = FileProblem<LessonProblemCode>;

export type LessonResult = { ok: true; lesson: Lesson } | { ok: false; problems: LessonProblem[] };
