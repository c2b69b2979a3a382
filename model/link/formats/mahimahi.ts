import type { RateCurve } from '../types';
import { curveEndMs, CurveBuilder } from './curve-builder';
import { LineReader } from './line-reader';
import { checkEnd, MAX_LINES } from './limits';
import { TraceError } from './trace-error';
import type { ReadTrace } from './types';

/** Bytes of one chance to deliver a packet. */
const PACKET_BYTES = 1500;

/**
 * Reads a packet-delivery trace of mahimahi's mm-link (https://github.com/ravinet/mahimahi, link_queue.cc):
 * each line is a time in whole ms at which one packet of 1500 bytes may cross; a chance that is not used
 * is lost; all begins again after the last time. A chance at t is that of the millisecond that ends at t
 * (t = 0: of the first one), so that at every whole ms what has been carried is exact. Throws TraceError.
 */
export function readMahimahi(text: string): ReadTrace {
  const lines = new LineReader(text, 'one time in whole milliseconds, not before the last one');
  const builder = new CurveBuilder();
  let last = 0;
  let slotMs = 0;
  let chances = 0;
  while (lines.next()) {
    const tMs = lines.number();
    lines.end();
    if (!Number.isInteger(tMs)) {
      throw new TraceError(lines.line, 'expected a time in whole milliseconds, as in 125.');
    }
    if (tMs < last) {
      throw new TraceError(
        lines.line,
        `expected a time of at least ${last} ms, for times never fall.`,
      );
    }
    checkEnd(lines.line, tMs);
    last = tMs;
    const endMs = Math.max(1, tMs);
    if (endMs !== slotMs) {
      slot(builder, slotMs, chances, lines.line);
      slotMs = endMs;
      chances = 0;
    }
    chances += 1;
  }
  if (last === 0) {
    throw new TraceError(
      lines.line,
      'expected a last time above 0 ms, after which all begins again.',
    );
  }
  slot(builder, slotMs, chances, lines.line);
  return { curve: builder.finish(lines.line), latencyMs: 0, note: null };
}

/** The chances of the millisecond that ends at endMs, behind silence. */
function slot(builder: CurveBuilder, endMs: number, chances: number, line: number): void {
  if (chances === 0) return;
  builder.until(endMs - 1, 0, line);
  builder.until(endMs, chances * PACKET_BYTES * 1000, line);
}

/**
 * Writes a curve as mm-link reads it. A chance stands at the first whole ms at which 1500 more bytes have
 * been carried, the last one at the end, so that the period is kept: at no whole ms has the file carried
 * more than the curve, nor 1500 bytes less; over a whole period it carries up to 1500 bytes more. A rate
 * that holds for ever is written up to `curveEndMs`, for mm-link knows repetition only. Throws an Error
 * whose message is one sentence when that takes more than 5,000,000 lines.
 */
export function exportMahimahi(curve: RateCurve): string {
  const { fromMs, rate } = curve;
  const endMs = curveEndMs(curve);
  const times: number[] = [];
  let carried = 0;
  for (let i = 0; i < rate.length; i += 1) {
    const start = fromMs[i] ?? 0;
    const perMs = (rate[i] ?? 0) / 1000;
    const after = carried + perMs * ((fromMs[i + 1] ?? endMs) - start);
    while (perMs > 0) {
      const next = (times.length + 1) * PACKET_BYTES;
      // A thousandth of a byte is what rounding may take from a sum.
      if (next > after + 1e-3) break;
      if (times.length === MAX_LINES) throw tooFast();
      times.push(Math.min(endMs, Math.ceil(start + (next - carried) / perMs - 1e-6)));
    }
    carried = after;
  }
  if (carried > times.length * PACKET_BYTES + 1e-3 || times.length === 0) times.push(endMs);
  else times[times.length - 1] = endMs;
  return `${times.join('\n')}\n`;
}

function tooFast(): Error {
  return new Error(
    'This link carries more than 5,000,000 packets of 1500 bytes in one period; export it as Sabre JSON instead.',
  );
}
