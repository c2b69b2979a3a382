import { describe, expect, it } from 'vitest';
import { KEPT_EVENTS, RequestLog } from '../../../../renderer/server/state/request-log';
import { event } from '../made';

const some = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => event({ kind: 'done', client: from + i }));

describe('the request log', () => {
  it('shows the newest first, and the same lines while others come', () => {
    const log = new RequestLog();
    log.add(some(3), 0);
    const before = log.entries(3, 2);
    expect(before.map(({ number, event: { client } }) => [number, client])).toEqual([
      [3, 3],
      [2, 2],
    ]);
    log.add(some(5, 4), 0);
    expect(log.entries(3, 2)).toEqual(before);
    expect(log.entries(Infinity, 1)[0]?.number).toBe(8);
  });

  it('keeps a bounded number and says how many it does not have', () => {
    const log = new RequestLog();
    for (let i = 0; i < 30; i += 1) log.add(some(1000, i * 1000 + 1), i === 0 ? 7 : 0);
    expect(log.newest).toBe(30_000);
    expect(log.events.length).toBeLessThanOrEqual(KEPT_EVENTS * 1.1);
    expect(log.missing).toBe(30_000 - log.events.length + 7);
    expect(log.entries(Infinity, 1)[0]?.event.client).toBe(30_000);
    expect(log.entries(1, 10)).toEqual([]);
  });
});
