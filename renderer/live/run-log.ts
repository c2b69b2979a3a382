import type { RequestAnswer } from '../../electron/ipc/contract';
import { lanePrediction } from '../../model/run/prediction';
import type { RunPlan } from '../../model/run/run-plan';
import type { DownTime, LaneLog, RunLog } from '../../model/run/schema';
import type { Recording } from '../camera/recording/recording';

/** What a run's log is put together from. */
export interface RunLogParts {
  app: RequestAnswer<'app:info'>;
  /** Link SPEC as it was asked for. */
  link: string;
  plan: RunPlan;
  /** SHA-256 of the delivered file, hex; null unless verified. */
  fileSha256: string | null;
  outages: DownTime[];
  /** How far the run has come, ms. */
  nowMs: number;
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
    schema: 'bufferscope.run/1',
    app: {
      version: app.version,
      electron: app.electron,
      chrome: app.chrome,
      node: app.node,
      platform: app.platform,
    },
    settings,
    media: {
      name: media.name,
      bytes: recorded?.bytes ?? media.bytes,
      durationS: recorded?.seconds ?? media.durationS,
      container: media.container,
      codecs: media.codecs,
      prepared: media.prepared?.note ?? null,
      deliveredBytes: recorded?.bytes ?? media.deliveredBytes,
      deliveredSha256: fileSha256,
    },
    link: { spec: parts.link, seed, outages },
    // What a reader reports comes a moment after what the window saw itself.
    lanes: lanes.map((lane) => ({
      ...lane,
      events: lane.events.toSorted((a, b) => a.tMs - b.tMs),
      ...lanePrediction(run, lane),
    })),
  };
}
