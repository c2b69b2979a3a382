import { ranOf, runsOf } from '../../../model/lesson/figures';
import type { LessonRecord, Ran } from '../../../model/lesson/record';
import type { Lesson, LessonRun } from '../../../model/lesson/types';
import { createLink } from '../../../model/link/link';
import { simulate } from '../../../model/run/simulate';
import { loadLink } from '../../link/load-link';

/** Samples of a foreseen run lie so far apart, ms. */
const SAMPLE_MS = 100;
/** The outages of a run that ends by itself are looked for until here, ms. */
const LONGEST_MS = 600_000;

/**
 * A record in which every run of the Compare room has been run: those that the teacher has not run, by the model.
 * `foreseen` says that there is one of them. What a lesson runs over HTTP the model does not foresee.
 */
export async function withForeseen(
  lesson: Lesson,
  record: LessonRecord,
): Promise<{ record: LessonRecord; foreseen: boolean }> {
  const missing = runsOf(lesson).filter(
    ({ name, scenario }) => scenario !== null && !Object.hasOwn(record.ran, name),
  );
  const ran: Record<string, Ran> = { ...record.ran };
  for (const run of missing) ran[run.name] = await foreseenRun(lesson, run);
  return { record: { ...record, ran }, foreseen: missing.length > 0 };
}

async function foreseenRun(lesson: Lesson, { name, scenario }: LessonRun): Promise<Ran> {
  if (!scenario || scenario.media.kind === 'camera') {
    return { atMs: 0, figures: {}, curves: {}, outages: [] };
  }
  const { settings, seed } = scenario;
  const [opened, { link }] = await Promise.all([
    window.bufferscope.request('lessons:media', scenario.media),
    loadLink(scenario.link),
  ]);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { media } = opened;
  const lanes = simulate({
    ...{ settings, link, media, seed, sampleEveryMs: SAMPLE_MS, chunkTimes: true },
  });
  const outages = createLink(link, seed)
    .outagesUntil(settings.untilMs ?? LONGEST_MS)
    .map((outage) => ({ ...outage, byHand: false }));
  return ranOf(lesson, name, { lanes, outages }, 0);
}
