import type { MeasuredRun } from '../../../model/lesson/run-measures';
import type { LessonRun } from '../../../model/lesson/types';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { SourceShape } from '../../../model/media/types';
import { simulate } from '../../../model/run/simulate';
import { SAMPLE } from '../scenario/bundled';

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
  const link = parseLinkSpec(scenario.link);
  const run = { settings, link, media, seed, sampleEveryMs: 100, chunkTimes: true };
  const outages = createLink(link, seed).outagesUntil(settings.untilMs ?? 200_000);
  return {
    lanes: simulate(run),
    outages: outages.map((outage) => ({ ...outage, byHand: false })),
  };
}
