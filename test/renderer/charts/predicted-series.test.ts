import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../model/run/schema';
import { NOTHING_YET } from '../../../model/run/frame';
import type { Prediction } from '../../../model/run/predict-run';
import {
  predictedField,
  predictedStrips,
  wholeSpanMs,
} from '../../../renderer/charts/predicted-series';

const sample = (t: number, received: number, played: number): Sample => ({
  ...NOTHING_YET,
  tMs: t * 1000,
  receivedBytes: received * 1e6,
  playedBytes: played * 1e6,
  bufferedBytes: (received - played) * 1e6,
});

const PREDICTION: Prediction = {
  lanes: [
    { method: 'streaming', samples: [sample(0, 0, 0), sample(20, 20, 18), sample(40, 40, 40)] },
    { method: 'full-buffer', samples: [sample(0, 0, 0), sample(20, 40, 0), sample(40, 40, 20)] },
  ],
  untilMs: 40_000,
  cuts: 'none',
};

describe('a prediction in a chart', () => {
  test('makes the time axis reach the end of the run, and never shortens it', () => {
    expect(wholeSpanMs(20_000, PREDICTION)).toBe(40_000);
    expect(wholeSpanMs(60_000, PREDICTION)).toBe(60_000);
    expect(wholeSpanMs(10_000, null)).toBe(10_000);
    expect(wholeSpanMs(10_000, { ...PREDICTION, untilMs: 1e8 })).toBe(30_000);
  });

  test('has a line for every lane, in the order of the lanes, and its word at the highest', () => {
    const extent = { endS: 40, endV: 40 };
    const { lines, wordAt } = predictedField(PREDICTION, 'bufferedBytes', extent);
    expect(lines.map(({ method }) => method)).toEqual(['full-buffer', 'streaming']);
    expect(lines[0]?.points).toEqual([
      { t: 0, v: 0 },
      { t: 20, v: 40 },
      { t: 40, v: 20 },
    ]);
    expect(wordAt).toMatchObject({ t: 20, v: 40 });
    expect(lines[0]?.marks.map(({ t }) => t)).toEqual([10, 20, 30]);
  });

  test('has received and played in the strip of its lane', () => {
    const { lines } = predictedStrips(PREDICTION, { endS: 40, endV: 40 }, 0.8);
    expect(lines.map(({ key }) => key)).toEqual([
      'full-buffer received',
      'full-buffer played',
      'streaming received',
      'streaming played',
    ]);
    expect(lines[0]?.points.at(-1)).toEqual({ t: 40, v: 1.8 });
    expect(lines[1]?.points.at(-1)).toEqual({ t: 40, v: 1.4 });
    expect(lines[3]?.points.at(-1)).toEqual({ t: 40, v: 0.8 });
  });

  test('says when it knows of a cut by hand, and when not', () => {
    const extent = { endS: 40, endV: 40 };
    const wordOf = (cuts: Prediction['cuts']) =>
      predictedStrips({ ...PREDICTION, cuts }, extent, 0.8).word;
    const words = (['none', 'within', 'beyond'] as const).map(wordOf);
    expect(new Set(words).size).toBe(3);
    for (const word of words) expect(word).toMatch(/^predicted/);
  });
});
