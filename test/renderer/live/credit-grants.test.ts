import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { CreditGrants } from '../../../renderer/live/credit-grants';

const SOURCE = { bytes: 10_000_000, largestStepBytes: 1_000_000 };

function setUp(method: 'streaming' | 'full-buffer', speed = 1, bytesPerMs = 1000) {
  const rules = laneRules(method, DEFAULT_SETTINGS, SOURCE);
  const played = { bytes: 0 };
  const granted: number[] = [];
  const credit = new CreditGrants({
    rules,
    sourceBytes: SOURCE.bytes,
    bytesPerMs,
    speed,
    playedBytes: () => played.bytes,
    grant: (limit) => granted.push(limit),
  });
  return { rules, played, granted, credit };
}

describe('credit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is what may lie ahead of the playhead, and follows it twenty times a second of the run', () => {
    const { rules, played, granted, credit } = setUp('streaming');
    credit.now();
    expect(granted).toEqual([rules.maxBufferBytes]);
    credit.start();
    granted.length = 0;
    for (let tMs = 0; tMs < 1000; tMs += 50) {
      played.bytes = tMs * 1000;
      vi.advanceTimersByTime(50);
    }
    expect(granted).toHaveLength(20);
    expect(granted.at(-1)).toBe(played.bytes + rules.maxBufferBytes);
    credit.stop();
    vi.advanceTimersByTime(1000);
    expect(granted).toHaveLength(20);
  });

  it('goes out as much more often as the run is faster', () => {
    const { granted, credit } = setUp('streaming', 4);
    credit.start();
    vi.advanceTimersByTime(249);
    expect(granted.length).toBeGreaterThanOrEqual(19);
  });

  it('ends with the source: full buffer is given all of it at once', () => {
    const { granted, credit } = setUp('full-buffer');
    credit.start();
    vi.advanceTimersByTime(1000);
    expect(granted).toEqual([SOURCE.bytes]);
  });
});
