import { z } from 'zod';
import type { Scenario } from '../../model/scenario/types';

const nothing = z.undefined();
const pathSchema = z.string().min(1).max(10_000);

/** One mistake of a scenario file: where, from 1, and the sentence. */
export interface FileProblem {
  line: number;
  column: number;
  sentence: string;
}

/** A scenario that was opened, or why its file is none: its mistakes, or one sentence of a file that cannot be read. */
export type OpenedScenario = { name: string } & (
  { ok: true; scenario: Scenario } | { ok: false; problems: FileProblem[]; lines: string[] }
);

/** Requests about scenarios. */
export const SCENARIO_REQUESTS = {
  /** Those that come with the app, and the files opened last, the newest first. */
  'scenarios:list': {
    payload: nothing,
    answer: z.object({
      /** Titles in every language that they are there in. */
      bundled: z.array(z.object({ id: z.string(), title: z.record(z.string(), z.string()) })),
      recent: z.array(z.string()),
    }),
  },
  /** Shows the open dialog; null when dismissed. */
  'scenarios:choose': { payload: nothing, answer: z.string().nullable() },
  /** Reads a scenario, and follows the file of a person's own until another is opened. */
  'scenarios:open': {
    payload: z.union([
      z.strictObject({ path: pathSchema }),
      z.strictObject({ bundled: z.string().regex(/^[a-z0-9-]{1,100}$/) }),
    ]),
    answer: z.custom<OpenedScenario>(),
  },
  /** No file is followed any more. */
  'scenarios:close': { payload: nothing, answer: nothing },
} as const;

/** What main tells the window of scenarios. */
export const SCENARIO_NOTICES = {
  /** The file of the opened scenario is another. */
  'scenarios:changed': z.custom<OpenedScenario>(),
} as const;
