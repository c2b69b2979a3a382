import { expect, test } from 'vitest';
import { linePath } from '../../../renderer/charts/predicted-lines';

const same = (value: number): number => value;

test('a line runs through its points', () => {
  const points = [
    { t: 0, v: 1 },
    { t: 2, v: 3.25 },
  ];
  expect(linePath(points, 10, same, same)).toBe('M0.0 1.0L2.0 3.3');
  expect(linePath([], 10, same, same)).toBe('');
});

test('it ends where the axis ends, between two points by share of the time', () => {
  const points = [
    { t: 0, v: 0 },
    { t: 8, v: 8 },
    { t: 12, v: 4 },
    { t: 20, v: 0 },
  ];
  expect(linePath(points, 10, same, same)).toBe('M0.0 0.0L8.0 8.0L10.0 6.0');
});
