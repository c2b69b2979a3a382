import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestSpans } from '../../../../renderer/server/state/request-spans';
import { event, served } from '../made';

const KEEP_MS = 60_000;

describe('passages', () => {
  it('are told by events', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.event(event({ kind: 'queued', client: 7, tMs: 100, place: 1 }));
    passages.event(event({ kind: 'seated', client: 7, tMs: 400, seat: 2, waitedMs: 300 }));
    passages.event(
      event({ kind: 'left', client: 7, tMs: 900, seat: 2, tookMs: 500, waitedMs: 300 }),
    );
    expect(passages.list()).toEqual([
      {
        ...{ client: 7, endpoint: '/stream', cameMs: 100, seatedMs: 400, leftMs: 900 },
        ...{ seat: 2, seatFromMs: 400 },
      },
    ]);
  });

  it('are told by snapshots where events were left out', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.snapshot(50, [served({ client: 3, arrivedMs: 10 })]);
    passages.snapshot(90, [served({ client: 3, arrivedMs: 10, seatedMs: 60, seat: 1 })]);
    passages.snapshot(120, []);
    expect(passages.list()).toMatchObject([
      { client: 3, cameMs: 10, seatedMs: 60, seat: 1, seatFromMs: 60, leftMs: 120 },
    ]);
  });

  it('end when the event says so, though a snapshot without them came first', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.snapshot(50, [served({ client: 3, seatedMs: 0, seat: 1 })]);
    passages.snapshot(120, []);
    passages.event(event({ kind: 'done', client: 3, tMs: 110, seat: 1, tookMs: 110 }));
    expect(passages.list()).toMatchObject([{ leftMs: 110 }]);
  });

  it('get a seat when async is switched to a model that has seats', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.snapshot(50, [served({ client: 3, seatedMs: 10 })]);
    expect(passages.list()).toMatchObject([{ seat: null, seatFromMs: null }]);
    passages.snapshot(250, [served({ client: 3, seatedMs: 10, seat: 4 })]);
    expect(passages.list()).toMatchObject([{ seatedMs: 10, seat: 4, seatFromMs: 250 }]);
  });

  it('of who is refused have no length, so that nobody counts as waiting', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.event(event({ kind: 'refused', client: 9, status: 503, tMs: 40, waitedMs: 15 }));
    expect(passages.list()).toMatchObject([{ cameMs: 40, seatedMs: null, leftMs: 40 }]);
  });

  it('that ended long ago are forgotten, those that go on never', () => {
    const passages = new RequestSpans(KEEP_MS);
    passages.snapshot(0, [served({ client: 1, seatedMs: 0, seat: 1 }), served({ client: 2 })]);
    passages.snapshot(1, [served({ client: 1, seatedMs: 0, seat: 1 })]);
    passages.snapshot(KEEP_MS * 9, [served({ client: 1, seatedMs: 0, seat: 1 })]);
    expect(passages.list().map(({ client }) => client)).toEqual([1]);
  });

  it('never grow beyond what is kept, however many come and go', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (bursts) => {
        const passages = new RequestSpans(KEEP_MS);
        let client = 0;
        let tMs = 0;
        for (const burst of bursts) {
          for (let i = 0; i < burst; i += 1) {
            passages.event(event({ kind: 'done', client: ++client, tMs: ++tMs, tookMs: 1 }));
          }
          passages.snapshot(++tMs, []);
        }
        expect(passages.list().length).toBeLessThanOrEqual(2000);
        expect(passages.list().at(-1)?.client).toBe(client);
      }),
    );
  });
});
