import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRange } from '../../../model/server/byte-range';

describe('a Range header', () => {
  it('asks for a stretch, for all from a byte on, or for the last bytes', () => {
    expect(byteRange('bytes=0-99', 1000)).toEqual({ from: 0, to: 99 });
    expect(byteRange('bytes=900-', 1000)).toEqual({ from: 900, to: 999 });
    expect(byteRange('bytes=-100', 1000)).toEqual({ from: 900, to: 999 });
    expect(byteRange('bytes=900-5000', 1000)).toEqual({ from: 900, to: 999 });
    expect(byteRange('bytes=-5000', 1000)).toEqual({ from: 0, to: 999 });
  });

  it('is passed over where it asks for nothing that can be read, or for several', () => {
    for (const header of [undefined, '', 'bytes=-', 'bytes=9-1', 'lines=0-1', 'bytes=0-1,3-4']) {
      expect(byteRange(header, 1000)).toBeNull();
    }
  });

  it('cannot be satisfied where nothing of it is there', () => {
    for (const header of ['bytes=1000-', 'bytes=2000-3000', 'bytes=-0']) {
      expect(byteRange(header, 1000)).toBe('unsatisfiable');
    }
    expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable');
  });

  it('never leads out of the file, whatever it says', () => {
    const number = fc.oneof(fc.nat(3000), fc.constant(''));
    fc.assert(
      fc.property(number, number, fc.nat(2000), (first, last, bytes) => {
        const range = byteRange(`bytes=${String(first)}-${String(last)}`, bytes);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThanOrEqual(range.from);
        expect(range.to).toBeLessThan(bytes);
      }),
    );
  });
});
