import type { BaseMethod } from '../delivery/types';
import type { StageChange } from '../run/marks';
import type { RunSettings } from '../run/schema';
import type { FileProblem } from '../yaml-file/problem';
import type { StepEvent } from './events';
import type { ScenarioMedia, ScenarioProblemCode, ScenarioRoom } from './schema';

/** One text a language, by its BCP 47 tag; the scenario's first language is always among them. */
export type Texts = Record<string, string>;

/** A step of a scenario, with the line of its file where it begins. */
export interface ScenarioStep {
  line: number;
  /** When it begins: at a moment, ms of the run's clock, or so long after an event. */
  begins: { atMs: number } | { when: StepEvent; afterMs: number };
  /** Said from here on; null gives the line back to the run's own captions, undefined leaves it. */
  caption?: Texts | null;
  note?: Texts;
  chapter?: Texts;
  /** The link goes down, for so long (ms), or until a step or a hand restores it (Infinity). */
  cutMs?: number;
  restore?: true;
  /** The link carries so many bytes a second from here on. */
  rate?: number;
  /** The window shows this room. */
  room?: ScenarioRoom;
  /** Waits for a key. */
  pause?: true;
  stage?: StageChange;
  end?: true;
  /** Clients of the Server room come, or all leave. */
  clients?: { add: number; kind: ScenarioClientKind; ask: string } | { remove: 'all' };
}

/** How the Server room is set before the first step. */
export interface ScenarioServer {
  model: 'debug' | 'sync' | 'threads' | 'async';
  seats: number;
  /** What /feed shows; null for what suits the open source. */
  feed: 'media' | 'test' | null;
  /** The scenario names a source, which is opened first. */
  opens: boolean;
}

export type ScenarioClientKind = 'normal' | 'viewer' | 'slow' | 'stalled';

/** A scenario that can be run, with everything that its file leaves out. */
export interface Scenario {
  title: Texts;
  /** The first is the one in which texts without a language are. */
  languages: readonly string[];
  media: ScenarioMedia;
  settings: RunSettings & { methods: BaseMethod[] };
  /** Sizes and link are fitted to the file, except for what is named here; null leaves them as they are. */
  fit: readonly string[] | null;
  /** The SPEC of the link, steps of its rate included. */
  link: string;
  seed: number;
  stage: 'presenter' | 'room';
  /** The Server room, of which the steps are then; null for a run in Compare. */
  server: ScenarioServer | null;
  steps: readonly ScenarioStep[];
}

/** What is wrong with a scenario file, and where; its sentence is `scenario.problems.<code>` of the words. */
export type ScenarioProblem = FileProblem<ScenarioProblemCode>;

/** What comes of a scenario file: a scenario, or why it is none, at least one reason. */
export type ScenarioResult =
  { ok: true; scenario: Scenario } | { ok: false; problems: ScenarioProblem[] };
