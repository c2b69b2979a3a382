import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { readLesson } from '../../../model/lesson/read';
import type { MeasuredRun } from '../../../model/lesson/run-measures';
import type { Lesson, LessonRun } from '../../../model/lesson/types';
import type { SourceShape } from '../../../model/media/types';
import { createLink } from '../../../model/link/link';
import { simulate } from '../../../model/run/simulate';
import { curveOf, SAMPLE } from '../scenario/bundled';

export const LESSONS = resolve(import.meta.dirname, '../../../assets/lessons');

/** Names of the lessons that come with the app, in order. */
export const LESSON_NAMES = readdirSync(LESSONS)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace('.md', ''))
  .sort();

export const lessonText = (name: string): string =>
  readFileSync(resolve(LESSONS, `${name}.md`), 'utf8');

/** A lesson from its text, which has to be one. */
export function lessonOf(text: string): Lesson {
  const result = readLesson(text, curveOf);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.lesson;
}

/** The example text, 100 kB, taken at a rate, bytes per second. */
const text = (consumeRate: number): SourceShape => ({
  kind: 'text',
  deliveredBytes: 100_000,
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: 100_000, seconds: 100_000 / consumeRate },
  ],
});

/** A run of a lesson on the virtual clock. */
export function simulatedRun({ name, scenario }: LessonRun): MeasuredRun {
  if (!scenario) throw new Error(`${name} is no run of Compare`);
  const { settings, seed } = scenario;
  const media = scenario.media.kind === 'sample' ? SAMPLE : text(settings.consumeRate);
  const link = parseLinkSpec(scenario.link, curveOf);
  const run = { settings, link, media, seed, sampleEveryMs: 100, chunkTimes: true };
  const outages = createLink(link, seed).outagesUntil(settings.untilMs ?? 200_000);
  return {
    lanes: simulate(run),
    outages: outages.map((outage) => ({ ...outage, byHand: false })),
  };
}
