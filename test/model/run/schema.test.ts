import { expect, test } from 'vitest';
import { DEFAULT_LIVE } from '../../../model/camera/types';
import { liveOfLog } from '../../../model/run/schema';
import type { RunLog } from '../../../model/run/schema';

const live = { recordS: 5, reserveS: 2 };
const log = (settings: object, ...lanes: object[]) => ({ settings, lanes }) as unknown as RunLog;

test('the settings of a camera are those of a run whose delay was measured', () => {
  expect(liveOfLog(log({ live }, { liveDelayMs: null }))).toEqual(live);
  expect(liveOfLog(log({}, {}, { liveDelayMs: { median: 1, p95: 2, count: 3 } }))).toEqual(
    DEFAULT_LIVE,
  );
});

test('a file has none, though a camera before it may have left its settings', () => {
  expect(liveOfLog(log({ live }, {}))).toBeNull();
});
