import { expect, it } from 'vitest';
import { inChunks } from '../../../../renderer/what-if/findings/exact';

it.each([
  [10_000_001, 1_000_000, 100_000_000, 11_000_000],
  [11_000_000, 1_000_000, 100_000_000, 11_000_000],
  [0, 1_000_000, 100_000_000, 1_000_000],
  [99_500_001, 1_000_000, 99_800_000, 99_800_000],
])('%d bytes in chunks of %d of %d are %d', (bytes, chunk, source, whole) => {
  expect(inChunks(bytes, chunk, source)).toBe(whole);
});
