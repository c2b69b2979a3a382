import type { RateCurve } from '../types';
import { curveEndMs, CurveBuilder } from './curve-builder';
import { EntryReader } from './entry-reader';
import { TraceError } from './trace-error';
import type { ReadTrace } from './types';

/** One entry of a network trace of Sabre. */
export interface SabrePeriod {
  duration_ms: number;
  bandwidth_kbps: number;
  latency_ms: number;
}

/** Bytes per second in one kbit/s (10^3 bits). */
const KBIT = 125;

/**
 * Reads a network trace of Sabre (https://github.com/UMass-LIDS/sabre, MMSys 2018): a JSON array of
 * { duration_ms, bandwidth_kbps, latency_ms }, one behind the other, which then begins again. Latencies
 * that differ become their mean over time, for a link has one. Throws TraceError.
 */
export function readSabre(text: string): ReadTrace {
  const entries = new EntryReader(text, ['duration_ms', 'bandwidth_kbps', 'latency_ms']);
  const builder = new CurveBuilder();
  let latencySum = 0;
  let latency: number | null = null;
  let differs = false;
  while (entries.next()) {
    const lengthMs = needed(entries, 'duration_ms');
    const rate = needed(entries, 'bandwidth_kbps') * KBIT;
    const latencyMs = entries.value('latency_ms') ?? 0;
    if (!(lengthMs > 0)) {
      throw new TraceError(entries.line, 'expected a duration_ms of more than 0.');
    }
    if (!(latencyMs >= 0 && latencyMs <= 60_000)) {
      throw new TraceError(entries.line, 'expected a latency_ms from 0 to 60,000.');
    }
    builder.until(builder.endMs + lengthMs, rate, entries.line);
    differs ||= latency !== null && latencyMs !== latency;
    latency = latencyMs;
    latencySum += latencyMs * lengthMs;
  }
  const curve = builder.finish(entries.line);
  const mean = Math.round((latencySum / builder.endMs) * 1000) / 1000;
  return {
    curve,
    latencyMs: differs ? mean : (latency ?? 0),
    note: differs ? `Its latencies differ; their mean of ${mean} ms holds throughout.` : null,
  };
}

/** A curve as Sabre's periods; a rate that holds for ever is written up to `curveEndMs`. */
export function sabrePeriods(curve: RateCurve, latencyMs: number): SabrePeriod[] {
  const { fromMs, rate } = curve;
  const endMs = curveEndMs(curve);
  return Array.from(rate, (each, i) => ({
    duration_ms: (fromMs[i + 1] ?? endMs) - (fromMs[i] ?? 0),
    bandwidth_kbps: each / KBIT,
    latency_ms: latencyMs,
  }));
}

/** Writes a curve as Sabre reads it, one period a line; a rate that holds for ever is written up to `curveEndMs`. */
export function exportSabre(curve: RateCurve, latencyMs: number): string {
  const periods = sabrePeriods(curve, latencyMs).map((period) => ` ${JSON.stringify(period)}`);
  return `[\n${periods.join(',\n')}\n]\n`;
}

function needed(entries: EntryReader, name: 'duration_ms' | 'bandwidth_kbps'): number {
  const value = entries.value(name);
  if (value === null) throw new TraceError(entries.line, `expected a number as ${name}.`);
  return value;
}
