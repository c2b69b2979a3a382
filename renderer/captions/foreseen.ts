import type { Outage } from '../../model/link/types';
import { frameAt } from '../../model/run/frame';
import type { Mark } from '../../model/run/marks';
import type { RunPlan } from '../../model/run/run-plan';
import { simulate } from '../../model/run/simulate';
import type { DownTime } from '../../model/run/schema';
import { kindOf } from '../../model/source/kinds';
import { CaptionMarks } from './caption-at';

/** As far apart as a live lane's, ms of the run's clock. */
const SAMPLE_EVERY_MS = 100;

/** No further ahead than this is anything foreseen, ms. */
const MAX_MS = 600_000;

/**
 * What will be said of a run, and when, as the model has it: the rules of captions over simulated lanes, with these cuts
 * by hand. Nothing where the model does not apply.
 */
export function foreseenCaptions(plan: RunPlan, cuts: readonly Outage[]): readonly Mark[] {
  const { settings, link, media } = plan;
  if (!kindOf(media).predicted) return [];
  const untilMs = Math.min(settings.untilMs ?? Infinity, MAX_MS);
  const logs = simulate({
    settings: { ...settings, untilMs },
    ...{ link: link.spec, seed: link.seed, media, cuts, sampleEveryMs: SAMPLE_EVERY_MS },
  });
  const endMs = Math.max(...logs.map(({ events }) => events.at(-1)?.tMs ?? 0));
  const outages: DownTime[] = [
    ...link.outagesUntil(endMs).map((outage) => ({ ...outage, byHand: false })),
    ...cuts.map((cut) => ({ ...cut, byHand: true })),
  ].sort((a, b) => a.fromMs - b.fromMs);
  const lanes = logs.map((log) => ({
    method: log.method,
    log,
    frameAt: (tMs: number) => frameAt({ log, outages }, tMs),
  }));
  const captions = new CaptionMarks();
  captions.end({ plan, lanes, outages: () => outages }, endMs);
  return captions.marks;
}
