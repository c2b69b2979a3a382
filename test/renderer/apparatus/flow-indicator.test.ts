import { describe, expect, it } from 'vitest';
import { RecentPassing } from '../../../renderer/apparatus/flow-indicator';

describe('bytes that pass a gate', () => {
  it('are told a moment longer than they pass, of wall time', () => {
    const passing = new RecentPassing();
    expect(passing.at(0, 0, 1)).toBe(false);
    expect(passing.at(10, 1000, 1)).toBe(true);
    expect(passing.at(10, 1200, 1)).toBe(true);
    expect(passing.at(10, 1400, 1)).toBe(false);
    expect(passing.at(20, 2000, 4)).toBe(true);
    expect(passing.at(20, 3000, 4)).toBe(true);
  });

  it('are not told after a step back', () => {
    const passing = new RecentPassing();
    passing.at(10, 1000, 1);
    expect(passing.at(5, 500, 1)).toBe(false);
  });
});
