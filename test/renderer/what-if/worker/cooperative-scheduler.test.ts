import { describe, expect, it } from 'vitest';
import { runCooperatively } from '../../../../renderer/what-if/worker/cooperative-scheduler';

/** Steps that each keep the thread for a moment. */
function* busy(count: number): Generator<number, string> {
  for (let i = 0; i < count; i += 1) {
    const untilMs = performance.now() + 10;
    while (performance.now() < untilMs);
    yield i;
  }
  return 'done';
}

describe('work in turns', () => {
  it('carries out every step and returns what they come to', async () => {
    const seen: number[] = [];
    const came = await runCooperatively(busy(3), { step: (i) => seen.push(i), counts: () => true });
    expect(came).toBe('done');
    expect(seen).toEqual([0, 1, 2]);
  });

  it('lets others be heard, and stops when it no longer counts', async () => {
    const seen: number[] = [];
    let newest = 1;
    const work = runCooperatively(busy(1000), {
      step: (i) => {
        seen.push(i);
        if (i === 1) setImmediate(() => (newest = 2));
      },
      counts: () => newest === 1,
    });
    expect(await work).toBeNull();
    expect(seen.length).toBeLessThan(1000);
  });
});
