import { version } from '../../../package.json';
import { createLink } from '../../../model/link/link';
import { loggedCurve, loggedMedia } from '../../../model/run/logged-plan';
import { RUN_SCHEMA, type LaneLog, type RunLog } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';
import { say } from '../../words';
import type { Simulated } from './runs';

/** As live: ten samples a second of the run's clock. */
export const SAMPLE_EVERY_MS = 100;

/** The whole log of a simulated run, in the schema of a live one; what can only be measured is 0 or empty. */
export function simulatedLog(run: Simulated, linkText: string, seed: number): RunLog {
  const { settings, link, media } = run;
  const words = ({ code, params }: { code: string; params: Record<string, string> }): string =>
    say(`stallCause.${code}`, params);
  const lanes = simulate({
    settings,
    link,
    media,
    seed,
    sampleEveryMs: SAMPLE_EVERY_MS,
    chunkTimes: true,
    words,
  });
  const endMs = Math.max(...lanes.map(lastMs));
  return {
    schema: RUN_SCHEMA,
    app: {
      ...{ version, electron: '', chrome: '' },
      ...{ node: process.versions.node, platform: process.platform },
    },
    lengthMs: endMs,
    ended: true,
    settings: {
      ...settings,
      methods: [...settings.methods],
      ...{ speed: 1, untilMs: null, verify: false },
      consumeRate: media.durationS > 0 ? media.bytes / media.durationS : 0,
    },
    media: loggedMedia(media, null),
    link: {
      spec: linkText,
      seed,
      outages: createLink(link, seed)
        .outagesUntil(endMs)
        // JSON has no infinity: an outage without an end lasts to the end of the run.
        .map(({ fromMs, toMs }) => ({
          fromMs,
          toMs: Math.min(toMs, endMs),
          byHand: false,
          ...(toMs > endMs && { lasts: true as const }),
        })),
      latencyMs: link.latencyMs,
      curve: loggedCurve(link, endMs),
    },
    marks: [],
    lanes,
  };
}

function lastMs({ events, samples }: LaneLog): number {
  return Math.max(events.at(-1)?.tMs ?? 0, samples.at(-1)?.tMs ?? 0);
}
