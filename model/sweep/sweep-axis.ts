import type { LinkSpec, Outage } from '../link/types';
import type { Scenario, SweepAxis } from './types';

/** The scenario with one value of an axis in it: sizes in bytes, rates in bytes per second, times in ms. */
export function atValue(scenario: Scenario, axis: SweepAxis, value: number): Scenario {
  const { settings, link } = scenario;
  switch (axis) {
    case 'prefetch':
      return { ...scenario, settings: { ...settings, prefetchBytes: value } };
    case 'chunk':
      return { ...scenario, settings: { ...settings, chunkBytes: value } };
    case 'ahead':
      return scenario.method === 'streaming'
        ? { ...scenario, settings: { ...settings, streamingAheadBytes: value } }
        : { ...scenario, settings: { ...settings, maxAheadBytes: value } };
    case 'rate':
      return { ...scenario, link: atRate(link, value) };
    case 'outage':
      return { ...scenario, link: { ...link, outages: ofLength(link.outages, value) } };
  }
}

/** True when the axis changes the link, so that none can be kept from value to value. */
export function changesLink(axis: SweepAxis): boolean {
  return axis === 'rate' || axis === 'outage';
}

/** A curve keeps its shape: all its rates by the same factor. */
function atRate(link: LinkSpec, rate: number): LinkSpec {
  const { curve } = link;
  if (!curve) return { ...link, rate };
  const factor = link.rate > 0 ? rate / link.rate : 0;
  return { ...link, rate, curve: { ...curve, rate: curve.rate.map((each) => each * factor) } };
}

/** Each outage where it begins, of this length; those that then touch are one. */
function ofLength(outages: readonly Outage[], lengthMs: number): Outage[] {
  const changed: Outage[] = [];
  for (const { fromMs } of outages) {
    const last = changed.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = fromMs + lengthMs;
    else if (lengthMs > 0) changed.push({ fromMs, toMs: fromMs + lengthMs });
  }
  return changed;
}
