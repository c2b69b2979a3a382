import type { DownTime } from './schema';

/** The link is down: since when without a break, ms, and whether a hand holds it. */
export interface Down {
  byHand: boolean;
  sinceMs: number;
}

/** True while an outage holds at a moment; one that lasted when the log was taken holds on. */
const holds = ({ fromMs, toMs, lasts }: DownTime, tMs: number): boolean =>
  fromMs <= tMs && (tMs < toMs || lasts === true);

/** What holds the link down at tMs; null when it is up. Outages ascend by their start and may overlap. */
export function downAt(outages: readonly DownTime[], tMs: number): Down | null {
  let byHand = false;
  let down = false;
  let sinceMs = 0;
  let untilMs = -1;
  for (const outage of outages) {
    if (outage.fromMs > tMs) break;
    if (outage.fromMs > untilMs) sinceMs = outage.fromMs;
    untilMs = Math.max(untilMs, outage.toMs);
    if (!holds(outage, tMs)) continue;
    down = true;
    byHand ||= outage.byHand;
  }
  return down ? { byHand, sinceMs } : null;
}

/** When the link last came back at tMs or before, ms; -Infinity when it had never been down. */
export function lastBackMs(outages: readonly DownTime[], tMs: number): number {
  let backMs = -Infinity;
  for (const { fromMs, toMs, lasts } of outages) {
    if (fromMs > tMs) break;
    if (!lasts && toMs <= tMs) backMs = Math.max(backMs, toMs);
  }
  return backMs;
}
