import { runsOf } from '../../../model/lesson/figures';
import type { Lesson, LessonRun } from '../../../model/lesson/types';
import { createLink } from '../../../model/link/link';
import type { Outage } from '../../../model/link/types';
import { namedIn } from '../../../model/link/spec/spec-options';
import { parseLinkSpec } from '../../../model/link/spec/spec';

/** A run of a lesson by its name; null when there is none. */
export const runNamed = (lesson: Lesson, name: string): LessonRun | null =>
  runsOf(lesson).find((run) => run.name === name) ?? null;

/** When the link of a run will be down, as far as its SPEC says it by itself; of a trace nothing is foretold. */
export function plannedOutages({ scenario }: LessonRun, untilMs: number): Outage[] {
  if (!scenario || namedIn(scenario.link)) return [];
  return createLink(parseLinkSpec(scenario.link), scenario.seed).outagesUntil(untilMs);
}
