import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gatherer, wayFor } from '../../../model/box/gather';

describe('a gathering box', () => {
  it('hands on as many bytes as it took, in their order, full buffers only, and never holds a whole one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.uint8Array({ maxLength: 9000 }), { maxLength: 12 }),
        (capacity, pieces) => {
          const box = new Gatherer(capacity);
          const out: Uint8Array[] = [];
          let inBytes = 0;
          for (const piece of pieces) {
            inBytes += piece.length;
            const full = box.push(piece);
            out.push(...full);
            expect(full.every(({ length }) => length === capacity)).toBe(true);
            const outBytes = out.reduce((sum, { length }) => sum + length, 0);
            expect(box.heldBytes).toBe(inBytes - outBytes);
            expect(box.heldBytes).toBeLessThan(capacity);
          }
          out.push(box.end());
          expect(box.heldBytes).toBe(0);
          expect(Buffer.concat(out).equals(Buffer.concat(pieces))).toBe(true);
        },
      ),
    );
  });
});

describe('what a box does with an answer', () => {
  const asks = { honours: true, takesGzip: true };

  it('is what it is set to, unless a header that it honours asks otherwise', () => {
    expect(wayFor('gather', {}, asks)).toBe('gather');
    expect(wayFor('gather', { 'x-accel-buffering': 'no' }, asks)).toBe('pass');
    expect(wayFor('gather', { 'x-accel-buffering': 'yes' }, asks)).toBe('gather');
    expect(wayFor('gather', { 'x-accel-buffering': 'no' }, { ...asks, honours: false })).toBe(
      'gather',
    );
    expect(wayFor('gzip', { 'x-accel-buffering': 'no' }, asks)).toBe('gzip');
    expect(wayFor('gzip', { 'cache-control': 'no-store, No-Transform' }, asks)).toBe('pass');
    expect(wayFor('gzip', { 'cache-control': 'no-transformation' }, asks)).toBe('gzip');
  });

  it('compresses for those alone who can take it, and nothing twice', () => {
    expect(wayFor('gzip', {}, { ...asks, takesGzip: false })).toBe('pass');
    expect(wayFor('gzip', { 'content-encoding': 'br' }, asks)).toBe('pass');
  });
});
