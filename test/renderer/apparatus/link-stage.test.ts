import { describe, expect, it } from 'vitest';
import { chunkX, linkShape } from '../../../renderer/apparatus/link-stage';

describe('the pipe', () => {
  it('has two walls when whole, four with a gap at 55 to 72 % when cut', () => {
    const whole = linkShape(200, false);
    expect(whole.walls.match(/M/g)).toHaveLength(2);
    expect(whole.jags).toBe('');
    const cut = linkShape(200, true);
    expect(cut.walls.match(/M/g)).toHaveLength(4);
    expect(cut.walls).toContain('H110');
    expect(cut.walls).toContain('M144 ');
    expect(cut.jags.match(/M/g)).toHaveLength(2);
    expect(cut.ticks.length).toBeLessThan(whole.ticks.length);
  });

  it('moves the tile from end to end with the share sent', () => {
    expect(chunkX(200, 0)).toBe(4);
    expect(chunkX(200, 1)).toBe(184);
    expect(chunkX(200, 0.5)).toBe(94);
  });
});
