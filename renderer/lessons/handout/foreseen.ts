import { measuresOf, ranOf, runsOf } from '../../../model/lesson/figures';
import type { LessonRecord, Ran } from '../../../model/lesson/record';
import type { Lesson, LessonRun } from '../../../model/lesson/types';
import { createLink } from '../../../model/link/link';
import { simulate } from '../../../model/run/simulate';
import { loadLink } from '../../link/load-link';
import { runBeside } from '../state/server-runner';

/** Samples of a foreseen run lie so far apart, ms. */
const SAMPLE_MS = 100;
/** The outages of a run that ends by itself are looked for until here, ms. */
const LONGEST_MS = 600_000;

interface Making {
  stop: AbortSignal;
  /** Hears which of the runs over HTTP is being made, from 1. */
  making: (at: { run: number; of: number }) => void;
}

/**
 * A record in which every run has been run; throws what `stop` was aborted with. Of those that the teacher has not run the model foresees the lanes, and
 * `foreseen` says that there is one; what a lesson runs over HTTP no model foresees, so it is run here and now.
 */
export async function withForeseen(
  lesson: Lesson,
  record: LessonRecord,
  { stop, making }: Making,
): Promise<{ record: LessonRecord; foreseen: boolean }> {
  const missing = runsOf(lesson).filter(({ name }) => !Object.hasOwn(record.ran, name));
  // A run of which no figure is asked or shown, as a hook's, says nothing on paper.
  const spokenOf = new Set(measuresOf(lesson).map(({ run }) => run));
  const [lanes, servers] = [
    missing.filter(({ server }) => server === null),
    missing.filter(({ server, name }) => server !== null && spokenOf.has(name)),
  ];
  const ran: Record<string, Ran> = { ...record.ran };
  for (const run of lanes) {
    stop.throwIfAborted();
    ran[run.name] = await foreseenRun(lesson, run);
  }
  for (const [i, run] of servers.entries()) {
    stop.throwIfAborted();
    making({ run: i + 1, of: servers.length });
    const clients = await runBeside(run, stop);
    ran[run.name] = ranOf(lesson, run.name, { lanes: [], outages: [], clients }, Date.now());
  }
  return { record: { ...record, ran }, foreseen: lanes.length > 0 };
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
