import { LinkSpecError } from './spec-error';
import type { Outage } from './types';

/** Reads outages in seconds such as "12-17,30-37", ascending and apart; throws LinkSpecError. */
export function parseOutages(text: string): Outage[] {
  const outages: Outage[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const found = /^(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)$/.exec(part);
    if (!found) {
      throw new LinkSpecError(`Outage "${part}": expected seconds from-to, as in 12-17.`);
    }
    const fromMs = toMs(found[1]);
    const outage = { fromMs, toMs: toMs(found[2]) };
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
  return outages.map(({ fromMs, toMs }) => `${fromMs / 1000}-${toMs / 1000}`).join(',');
}

/** Milliseconds of a text in seconds, to the microsecond, so that 0.1 s is 100 ms and reads back. */
function toMs(seconds: string | undefined): number {
  return Math.round(Number(seconds) * 1e6) / 1000;
}
