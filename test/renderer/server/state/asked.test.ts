import { describe, expect, it } from 'vitest';
import { askedPath, asksToPass, isUnheld, slipOf } from '../../../../renderer/server/state/asked';
import { boxRows } from '../../../../renderer/server/box/box-rows';
import type { BoxedAnswer } from '../../../../electron/ipc/box-port';

const PLAIN = { slips: [], header: false, unheld: [] };
const FIRST = { kind: 'slow', n: 0 } as const;

describe('how new clients ask', () => {
  it('is as it always was while nothing else is chosen', () => {
    for (const path of ['/buffer', '/stream?chunk=1024', '/feed', '/table']) {
      expect(askedPath(path, PLAIN, FIRST)).toBe(path);
    }
  });

  it('has the slip of its own endpoint alone, the header everywhere, and no wait in /stream', () => {
    const asking = {
      slips: ['/buffer'] as const,
      header: true,
      unheld: ['slow', 'stalled'] as const,
    };
    const asked = (path: string) => askedPath(path, asking, FIRST);
    expect(asked('/buffer')).toBe('/buffer?slip=pointer&accel=no');
    expect(asked('/stream?chunk=1')).toBe('/stream?chunk=1&accel=no&backpressure=off');
    expect(asked('/table')).toBe('/table?accel=no');
    expect(slipOf(asked('/buffer'))).toBe('pointer');
    expect(slipOf('/buffer?slip=nothing')).toBeNull();
    expect(slipOf('/buffer')).toBeNull();
    expect(isUnheld(asked('/stream'))).toBe(true);
    expect(asksToPass(asked('/stream'))).toBe(true);
    expect([isUnheld('/stream'), asksToPass('/stream?chunk=1')]).toEqual([false, false]);
  });

  it('goes without backpressure for every second client of the kinds that are set to it, and for no other', () => {
    const asking = { ...PLAIN, unheld: ['slow'] as const };
    const off = (kind: 'slow' | 'viewer') =>
      [0, 1, 2, 3].map((n) => isUnheld(askedPath('/stream', asking, { kind, n })));
    expect(off('slow')).toEqual([true, false, true, false]);
    expect(off('viewer')).toEqual([false, false, false, false]);
  });
});

describe('the rows of a bench with a box', () => {
  const answer = (id: number, state: BoxedAnswer['state']): BoxedAnswer => ({
    ...{ id, client: id, target: '/stream', way: 'gather', state, heldBytes: 0, lostBytes: 0 },
    ...{ inBytes: 5, outBytes: 3, lumps: 0, lumpBytes: 0, firstOutMs: null, ageMs: 1 },
  });
  const ids = (answers: BoxedAnswer[]) => boxRows(answers, [], [], []).map((row) => row.answer.id);

  it('are the newest that go on, and what ended last where there is room', () => {
    const open = [5, 6, 7, 8, 9].map((id) => answer(id, 'open'));
    expect(ids(open)).toEqual([6, 7, 8, 9]);
    const ended = [1, 2, 3, 4].map((id) => answer(id, 'done'));
    expect(ids([...ended, answer(5, 'open')])).toEqual([2, 3, 4, 5]);
    expect(ids([])).toEqual([]);
  });
});
