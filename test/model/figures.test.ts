import { expect, test } from 'vitest';
import {
  bufferFigure,
  clockFigure,
  rateFigure,
  secondsFigure,
  sizeFigure,
  stallsFigure,
} from '../../model/figures';

test('a buffer has one decimal, none at all is 0, a little is not shown as none', () => {
  expect([0, 1, 5000, 60_000, 1_340_000, 20_000_000].map(bufferFigure)).toEqual([
    '0 MB',
    '0.000 MB',
    '0.005 MB',
    '0.1 MB',
    '1.3 MB',
    '20.0 MB',
  ]);
});

test('memory and files are whole, with one decimal below 1 MB', () => {
  expect([0, 400_000, 999_000, 1_400_000, 100_000_000].map(sizeFigure)).toEqual([
    '0 MB',
    '0.4 MB',
    '1.0 MB',
    '1 MB',
    '100 MB',
  ]);
});

test('rates have one decimal', () => {
  expect([0, 1_300_000].map(rateFigure)).toEqual(['0 MB/s', '1.3 MB/s']);
  expect([130, 5600, 99_000].map(rateFigure)).toEqual(['130 B/s', '5.6 kB/s', '99 kB/s']);
});

test('times are seconds with one decimal up to 999.9, whole beyond', () => {
  expect([0, 740, 76_923, 999_940, 999_960, 5_000_400].map(secondsFigure)).toEqual([
    '0 s',
    '0.7 s',
    '76.9 s',
    '999.9 s',
    '1000 s',
    '5000 s',
  ]);
});

test('stalls are a count and a total', () => {
  expect(stallsFigure(0, 0)).toBe('0');
  expect(stallsFigure(2, 2150)).toBe('2, 2.1 s');
});

test('the picture alone shows minutes', () => {
  expect([0, 9.99, 60, 3725].map(clockFigure)).toEqual(['0:00', '0:09', '1:00', '62:05']);
});
