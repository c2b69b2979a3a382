import { expect, it } from 'vitest';
import { hasSeen } from '../../../model/lesson/figures';
import { parseCondition, parseMeasure } from '../../../model/lesson/measure';
import type { KnownMeasure, LessonQuestion } from '../../../model/lesson/types';

const MEASURE = parseMeasure('a.startup(streaming)') as KnownMeasure;
const number: LessonQuestion = {
  ...{ id: 'n', ask: '', kind: 'number', measure: MEASURE, max: 60_000 },
};
const choose: LessonQuestion = {
  ...{ id: 'c', ask: '', kind: 'choose' },
  options: [
    { id: 'early', words: '', check: parseCondition('a.startup(streaming) < 2s') },
    { id: 'late', words: '', check: parseCondition('a.startup(streaming) >= 2s') },
    { id: 'unknown', words: '', check: null },
  ],
};
const done = (startup: number | null) => ({
  ran: { a: { atMs: 0, figures: { 'startup(streaming)': startup }, curves: {}, outages: [] } },
});

it('a learner has seen what the log shows: a number about, a choice whose check holds', () => {
  const said = (value: number) => hasSeen(done(1000), number, { kind: 'number', value });
  expect([849, 850, 1000, 1150, 1151].map(said)).toEqual([false, true, true, true, false]);
  const chosen = (option: string) => hasSeen(done(1000), choose, { kind: 'choose', option });
  expect(['early', 'late', 'unknown'].map(chosen)).toEqual([true, false, false]);
});

it('nobody has seen what was not run, or what never happened', () => {
  expect(hasSeen({ ran: {} }, number, { kind: 'number', value: 1000 })).toBe(false);
  expect(hasSeen(done(null), number, { kind: 'number', value: 1000 })).toBe(false);
  expect(hasSeen({ ran: {} }, choose, { kind: 'choose', option: 'early' })).toBe(false);
});
