import { describe, expect, test } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';

const SAMPLE = { bytes: 100_000_000, largestStepBytes: 1_000_000 };

describe('rules', () => {
  test('of full buffer read all, send all, start with all', () => {
    expect(laneRules('full-buffer', DEFAULT_SETTINGS, SAMPLE)).toEqual({
      method: 'full-buffer',
      chunkBytes: 1_000_000,
      startBytes: 100_000_000,
      resumeBytes: 100_000_000,
      maxBufferBytes: Infinity,
      bufferWhole: true,
      bufferLimitRaised: false,
      readAheadChunks: 0,
    });
  });

  test('of buffering start at the prefetch and resume there unless told otherwise', () => {
    const rules = laneRules('buffering', DEFAULT_SETTINGS, SAMPLE);
    expect(rules).toMatchObject({
      startBytes: 10_000_000,
      resumeBytes: 10_000_000,
      maxBufferBytes: 20_000_000,
      bufferWhole: false,
    });
    const other = { ...DEFAULT_SETTINGS, resumeBytes: 3_000_000 };
    expect(laneRules('buffering', other, SAMPLE).resumeBytes).toBe(3_000_000);
  });

  test('of streaming start with one chunk, resume with anything, and keep two chunks', () => {
    expect(laneRules('streaming', DEFAULT_SETTINGS, SAMPLE)).toMatchObject({
      startBytes: 1_000_000,
      resumeBytes: 0,
      maxBufferBytes: 2_000_000,
      bufferWhole: false,
      bufferLimitRaised: false,
    });
    const wider = { ...DEFAULT_SETTINGS, streamingAheadBytes: 5_000_000 };
    expect(laneRules('streaming', wider, SAMPLE).maxBufferBytes).toBe(5_000_000);
  });

  test('never want more than the source has', () => {
    const small = { bytes: 300_000, largestStepBytes: 300_000 };
    expect(laneRules('buffering', DEFAULT_SETTINGS, small)).toMatchObject({
      startBytes: 300_000,
      resumeBytes: 300_000,
    });
    expect(laneRules('streaming', DEFAULT_SETTINGS, small).startBytes).toBe(300_000);
  });

  test('hold more ahead where the largest fragment needs it, and say so', () => {
    const coarse = { bytes: 100_000_000, largestStepBytes: 6_200_000.5 };
    expect(laneRules('streaming', DEFAULT_SETTINGS, coarse)).toMatchObject({
      maxBufferBytes: 7_200_001,
      bufferLimitRaised: true,
    });
    expect(laneRules('buffering', DEFAULT_SETTINGS, coarse).bufferLimitRaised).toBe(false);
  });

  test('do not announce what is only fragments that do not fall on chunks', () => {
    const sample = { bytes: 100_000_000, largestStepBytes: 1_122_000 };
    expect(laneRules('streaming', DEFAULT_SETTINGS, sample)).toMatchObject({
      maxBufferBytes: 2_122_000,
      bufferLimitRaised: false,
    });
  });
});
