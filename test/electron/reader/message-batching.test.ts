import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_BYTES, messageBatches } from '../../../electron/reader/message-batching';

describe('pieces', () => {
  it('cover the range in order, in few lengths, none above a message or a chunk', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1024, max: 2 ** 24 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 2 ** 24 }),
        (chunkBytes, chunks, rest) => {
          const from = 3 * chunkBytes;
          const to = from + chunks * chunkBytes + (rest % chunkBytes);
          const lengths = messageBatches(from, to, chunkBytes);
          expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(to - from);
          expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(Math.max(chunkBytes, MESSAGE_BYTES));
          for (const length of lengths.slice(0, -1)) {
            expect(Math.log2(length / chunkBytes) % 1).toBe(0);
          }
        },
      ),
    );
  });
});
