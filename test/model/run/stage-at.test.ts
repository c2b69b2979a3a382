import { expect, test } from 'vitest';
import type { Mark } from '../../../model/run/marks';
import { scenarioCaptionAt, stageAt } from '../../../model/run/stage-at';

const step = (tMs: number, stage: Mark['stage']): Mark => ({
  ...{ tMs, kind: 'step', text: {}, from: 'scenario' },
  ...(stage && { stage }),
});
const said = (tMs: number, toMs: number | undefined, from: Mark['from'] = 'scenario'): Mark => ({
  ...{ tMs, kind: 'caption', text: { en: String(tMs) }, from },
  ...(toMs !== undefined && { toMs }),
});

test('each change holds from its moment on until the next of its kind', () => {
  const marks = [
    step(1000, { highlight: { station: 'player' } }),
    step(2000, { prediction: true }),
    step(3000, { highlight: null, zoom: 'buffer' }),
    step(4000, { zoom: null }),
  ];
  expect(stageAt(marks, 999)).toEqual({ highlight: null, zoom: null, prediction: null });
  expect(stageAt(marks, 1000).highlight).toEqual({ station: 'player' });
  expect(stageAt(marks, 2500)).toEqual({
    highlight: { station: 'player' },
    zoom: null,
    prediction: true,
  });
  expect(stageAt(marks, 3000)).toEqual({ highlight: null, zoom: 'buffer', prediction: true });
  expect(stageAt(marks, 4000)).toEqual({ highlight: null, zoom: null, prediction: true });
});

test('a scenario speaks from its caption to the end of it; the rules are not asked', () => {
  const marks = [said(1000, 2000), said(1500, undefined, 'rule'), said(3000, undefined)];
  expect(scenarioCaptionAt(marks, 999)).toBeNull();
  expect(scenarioCaptionAt(marks, 1600)).toEqual({ en: '1000' });
  expect(scenarioCaptionAt(marks, 2000)).toBeNull();
  expect(scenarioCaptionAt(marks, 9e6)).toEqual({ en: '3000' });
});
