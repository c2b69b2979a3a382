import type { RequestAnswer } from '../../electron/ipc/contract';
import { formatLinkSpec } from '../../model/link/spec/spec';
import { loggedCurve, loggedMedia } from '../../model/run/logged-plan';
import type { Mark } from '../../model/run/marks';
import { lanePrediction } from '../../model/run/prediction';
import type { RunPlan } from '../../model/run/run-plan';
import type { DownTime, LaneLog, RunLog } from '../../model/run/schema';
import type { Recording } from '../camera/recording/recording';

/** What a run's log is put together from. */
export interface RunLogParts {
  app: RequestAnswer<'app:info'>;
  plan: RunPlan;
  /** SHA-256 of the delivered file, hex; null unless verified. */
  fileSha256: string | null;
  outages: DownTime[];
  /** How far the run has come, ms. */
  nowMs: number;
  /** It has come to its end. */
  ended: boolean;
  marks: readonly Mark[];
  lanes: LaneLog[];
  /** Of a camera: what has been recorded. */
  recorded: Pick<Recording, 'bytes' | 'seconds'> | null;
}

/** The whole log of a run as `model/run/schema` describes it. */
export function runLog(parts: RunLogParts): RunLog {
  const { app, plan, fileSha256, outages, nowMs, lanes, recorded } = parts;
  const { media, settings } = plan;
  const { seed } = plan.link;
  const cuts = outages.filter(({ byHand }) => byHand);
  const run = { settings, media, link: plan.link.spec, seed, cuts, nowMs };
  return {
    schema: 'bufferscope.run/2',
    app: {
      version: app.version,
      electron: app.electron,
      chrome: app.chrome,
      node: app.node,
      platform: app.platform,
    },
    lengthMs: nowMs,
    ended: parts.ended,
    settings,
    media: loggedMedia(media, fileSha256, recorded),
    link: {
      spec: formatLinkSpec(plan.link.spec),
      seed,
      outages,
      latencyMs: plan.link.spec.latencyMs,
      curve: loggedCurve(plan.link.spec, nowMs),
    },
    marks: [...parts.marks],
    // What a reader reports comes a moment after what the window saw itself.
    lanes: lanes.map((lane) => ({
      ...lane,
      events: lane.events.toSorted((a, b) => a.tMs - b.tMs),
      ...lanePrediction(run, lane),
    })),
  };
}
