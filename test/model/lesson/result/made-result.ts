import { newRecord, type LessonRecord } from '../../../../model/lesson/record';
import { resultOf } from '../../../../model/lesson/result/write';
import type { LearnerResult } from '../../../../model/lesson/result/schema';
import { lessonOf, lessonText } from '../files';

export const LESSON_ID = '04-start-later-or-stall';
export const LESSON = lessonOf(lessonText(LESSON_ID));

const curve = [
  [0, 0],
  [7700, 10e6],
  [12_000, 10.7e6],
  [19_000, 3.7e6],
  [40_000, 9.9e6],
].map(([tMs = 0, bytes = 0]) => ({ tMs, bytes }));

/** What its run shows over a link that is down from 12 s to 19 s, with straight lines between. */
export const RAN: LessonRecord['ran'] = {
  cut: {
    atMs: 2000,
    figures: { 'stalls(buffering)': 0, 'stalls(streaming)': 1, 'startup(buffering)': 7700 },
    curves: { buffering: curve },
    outages: [{ fromMs: 12_000, toMs: 19_000 }],
  },
};

/** A record of the lesson on the reserve; `leastBytes` is where the drawn line is lowest. */
export function recordWith(leastBytes: number, own: Partial<LessonRecord> = {}): LessonRecord {
  const points = Array.from({ length: 33 }, (_, i) => ({
    tMs: 8000 + i * 1000,
    bytes: Math.round(
      i < 4 ? 10e6 : i < 11 ? 10e6 - ((i - 4) / 7) * (10e6 - leastBytes) : leastBytes,
    ),
  }));
  return {
    ...newRecord(LESSON_ID, 1000),
    predictions: {
      reserve: { atMs: 1500, answer: { kind: 'draw', points } },
      who: { atMs: 1600, answer: { kind: 'choose', option: 'both' } },
    },
    sentences: { '5': { atMs: 2500, text: 'It drains as fast as the film plays.' } },
    ran: RAN,
    ...own,
  };
}

/** What that learner hands in. */
export const resultWith = (
  leastBytes: number,
  { name = '', ...own }: Partial<LessonRecord> & { name?: string } = {},
): LearnerResult => resultOf(recordWith(leastBytes, own), LESSON, { name, savedMs: 3000 });
