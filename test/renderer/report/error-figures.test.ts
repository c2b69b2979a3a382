import { expect, test } from 'vitest';
import { countError, exactSeconds, timeError } from '../../../renderer/report/error-figures';

test('a time has two decimals, none at all is 0 s', () => {
  expect([0, 7692.3, 100_004].map(exactSeconds)).toEqual(['0 s', '7.69 s', '100.00 s']);
});

test('an error is signed, in ms below a second, and a dash where there is none', () => {
  expect([0.4, 45.2, -4, 999.4, 1200, -1200, null].map(timeError)).toEqual([
    '0 ms',
    '+45 ms',
    '−4 ms',
    '+999 ms',
    '+1.20 s',
    '−1.20 s',
    '–',
  ]);
  expect([0, 2, -1].map(countError)).toEqual(['0', '+2', '−1']);
});
