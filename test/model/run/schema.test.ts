import { expect, test } from 'vitest';
import { DEFAULT_LIVE } from '../../../model/camera/types';
import { liveOfLog } from '../../../model/run/schema';

const live = { recordS: 5, reserveS: 2 };

test('the settings of a camera are those of a run whose source was one', () => {
  expect(liveOfLog({ media: { camera: { kind: 'test' } }, settings: { live } })).toEqual(live);
  expect(liveOfLog({ media: { camera: { kind: 'test' } }, settings: {} })).toEqual(DEFAULT_LIVE);
});

test('a file has none, though a camera before it may have left its settings', () => {
  expect(liveOfLog({ media: {}, settings: { live } })).toBeNull();
});
