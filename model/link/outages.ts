import { formatSeconds, millisecondsOf, LinkSpecError } from './spec/spec-options';
import { randomAt } from './random';
import type { Outage } from './types';

/** Reads outages in seconds such as "12-17,30-37", ascending and apart; throws LinkSpecError. */
export function parseOutages(text: string): Outage[] {
  const outages: Outage[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const found = /^(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)$/.exec(part);
    if (!found) {
      throw new LinkSpecError(`Outage "${part}": expected seconds from-to, as in 12-17.`);
    }
    const fromMs = millisecondsOf(found[1]);
    const outage = { fromMs, toMs: millisecondsOf(found[2]) };
    if (outage.toMs <= fromMs) {
      throw new LinkSpecError(`Outage "${part}": expected an end behind its beginning.`);
    }
    const before = outages.at(-1);
    if (before && fromMs <= before.toMs) {
      throw new LinkSpecError(
        `Outage "${part}": expected to begin behind ${before.toMs / 1000} s, where the one before it ends.`,
      );
    }
    outages.push(outage);
  }
  return outages;
}

/** Outages in seconds as parseOutages reads them, such as "12-17,30-37". */
export function formatOutages(outages: readonly Outage[]): string {
  return outages
    .map(({ fromMs, toMs }) => `${formatSeconds(fromMs)}-${formatSeconds(toMs)}`)
    .join(',');
}

/**
 * Outages as the seed moves them: each begins up to laterMs later and lasts up to longerMs longer, to
 * the millisecond, whatever becomes of the others. Those that come to touch are one, so that the
 * result ascends and is apart.
 */
export function seededOutages(
  outages: readonly Outage[],
  laterMs: number,
  longerMs: number,
  seed: number,
): readonly Outage[] {
  if (laterMs === 0 && longerMs === 0) return outages;
  const moved = outages.map(({ fromMs, toMs }, i) => {
    const beginsMs = fromMs + Math.round(laterMs * randomAt(seed, 2 * i));
    const lengthMs = toMs - fromMs + Math.round(longerMs * randomAt(seed, 2 * i + 1));
    return { fromMs: beginsMs, toMs: beginsMs + lengthMs };
  });
  const apart: Outage[] = [];
  for (const outage of moved.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = apart.at(-1);
    if (last && outage.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, outage.toMs);
    else apart.push(outage);
  }
  return apart;
}
