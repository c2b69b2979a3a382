import { expect, it } from 'vitest';
import { STEP_KEYS, type Step } from '../../../../renderer/what-if/chart/drag-surface';
import { steppedValue } from '../../../../renderer/what-if/state/setup';

const values = [10, 20, 30, 40, 50, 60, 70];

it.each<[Step, number]>([
  [1, 40],
  [-1, 20],
  [5, 70],
  [-5, 10],
  ['first', 10],
  ['last', 70],
])('a step of %s from 30 leads to %d, within the axis', (step, to) => {
  expect(steppedValue(values, 30, step)).toBe(to);
});

it('only keys that move a slider are steps', () => {
  expect(STEP_KEYS['ArrowUp']).toBe(1);
  expect(STEP_KEYS['Home']).toBe('first');
  expect(STEP_KEYS['a']).toBeUndefined();
});
