import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientBuffer } from '../../../renderer/player/client-buffer';

describe('the client buffer', () => {
  it('gives back what was put in, in order, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 })),
        fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
        (pieces, sizes) => {
          const buffer = new ClientBuffer();
          for (const piece of pieces) buffer.push(new Uint8Array(piece));
          const all = pieces.flatMap((piece) => [...piece]);
          const back: number[] = [];
          while (buffer.bytes > 0) {
            const [size = 1] = sizes.take(1);
            const part = buffer.peek(size);
            expect(part.length).toBe(Math.min(size, all.length - back.length));
            back.push(...part);
            buffer.drop(part.length);
            expect(buffer.bytes).toBe(all.length - back.length);
          }
          expect(back).toEqual(all);
          expect(buffer.peek(10)).toHaveLength(0);
        },
      ),
    );
  });

  it('slices a large piece without copying it', () => {
    const piece = new Uint8Array(100);
    const buffer = new ClientBuffer();
    buffer.push(piece);
    expect(buffer.peek(10).buffer).toBe(piece.buffer);
  });

  it('forgets everything when cleared', () => {
    const buffer = new ClientBuffer();
    buffer.push(new Uint8Array(3));
    buffer.push(new Uint8Array(4));
    buffer.clear();
    expect(buffer.bytes).toBe(0);
    expect(buffer.peek(5)).toHaveLength(0);
  });
});
