import { expect, it } from 'vitest';
import { freeMemory } from '../../../electron/server/free-memory';

it('gives memory back at once, without the collector', () => {
  const bytes = 64 * 1024 * 1024;
  const memory = Buffer.allocUnsafeSlow(bytes).fill(1);
  const held = process.memoryUsage().rss;
  freeMemory(memory);
  expect(memory.byteLength).toBe(0);
  expect(held - process.memoryUsage().rss).toBeGreaterThan(0.9 * bytes);
});

it('takes an empty array, too', () => {
  freeMemory(Buffer.allocUnsafeSlow(0));
});
