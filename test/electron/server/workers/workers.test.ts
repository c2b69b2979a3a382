import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORKER_MODELS, type WorkerModel } from '../../../../electron/ipc/server-port';
import { Workers } from '../../../../electron/server/workers/workers';

describe('workers', () => {
  it('debug has one seat: the second client waits', () => {
    const workers = new Workers('debug', 4, 10);
    expect(workers.arrive(1)).toEqual({ kind: 'seated', seat: 1 });
    expect(workers.arrive(2)).toEqual({ kind: 'queued', place: 1 });
    expect(workers.leave(1)).toEqual([{ client: 2, seat: 1 }]);
  });

  it.each(['sync', 'threads'] as const)('%s has so many seats, then a queue, then 503', (model) => {
    const workers = new Workers(model, 2, 1);
    expect(workers.arrive(1)).toEqual({ kind: 'seated', seat: 1 });
    expect(workers.arrive(2)).toEqual({ kind: 'seated', seat: 2 });
    expect(workers.arrive(3)).toEqual({ kind: 'queued', place: 1 });
    expect(workers.arrive(4)).toEqual({ kind: 'refused' });
    expect(workers.leave(1)).toEqual([{ client: 3, seat: 1 }]);
  });

  it('async serves everyone and has no seats', () => {
    const workers = new Workers('async', 1, 0);
    for (let client = 1; client <= 100; client++) {
      expect(workers.arrive(client)).toEqual({ kind: 'seated', seat: null });
    }
  });

  it('leaving the queue frees no seat', () => {
    const workers = new Workers('sync', 1, 5);
    [1, 2, 3].forEach((client) => workers.arrive(client));
    expect(workers.leave(2)).toEqual([]);
    expect(workers.leave(1)).toEqual([{ client: 3, seat: 1 }]);
  });

  it('with fewer seats everyone seated stays until done', () => {
    const workers = new Workers('sync', 4, 5);
    [1, 2, 3, 4, 5].forEach((client) => workers.arrive(client));
    expect(workers.change('sync', 1)).toEqual([]);
    expect([1, 2, 3, 4].map((client) => workers.seatOf(client))).toEqual([1, 2, 3, 4]);
    for (const client of [1, 2, 3]) expect(workers.leave(client)).toEqual([]);
    expect(workers.leave(4)).toEqual([{ client: 5, seat: 1 }]);
  });

  it('with more seats those who wait are picked up in their order', () => {
    const workers = new Workers('debug', 4, 5);
    [1, 2, 3].forEach((client) => workers.arrive(client));
    const picked = [
      { client: 2, seat: 2 },
      { client: 3, seat: 3 },
    ];
    expect(workers.change('sync', 4)).toEqual(picked);
  });

  it('whoever the event loop worked on counts when there are seats again', () => {
    const workers = new Workers('async', 2, 5);
    [1, 2, 3].forEach((client) => workers.arrive(client));
    expect(workers.change('sync', 2)).toEqual([]);
    expect([1, 2, 3].map((client) => workers.seatOf(client))).toEqual([1, 2, null]);
    expect(workers.arrive(4)).toEqual({ kind: 'queued', place: 1 });
    expect(workers.leave(1)).toEqual([]);
    expect(workers.seatOf(3)).toBe(1);
    expect(workers.leave(2)).toEqual([{ client: 4, seat: 2 }]);
  });
});

type Move =
  | { move: 'arrive' }
  | { move: 'leave'; which: number }
  | { move: 'change'; model: WorkerModel; seats: number };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Move>({ move: 'arrive' }) },
    { weight: 3, arbitrary: fc.record({ move: fc.constant('leave' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        move: fc.constant('change' as const),
        model: fc.constantFrom(...WORKER_MODELS),
        seats: fc.integer({ min: 1, max: 6 }),
      }),
    },
  ),
  { maxLength: 80 },
);

describe('workers, whatever happens', () => {
  it('serve first come, first served, one client a seat, never more at once than there are seats', () => {
    fc.assert(
      fc.property(moves, fc.nat(4), (list, queueLimit) => {
        const workers = new Workers('sync', 2, queueLimit);
        const served: number[] = [];
        const queue: number[] = [];
        let next = 1;
        const pickedUp = (clients: readonly { client: number }[]) => {
          for (const { client } of clients) {
            expect(client).toBe(queue.shift());
            served.push(client);
            expect(served.length).toBeLessThanOrEqual(workers.capacity);
          }
        };
        for (const each of list) {
          if (each.move === 'arrive') {
            const client = next++;
            const placed = workers.arrive(client);
            if (placed.kind === 'seated') {
              served.push(client);
              expect(queue).toEqual([]);
              expect(served.length).toBeLessThanOrEqual(workers.capacity);
            } else if (placed.kind === 'queued') {
              expect(placed.place).toBe(queue.push(client));
              expect(queue.length).toBeLessThanOrEqual(queueLimit);
            } else expect(queue).toHaveLength(queueLimit);
          } else if (each.move === 'leave') {
            const all = [...served, ...queue];
            const client = all[each.which % Math.max(1, all.length)];
            if (client === undefined) continue;
            const list = served.includes(client) ? served : queue;
            list.splice(list.indexOf(client), 1);
            pickedUp(workers.leave(client));
          } else pickedUp(workers.change(each.model, each.seats));

          expect([workers.served, workers.waiting]).toEqual([served.length, queue.length]);
          // Nobody waits while a seat is free.
          if (queue.length > 0) expect(served.length).toBeGreaterThanOrEqual(workers.capacity);
          const seats = served
            .map((client) => workers.seatOf(client))
            .filter((seat) => seat !== null);
          expect(new Set(seats).size).toBe(seats.length);
        }
      }),
    );
  });
});
