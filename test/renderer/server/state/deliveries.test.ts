import { describe, expect, it } from 'vitest';
import { clientAgent, type ClientState } from '../../../../electron/ipc/clients-port';
import { shownDeliveries } from '../../../../renderer/server/charts/delivery-choice';
import { bytesAtMs, Deliveries } from '../../../../renderer/server/state/deliveries';
import { event, served } from '../made';

/** A client as it tells of itself. */
const read = (client: number, lastByteMs: number, receivedBytes: number): ClientState => ({
  ...{ id: client, kind: 'normal', target: '/stream', state: 'receiving', status: 200, client },
  ...{ receivedBytes, frames: 0, headMs: 1, firstByteMs: 1, lastByteMs, behindMs: null },
  ...{ lumps: 1, endedMs: null, detail: '' },
});

describe('deliveries', () => {
  it('keep what was sent and what had come, each at its own moment since the request', () => {
    const deliveries = new Deliveries();
    for (const [tMs, sentBytes] of [
      [1000, 0],
      [2000, 10_000],
      [4200, 32_000],
    ] as const) {
      deliveries.snapshot(tMs, [served({ client: 1, arrivedMs: 1000, sentBytes })]);
    }
    deliveries.clients([read(1, 3200, 32_000)]);
    const [one] = deliveries.list();
    expect([0, 999, 1000, 3199, 3200].map((ms) => bytesAtMs(one?.sent ?? [], ms))).toEqual([
      0, 0, 10_000, 10_000, 32_000,
    ]);
    expect([3199, 3200, 9999].map((ms) => bytesAtMs(one?.received ?? [], ms))).toEqual([
      0, 32_000, 32_000,
    ]);
    const userAgent = clientAgent('normal', 1);
    const end = { client: 1, tMs: 6000, tookMs: 5000, sentBytes: 50_000, userAgent };
    deliveries.events([event({ kind: 'killed', ...end })]);
    expect(one?.ended).toEqual({ kind: 'killed', ms: 5000 });
    expect(bytesAtMs(one?.sent ?? [], 5000)).toBe(50_000);
  });

  it('never go back, thin a long curve and keep its ends, and forget the oldest answers', () => {
    const deliveries = new Deliveries();
    for (let i = 0; i <= 2000; i++) {
      deliveries.snapshot(i * 10, [served({ client: 1, sentBytes: i * 100 })]);
    }
    deliveries.snapshot(5, [served({ client: 1, sentBytes: 1 })]);
    const [one] = deliveries.list();
    const points = one?.sent ?? [];
    expect(points.length).toBeLessThanOrEqual(600);
    expect([points[0], points.at(-1)]).toEqual([
      { ms: 0, bytes: 0 },
      { ms: 20_000, bytes: 200_000 },
    ]);
    expect(points.every(({ bytes }, i) => bytes >= (points[i - 1]?.bytes ?? 0))).toBe(true);
    for (let client = 2; client < 40; client++) deliveries.snapshot(1, [served({ client })]);
    expect(deliveries.list().map(({ client }) => client)[0]).toBe(28);
  });
});

describe('the answer that is drawn', () => {
  const told = (...targets: string[]) => {
    const deliveries = new Deliveries();
    const clients = targets.map((target, i) => served({ client: i + 1, target }));
    deliveries.snapshot(10, clients);
    deliveries.clients(clients.map(({ client }) => read(client, 5, 1)));
    return deliveries.list();
  };
  const chosen = (targets: string[], client: number | null = null) => {
    const shown = shownDeliveries(told(...targets), client);
    return [shown?.delivery.client, shown?.beside?.delivery.client];
  };

  it('is the newest that is held up, beside the newest that is not', () => {
    expect(shownDeliveries([], null)).toBeNull();
    expect(chosen(['/stream', '/stream?accel=no', '/stream', '/stream?accel=no'])).toEqual([3, 4]);
    expect(chosen(['/stream?accel=no'])).toEqual([1, undefined]);
    expect(chosen(['/stream?backpressure=off', '/stream', '/buffer'])).toEqual([1, 2]);
    expect(chosen(['/buffer', '/table?accel=no'])).toEqual([1, undefined]);
  });

  it('is that of the client that was chosen', () => {
    expect(chosen(['/stream', '/stream?accel=no', '/stream'], 1)).toEqual([1, 2]);
  });
});
