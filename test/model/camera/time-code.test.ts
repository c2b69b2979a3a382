import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOfCode,
  CODE_CELLS,
  CODE_SPAN_MS,
  readTimeCode,
  timeCode,
} from '../../../model/camera/time-code';

const moment = fc.nat({ max: CODE_SPAN_MS - 1 });

describe('time code', () => {
  it('brings back every millisecond of its span, and begins again behind it', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 3 }), (ms, turns) => {
        const cells = timeCode(ms + turns * CODE_SPAN_MS);
        expect(cells).toHaveLength(CODE_CELLS);
        expect(readTimeCode(cells)).toBe(ms);
      }),
    );
    for (const ms of [0, 1, CODE_SPAN_MS - 1]) expect(readTimeCode(timeCode(ms))).toBe(ms);
  });

  it('rounds to the millisecond, across the end of its span too', () => {
    fc.assert(
      fc.property(moment, fc.double({ min: -0.49, max: 0.49, noNaN: true }), (ms, part) => {
        expect(readTimeCode(timeCode(ms + CODE_SPAN_MS + part))).toBe(ms);
      }),
    );
    expect(readTimeCode(timeCode(CODE_SPAN_MS - 0.4))).toBe(0);
  });

  it('finds the damage of any cells of the check, and of nearly all damaged times', () => {
    const checkCells = fc.uniqueArray(fc.integer({ min: 24, max: CODE_CELLS - 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(moment, checkCells, (ms, turned) => {
        expect(readTimeCode(withTurned(timeCode(ms), turned))).toBeNull();
      }),
    );
    let missed = 0;
    const times = Array.from({ length: 400 }, (_, i) => (i * 41_981 + 7) % CODE_SPAN_MS);
    for (const ms of times) {
      for (let cell = 0; cell < 24; cell += 1) {
        if (readTimeCode(withTurned(timeCode(ms), [cell])) !== null) missed += 1;
      }
    }
    // A check of 8 bits lets one in 256 through.
    expect(missed / (times.length * 24)).toBeLessThan(0.02);
  });

  it('is in no dark picture, no light one, and in no row that is too short or too long', () => {
    for (const light of [false, true]) {
      expect(readTimeCode(Array<boolean>(CODE_CELLS).fill(light))).toBeNull();
    }
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: CODE_CELLS - 1 }), (ms, length) => {
        expect(readTimeCode(timeCode(ms).slice(0, length))).toBeNull();
        expect(readTimeCode([...timeCode(ms), true])).toBeNull();
      }),
    );
  });
});

describe('ageOfCode', () => {
  it('is what has passed since the code was written, across the end of the span too', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 1e9 }), fc.nat({ max: 600_000 }), (ms, start, age) => {
        const written = ms + start;
        const code = readTimeCode(timeCode(written));
        expect(code).not.toBeNull();
        expect(ageOfCode(code ?? 0, written + age)).toBe(age);
      }),
    );
  });
});

function withTurned(cells: readonly boolean[], turned: readonly number[]): boolean[] {
  return cells.map((light, i) => (turned.includes(i) ? !light : light));
}
