import { describe, expect, it } from 'vitest';
import { chosenSize, level, size, unitOf } from '../../../renderer/apparatus/size-unit';

describe('figures of one picture', () => {
  it('are whole MB for a large source, with a decimal for a small one', () => {
    expect(size(35e6, unitOf(100e6))).toBe('35');
    expect(size(5.2e6, unitOf(5.2e6))).toBe('5.2');
    expect(size(400_000, unitOf(100e6))).toBe('0.4');
  });

  it.each([20_000, 4_999_999])('are kB for a source of %i bytes', (bytes) => {
    const unit = unitOf(bytes);
    expect(`${size(12_000, unit)} ${unit.name}`).toBe('12 kB');
    expect(level(19_400, unit)).toBe('19.4');
  });

  it('show a true zero as 0 and a level with one decimal', () => {
    expect([size(0, unitOf(1e8)), level(0, unitOf(1e8)), level(4.68e6, unitOf(1e8))]).toEqual([
      '0',
      '0',
      '4.7',
    ]);
  });

  it('name a chosen size as shortly as it is', () => {
    expect([1e6, 50_000, 1024, 512, 1 << 20].map(chosenSize)).toEqual([
      '1 MB',
      '50 kB',
      '1.02 kB',
      '512 B',
      '1.05 MB',
    ]);
  });
});
