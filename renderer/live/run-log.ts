import type { RequestAnswer } from '../../electron/ipc/contract';
import { formatLinkSpec } from '../../model/link/spec/spec';
import { loggedCurve, loggedMedia } from '../../model/run/logged-plan';
import type { Mark } from '../../model/run/marks';
import type { BegunRun } from '../../model/runs/run-lines';
import { lanePrediction } from '../../model/run/prediction';
import type { RunPlan } from '../../model/run/run-plan';
import type { DownTime, LaneLog, RunLog } from '../../model/run/schema';
import type { CameraFeed } from './camera-feed';

/** What is known of a run before it starts. */
export interface BegunParts {
  app: RequestAnswer<'app:info'>;
  plan: RunPlan;
  /** SHA-256 of the delivered file, hex; null unless verified. */
  fileSha256: string | null;
  /** Of a camera: what has been recorded. */
  recorded: Pick<CameraFeed, 'bytes' | 'seconds'> | null;
  /** By which its kept pictures are known; null where none are kept. */
  pictures: string | null;
  lanes: LaneLog[];
}

/** What a run's log is put together from. */
export interface RunLogParts extends BegunParts {
  outages: DownTime[];
  /** How far the run has come, ms. */
  nowMs: number;
  /** It has come to its end. */
  ended: boolean;
  marks: readonly Mark[];
}

/** What a log holds of a run before anything moves; of a link's curve as much as `untilMs` uses. */
export function begunRun(parts: BegunParts, untilMs = Infinity): BegunRun {
  const { app, plan, fileSha256, lanes, recorded, pictures } = parts;
  const { spec, seed } = plan.link;
  return {
    schema: 'bufferscope.run/2',
    app: {
      version: app.version,
      electron: app.electron,
      chrome: app.chrome,
      node: app.node,
      platform: app.platform,
    },
    settings: plan.settings,
    media: {
      ...loggedMedia(plan.media, fileSha256, recorded),
      ...(pictures !== null && { pictures }),
    },
    link: {
      spec: formatLinkSpec(spec),
      seed,
      latencyMs: spec.latencyMs,
      curve: loggedCurve(spec, untilMs),
    },
    lanes,
  };
}

/** The whole log of a run as `model/run/schema` describes it. */
export function runLog(parts: RunLogParts): RunLog {
  const { plan, outages, nowMs, lanes } = parts;
  const begun = begunRun(parts, nowMs);
  const cuts = outages.filter(({ byHand }) => byHand);
  const { settings, media, link } = plan;
  const run = { settings, media, link: link.spec, seed: link.seed, cuts, nowMs };
  return {
    ...begun,
    lengthMs: nowMs,
    ended: parts.ended,
    link: { ...begun.link, outages },
    marks: [...parts.marks],
    // What a reader reports comes a moment after what the window saw itself.
    lanes: lanes.map((lane) => ({
      ...lane,
      events: lane.events.toSorted((a, b) => a.tMs - b.tMs),
      ...lanePrediction(run, lane),
    })),
  };
}
