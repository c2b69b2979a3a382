import { describe, expect, test } from 'vitest';
import { importTrace } from '../../../../model/link/formats/import-trace';
import { TraceError } from '../../../../model/link/formats/trace-error';
import { TRACE_FORMATS, type TraceFormat } from '../../../../model/link/formats/types';
import { createLink } from '../../../../model/link/link';
import { resolvedSpec } from '../../../../model/link/spec/presets';
import { randomAt } from '../../../../model/link/random';
import type { RateCurve } from '../../../../model/link/types';
import { SAMPLES } from './samples';

const FILES = 10_000;

const HUGE = [
  '1e308',
  '-1',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  '0x10',
  '1e-320',
  '.',
  '1.7976931348623157e308',
];

/** A file that was damaged in a few ways, by the seed: bytes, lines, numbers, its end. */
function mutated(text: string, seed: number): string {
  let n = 0;
  const below = (limit: number): number => Math.floor(randomAt(seed, n++) * limit);
  let damaged = text;
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(damaged.length + 1);
    const lines = damaged.split('\n');
    const line = below(lines.length);
    switch (below(8)) {
      case 0:
        damaged = damaged.slice(0, at) + String.fromCharCode(below(256)) + damaged.slice(at + 1);
        break;
      case 1:
        damaged = damaged.slice(0, at);
        break;
      case 2:
        damaged = damaged.slice(0, at) + damaged.slice(at + 1 + below(9));
        break;
      case 3:
        lines.splice(line, 1 + below(2));
        damaged = lines.join('\n');
        break;
      case 4:
        lines.splice(line, 0, ...Array.from({ length: 1 + below(3) }, () => lines[line] ?? ''));
        damaged = lines.join('\n');
        break;
      case 5:
        lines.reverse();
        damaged = lines.join('\n');
        break;
      case 6:
        damaged = damaged.replace(/\d+(?:\.\d+)?/g, (number) =>
          below(6) === 0 ? (HUGE[below(HUGE.length)] ?? '') : number,
        );
        break;
      default:
        damaged = damaged.slice(0, at) + damaged.slice(below(damaged.length + 1));
    }
  }
  return damaged;
}

function expectValid({ fromMs, rate, periodMs }: RateCurve): void {
  expect(rate.length).toBe(fromMs.length);
  expect(fromMs[0]).toBe(0);
  for (let i = 0; i < rate.length; i += 1) {
    if (i > 0) expect(fromMs[i]).toBeGreaterThan(fromMs[i - 1] ?? Infinity);
    expect(rate[i]).toBeGreaterThanOrEqual(0);
    expect(rate[i]).toBeLessThanOrEqual(1e11);
  }
  expect(Number.isInteger(periodMs)).toBe(true);
  expect(periodMs).toBeGreaterThan(fromMs.at(-1) ?? Infinity);
}

/** What becomes of a file: its curve, which is valid, or a refusal with a line of it. */
function outcome(text: string): 'imported' | 'refused' {
  try {
    const { curve, latencyMs } = importTrace(text);
    expectValid(curve);
    expect(latencyMs).toBeGreaterThanOrEqual(0);
    const link = createLink(resolvedSpec('trace', 'x', { curve, latencyMs }), 1);
    const twoPeriods = link.capacity(0, 2 * curve.periodMs);
    expect(twoPeriods).toBeGreaterThan(0);
    expect(link.timeToCarry(0, twoPeriods / 2)).toBeLessThanOrEqual(2 * curve.periodMs);
    return 'imported';
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    expect(error.line).toBeGreaterThanOrEqual(1);
    expect(error.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
    expect(error.message).toMatch(/^Line \d+: expected .+\.$/s);
    return 'refused';
  }
}

describe(`${FILES} damaged traces`, () => {
  test.each(TRACE_FORMATS)(
    'of %s are imported to a valid curve or refused with a line',
    (format) => {
      const index = TRACE_FORMATS.indexOf(format);
      const count = { imported: 0, refused: 0 };
      for (let i = index; i < FILES; i += TRACE_FORMATS.length) {
        const text = mutated(longer(format), i);
        try {
          count[outcome(text)] += 1;
        } catch (error) {
          throw new Error(`File ${i}: ${JSON.stringify(text)}`, { cause: error });
        }
      }
      // Damage is neither always noticed nor never survived.
      expect(count.imported).toBeGreaterThan(50);
      expect(count.refused).toBeGreaterThan(50);
    },
  );
});

/** The sample with more to damage. */
function longer(format: TraceFormat): string {
  return format === 'sabre'
    ? `[\n${Array.from({ length: 8 }, (_, i) => `{"duration_ms": ${500 + i}, "bandwidth_kbps": ${i * 800}, "latency_ms": ${i % 2}}`).join(',\n')}\n]`
    : SAMPLES[format];
}
