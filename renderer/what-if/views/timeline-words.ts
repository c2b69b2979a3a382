import { secondsFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import type { PlaybackTimeline } from '../worker/messages';

/** What a strip comes to: "starts 6.1 s, no stall". */
export function stripWords({ startMs, stalls, stalledMs, endedMs }: PlaybackTimeline): string {
  if (startMs === null) return say('whatIf.strips.never');
  const time = secondsFigure(stalledMs);
  const word = stalls.length === 0 ? 'noStall' : endedMs === null ? 'stuck' : 'stalls';
  return say('whatIf.strips.row', {
    start: secondsFigure(startMs),
    stalls: say(`whatIf.strips.${word}`, { time }),
  });
}

/** Room behind the last trouble, as a share of when it was. */
const AFTER = 1.35;

/** Where the strips' axis has to reach, s: a while past the last trouble, or to the end where that is sooner. */
export function stripEndS(strips: readonly PlaybackTimeline[]): number {
  const finite = (ms: number): number => (Number.isFinite(ms) ? ms : 0);
  const last = (strip: PlaybackTimeline): number =>
    Math.max(
      strip.startMs ?? 0,
      ...strip.stalls.map(({ fromMs, toMs }) => Math.max(fromMs, finite(toMs))),
      ...strip.outages.map(({ toMs }) => finite(toMs)),
    );
  const trouble = Math.max(0, ...strips.map(last));
  const end = Math.max(0, ...strips.map(({ endedMs }) => endedMs ?? 0));
  const reach = trouble * AFTER;
  return Math.max(1, (end > 0 ? Math.min(reach || end, end) : reach) / 1000);
}
