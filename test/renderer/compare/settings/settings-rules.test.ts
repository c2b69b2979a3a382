import { describe, expect, it } from 'vitest';
import { en as words } from '../../../../assets/words/en';
import { CHUNK_STEPS, DEFAULT_SETTINGS } from '../../../../model/delivery/settings';
import { METHODS } from '../../../../model/delivery/types';
import type { RunSettings } from '../../../../model/run/schema';
import {
  nextStep,
  sizeView,
  toggled,
  whyNot,
} from '../../../../renderer/compare/settings/settings-rules';

const settings: RunSettings = {
  ...DEFAULT_SETTINGS,
  methods: [...METHODS],
  speed: 1,
  untilMs: null,
  verify: false,
  consumeRate: 1e6,
};

describe('sizes', () => {
  it('that follow others show what they follow', () => {
    expect(sizeView(settings, 'resumeBytes')).toEqual({
      value: 10e6,
      standard: 10e6,
      isStandard: true,
    });
    expect(sizeView({ ...settings, chunkBytes: 5e5 }, 'streamingAheadBytes').value).toBe(1e6);
    expect(sizeView({ ...settings, resumeBytes: 10e6 }, 'resumeBytes').isStandard).toBe(false);
  });

  it('go up and down in steps, also from a size between two', () => {
    expect(nextStep('chunkBytes', 1e6, 1)).toBe(2e6);
    expect(nextStep('chunkBytes', 1_300_000, -1)).toBe(1e6);
    expect(nextStep('chunkBytes', CHUNK_STEPS[0] ?? 0, -1)).toBeNull();
    expect(nextStep('prefetchBytes', 10e6, 1)).toBe(12e6);
    expect(nextStep('maxAheadBytes', 1e9, 1)).toBeNull();
  });

  it('that do not combine are not taken, and the reason has its words', () => {
    const problem = whyNot(settings, { prefetchBytes: 30e6 }, 100e6);
    expect(problem?.code).toBe('prefetch-does-not-fit');
    expect(whyNot(settings, { prefetchBytes: 12e6 }, 100e6)).toBeNull();
    const codes: string[] = [
      'not-a-size',
      'chunk-range',
      'read-ahead-range',
      'read-rate-range',
      'memory-cap-range',
      'ahead-below-chunk',
      'prefetch-does-not-fit',
      'resume-does-not-fit',
      'streaming-below-two-chunks',
    ];
    expect(Object.keys(words.settings.problems).sort()).toEqual(codes.sort());
  });

  it('that are wrong already can be put right one by one', () => {
    const wrong = { ...settings, prefetchBytes: 30e6, resumeBytes: 30e6 };
    expect(whyNot(wrong, { prefetchBytes: 10e6 }, 100e6)).toBeNull();
  });
});

describe('methods', () => {
  it('are switched in their order, and the last one stays', () => {
    expect(toggled(['streaming'], 'full-buffer', METHODS)).toEqual(['full-buffer', 'streaming']);
    expect(toggled(METHODS, 'buffering', METHODS)).toEqual(['full-buffer', 'streaming']);
    expect(toggled(['streaming'], 'streaming', METHODS)).toBeNull();
  });
});
