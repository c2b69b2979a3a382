import { expect, test } from 'vitest';
import {
  bufferFigure,
  clockFigure,
  countFigure,
  exactFigure,
  fixedFigure,
  growthFigure,
  largeSize,
  rateFigure,
  roughTime,
  secondsFigure,
  shortFigure,
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
  expect(stallsFigure(2, 2150)).toBe('2, 2.2 s');
});

test('the picture alone shows minutes', () => {
  expect([0, 9.99, 60, 3725].map(clockFigure)).toEqual(['0:00', '0:09', '1:00', '62:05']);
});

test('a growth has its sign, none has none', () => {
  expect([0, 300_000, 98_000_000].map(growthFigure)).toEqual(['0 MB', '+0.3 MB', '+98 MB']);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [2e6, '2 MB'],
  [9.96e6, '10 MB'],
  [999.6e6, '1 GB'],
  [1e12, '1 TB'],
  [100e12, '100 TB'],
  [5e18, '5000 PB'],
])('%d bytes is %s', (bytes, word) => expect(largeSize(bytes)).toBe(word));

test('bare numbers are fixed, short or as exact as they were set, counts in groups', () => {
  expect([2.15, -0.04].map((value) => fixedFigure(value, 1))).toEqual(['2.2', '-0.0']);
  expect([0.5, 40, 1.256].map((value) => shortFigure(value, 2))).toEqual(['0.5', '40', '1.26']);
  expect([1.3, 0.625, 2, 0, 12.345].map(exactFigure)).toEqual([
    ...['1.3', '0.625', '2.0', '0.0', '12.345'],
  ]);
  expect([999, 1_000_000].map(countFigure)).toEqual(['999', '1,000,000']);
});

test('writes a time that is roughly known in one unit or two, never too short', () => {
  const times = [0, 1, 1000, 1001, 99_000, 99_001, 180_000, 5_940_000, 5_940_001, 7_500_000];
  expect(times.map(roughTime)).toEqual([
    ...['0 s', '1 s', '1 s', '2 s', '99 s', '2 min', '3 min', '99 min', '1 h 40 min', '2 h 5 min'],
  ]);
});
