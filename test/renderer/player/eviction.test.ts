import { describe, expect, it } from 'vitest';
import { isQuota, removableSpan } from '../../../renderer/player/eviction';

const index = Array.from({ length: 101 }, (_, k) => ({ bytes: k * 1e6, seconds: k }));

describe('making room', () => {
  it('knows a full buffer by the name of the error', () => {
    expect(isQuota(new DOMException('full', 'QuotaExceededError'))).toBe(true);
    expect(isQuota(new DOMException('busy', 'InvalidStateError'))).toBe(false);
  });

  it('removes up to a step that lies a margin and one more step behind the playhead', () => {
    const span = removableSpan([{ start: 0, end: 90 }], 50.4, index);
    expect(span?.start).toBe(0);
    expect(span?.end).toBeGreaterThan(46.9);
    expect(span?.end).toBeLessThan(47);
  });

  it('removes nothing while nothing lies far enough behind', () => {
    expect(removableSpan([{ start: 0, end: 90 }], 2.5, index)).toBeNull();
    expect(removableSpan([{ start: 47, end: 90 }], 50.4, index)).toBeNull();
    expect(removableSpan([], 50, index)).toBeNull();
  });
});
