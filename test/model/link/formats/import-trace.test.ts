import { describe, expect, test } from 'vitest';
import { formatOf, importTrace } from '../../../../model/link/formats/import-trace';
import { TraceError } from '../../../../model/link/formats/trace-error';
import { TRACE_FORMATS } from '../../../../model/link/formats/types';
import { createLink } from '../../../../model/link/link';
import { resolvedSpec } from '../../../../model/link/spec/presets';
import { SAMPLES } from './samples';

const columns = (text: string) => {
  const { curve } = importTrace(text);
  return { fromMs: [...curve.fromMs], rate: [...curve.rate], periodMs: curve.periodMs };
};

/** A row of curr_webget without a head. */
const fccRow = (unit: number, rate: number): string =>
  `${unit},"2016-01-04 03:00:00",http://a.com,1.2.3.4,481,300000,${rate},24`;

describe('a trace', () => {
  test.each(TRACE_FORMATS)('of %s is recognised by its content', (format) => {
    expect(importTrace(SAMPLES[format]).format).toBe(format);
    expect(formatOf(`\ufeff\r\n\n${SAMPLES[format]}`)).toBe(format);
  });

  test.each(TRACE_FORMATS)(
    'of %s reads the same with other line ends and without the last',
    (format) => {
      const text: string = SAMPLES[format];
      const same = columns(text);
      expect(columns(text.replaceAll('\n', '\r'))).toEqual(same);
      expect(columns(text.replaceAll('\n', '\r\n'))).toEqual(same);
      expect(columns(text.trimEnd())).toEqual(same);
      expect(columns(`\ufeff\n${text}\n\n`)).toEqual(same);
    },
  );

  test('of mahimahi gives each chance its 1500 bytes in its millisecond, and repeats with the last', () => {
    const { curve, latencyMs, note } = importTrace(SAMPLES.mahimahi);
    expect([latencyMs, note, curve.periodMs]).toEqual([0, null, 600]);
    const link = createLink(resolvedSpec('trace', 'x', { curve, latencyMs }), 1);
    const at = [0, 1, 2, 3, 299, 300, 301, 599, 600, 601, 900, 1200];
    const packets = [0, 2, 2, 3, 3, 4, 7, 7, 8, 10, 12, 16];
    expect(at.map((ms) => link.capacity(0, ms) / 1500)).toEqual(packets);
    expect(link.outagesUntil(600)).toEqual([
      { fromMs: 3, toMs: 299 },
      { fromMs: 301, toMs: 599 },
    ]);
  });

  test('of mahimahi counts a chance at 0 in the first millisecond', () => {
    expect(columns('0\n1\n2\n')).toEqual({ fromMs: [0, 1], rate: [3e6, 1.5e6], periodMs: 2 });
  });

  test('of Norway and of Belgium is bytes by milliseconds, row by row', () => {
    const norway = columns(SAMPLES.norway);
    expect(norway.fromMs).toEqual([0, 1008, 2088, 3089]);
    expect(norway.periodMs).toBe(4209);
    expect(norway.rate[1]).toBeCloseTo((191698 / 1080) * 1000, 6);
    const belgium = columns(SAMPLES.belgium);
    expect(belgium.fromMs).toEqual([0, 1000, 2001, 3000]);
    expect(belgium.rate[2]).toBeCloseTo((2728896 / 999) * 1000, 6);
  });

  test('of the FCC is five seconds a row, with or without its head', () => {
    const curve = { fromMs: [0, 5000, 10_000], rate: [623_700, 0, 1_250_000], periodMs: 15_000 };
    expect(columns(SAMPLES.fcc)).toEqual(curve);
    expect(columns(SAMPLES.fcc.slice(SAMPLES.fcc.indexOf('\n') + 1))).toEqual(curve);
    const named = 'dtime,bytes_sec,unit_id\n2016-01-04 03:00,500,7\n';
    expect(columns(named).rate).toEqual([500]);
    expect(importTrace(`${fccRow(1, 700)}\n${fccRow(2, 700)}\n`).note).toBe(
      'The rows of several units follow one another as they stand in the file.',
    );
  });

  test('of two columns holds each rate up to the next time, the last as long as the one before it', () => {
    const curve = { fromMs: [0, 500, 1750], rate: [1e6, 0, 2e5], periodMs: 3000 };
    expect(columns(SAMPLES['two-column'])).toEqual(curve);
    expect(columns('0.5,8\n1,0\n2.25,1.6')).toEqual(curve);
    expect(columns('7 8')).toEqual({ fromMs: [0], rate: [1e6], periodMs: 1000 });
  });

  test('of Sabre has its latency, or the mean of several', () => {
    expect(columns(SAMPLES.sabre)).toEqual({ fromMs: [0, 1500], rate: [1e6, 0], periodMs: 2001 });
    expect(importTrace(SAMPLES.sabre)).toMatchObject({ latencyMs: 20, note: null });
    const two =
      '[{"duration_ms":1000,"bandwidth_kbps":8,"latency_ms":10},{"duration_ms":3000,"bandwidth_kbps":16,"latency_ms":50}]';
    expect(importTrace(two)).toMatchObject({
      latencyMs: 40,
      note: 'Its latencies differ; their mean of 40 ms holds throughout.',
    });
    const none = '[{"bandwidth_kbps":8,"duration_ms":1000}]';
    expect(importTrace(none).latencyMs).toBe(0);
  });

  test.each([
    ['', 1, 'but the file is empty.'],
    ['\n \n', 1, 'but the file is empty.'],
    ['\n\0\u0001ELF', 2, 'but the file is not text.'],
    ['hello world', 1, 'expected a trace: mahimahi'],
    ['1 2 3', 1, 'found "1 2 3".'],
    [
      '1\n2\nx\n',
      3,
      'expected one time in whole milliseconds, not before the last one, found "x".',
    ],
    ['1\n-2\n', 2, 'found "-2".'],
    ['1\n2 3\n', 2, 'found "2 3".'],
    ['1.5\n', 1, 'expected a time in whole milliseconds, as in 125.'],
    ['5\n\n4\n', 3, 'expected a time of at least 5 ms, for times never fall.'],
    ['0\n0\n', 2, 'expected a last time above 0 ms'],
    ['99999999999999\n', 1, 'expected a trace of at most 365 days'],
    ['1289406399 5 1 1 10 0\n', 1, 'expected more than 0 ms in column 6'],
    ['1289406399 5 1 1 10 9\n1289406398 6 1 1 9 9\n', 2, 'not before that of the row above.'],
    ['1289406399 5 1 1 10 9\n1289406399 5 1 1 9\n', 2, 'expected six columns (Unix time in s'],
    [
      '1453121790686 5 1 1 10 9\n1453121790686 5 1 1 NaN 9\n',
      2,
      'expected six columns (Unix time in ms',
    ],
    [fccRow(1, -7), 1, 'expected a row of curr_webget: unit_id'],
    [`${fccRow(1, 7)}\n1,2,3\n`, 2, 'found "1,2,3".'],
    [`${fccRow(1, 7)}\n1,2,3,4,5,6,7,8\n`, 2, 'dtime as in "2016-01-04 03:00:00"'],
    // Tables of other makers.
    ['1,2,3,4,5,6,700\n', 1, 'expected a trace: mahimahi'],
    ['a,bytes_sec,c,d,e,f,g\n1,500,3,4,5,6,7\n', 1, 'expected a trace: mahimahi'],
    ['time;rate\n0;8\n', 1, 'expected a trace: mahimahi'],
    ['0 1 2 3 4 5\n', 1, 'expected a trace: mahimahi'],
    ['1289406399 51.03 3.73 -87 4120 9\n', 1, 'expected six columns (Unix time in s'],
    ['1289406399 5 100 -87 4120 9\n', 1, 'expected six columns (Unix time in s'],
    ['1289406399 5 1 1 9 9\n1289406400000 6 1 1 9 9\n', 2, 'expected Unix time in s in column 1'],
    // Decimal commas.
    ['0,5 8,2 3,1\n', 1, 'expected a trace: mahimahi'],
    ['0,5;8,2;3,1\n', 1, 'expected a trace: mahimahi'],
    ['1289406399,0 5,5 1,5\n', 1, 'expected one kind of separator'],
    ['0 8\n1,5 8\n', 2, 'expected one kind of separator in the whole file and decimal points'],
    ['0 8\n1,5\n', 2, 'expected one kind of separator in the whole file and decimal points'],
    ['0;8\n1,5\n', 2, 'expected one kind of separator in the whole file and decimal points'],
    ['1289406399 5 1 1,5 9\n', 1, 'expected one kind of separator'],
    ['0,8\n1,,8\n', 2, 'expected two columns (time in s, Mbit/s), found "1,,8".'],
    ['0 8\n0 9\n', 2, 'expected a time behind 0 s, that of the row above.'],
    ['0 1e99\n', 1, 'but this one is more than 100 GB/s.'],
    ['0 0\n1 0\n', 2, 'expected a rate above 0 somewhere'],
    ['0 8\n1 9e\n', 2, 'expected two columns (time in s, Mbit/s), found "1 9e".'],
    ['[', 1, 'found "the end of the file".'],
    ['[\n{"duration_ms": 1,\n"bandwidth_kbps": },', 3, 'expected a JSON array of objects'],
    ['[{"duration_ms": 1}]', 1, 'expected a number as bandwidth_kbps.'],
    ['[\n{"duration_ms": 0, "bandwidth_kbps": 1}]', 2, 'expected a duration_ms of more than 0.'],
    ['[{"duration_ms": 1, "bandwidth_kbps": -1}]', 1, 'but this one is below 0.'],
    [
      '[{"duration_ms": 1, "bandwidth_kbps": 8, "latency_ms": -1}]',
      1,
      'latency_ms from 0 to 60,000.',
    ],
    [
      '[{"duration_ms": 1, "bandwidth_kbps": 8}]\n5',
      2,
      'expected the end of the file behind its array',
    ],
    ['[]', 1, 'expected a rate above 0 somewhere'],
    ['{"a": 1}', 1, 'expected a JSON array of objects'],
  ])('%j is refused with line %i and what was expected', (text, line, sentence) => {
    const refusal = (): unknown => {
      try {
        return importTrace(text);
      } catch (error) {
        return error;
      }
    };
    const error = refusal();
    expect(error).toBeInstanceOf(TraceError);
    const { message, line: at } = error as TraceError;
    expect(at).toBe(line);
    expect(message).toMatch(new RegExp(`^Line ${line}: expected`));
    expect(message).toContain(sentence);
    expect(message.length).toBeLessThan(260);
  });

  test('of more than five million lines is refused', () => {
    expect(() => importTrace('1\n'.repeat(5_000_001))).toThrow(
      'Line 5000001: expected at most 5,000,000 lines.',
    );
  });
});
