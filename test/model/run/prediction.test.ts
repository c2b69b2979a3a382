import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { lanePrediction, predictionError, type PredictedRun } from '../../../model/run/prediction';

/** 100 s, 1 MB a second, over a link that carries 2 MB a second. */
const RUN: PredictedRun = {
  settings: { ...DEFAULT_SETTINGS, methods: METHODS, untilMs: null },
  link: LINK_PRESETS.steady(2e6),
  media: {
    kind: 'media',
    deliveredBytes: 100e6,
    index: Array.from({ length: 101 }, (_, i) => ({ bytes: i * 1e6, seconds: i })),
  },
  seed: 1,
  cuts: [],
  nowMs: 105_100,
};
const streaming = { method: 'streaming', error: null } as const;

describe('what the model says of a lane', () => {
  test('that has ended: its whole run', () => {
    const { prediction } = lanePrediction(RUN, { ...streaming, endedMs: 100_700 });
    expect(prediction?.startupDelayMs).toBeCloseTo(500, 3);
    expect(prediction?.endedMs).toBeCloseTo(100_500, 3);
    expect(prediction).toMatchObject({ stallCount: 0, stallTotalMs: 0 });
  });

  test('that goes on: as far as the run has come, a stall that lasts included', () => {
    const cuts = [{ fromMs: 10_000, toMs: 60_000 }];
    const run = { ...RUN, cuts, nowMs: 20_000 };
    const { prediction } = lanePrediction(run, { ...streaming, endedMs: null });
    expect(prediction).toMatchObject({ endedMs: null, stallCount: 1 });
    // Two chunks ahead at most when the cut began: dry between 10 s and 12 s.
    expect(prediction?.stallTotalMs).toBeGreaterThan(8000);
    expect(prediction?.stallTotalMs).toBeLessThan(10_000);
  });

  test('before it could start: nothing has happened', () => {
    const run = { ...RUN, nowMs: 400 };
    const { prediction } = lanePrediction(run, { ...streaming, endedMs: null });
    expect(prediction).toEqual({
      startupDelayMs: null,
      stallCount: 0,
      stallTotalMs: 0,
      endedMs: null,
    });
  });

  test('that has broken: nothing, and why', () => {
    const error = {
      code: 'reader-died',
      where: 'memory',
      message: '',
      detail: '',
      atBytes: 0,
    } as const;
    expect(lanePrediction(RUN, { ...streaming, endedMs: null, error })).toEqual({
      prediction: null,
      noPrediction: 'failed',
    });
  });
});

test('an error is what was measured less what was predicted, where both came about', () => {
  const measured = { startupDelayMs: 520, stallCount: 1, stallTotalMs: 900, endedMs: null };
  const predicted = { startupDelayMs: 500, stallCount: 2, stallTotalMs: 1000, endedMs: 7 };
  expect(predictionError(measured, predicted)).toEqual({
    startupDelayMs: 20,
    stallCount: -1,
    stallTotalMs: -100,
    endedMs: null,
  });
});
