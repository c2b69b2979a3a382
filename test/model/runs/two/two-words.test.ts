import { describe, expect, it } from 'vitest';
import { say } from '../../../../electron/words';
import type { Limit, Verdict } from '../../../../model/runs/two/compare-two';
import type { Difference, Meanwhile } from '../../../../model/runs/two/differences';
import { FIGURES } from '../../../../model/runs/two/lane-figures';
import { MAIN_SETTINGS, OTHER_SETTINGS } from '../../../../model/runs/two/settings';
import { settingWord, verdictWords, type Words } from '../../../../model/runs/two/two-words';

const WORDS: Words = { say, list: (items) => new Intl.ListFormat('en').format(items) };

/** What is said of a verdict and its limits. */
function told(verdict: Verdict, limits: readonly Limit[] = []): string {
  const { lead, rest } = verdictWords({ verdict, limits, toleranceMs: 100 }, WORDS);
  return [lead, ...rest].join(' ');
}

const differ = (first: Difference, then: Difference | null = null): string =>
  told({ says: 'differ', method: 'buffering', first, then, same: [] });

const STALL = { event: 'stalls-alone', atMs: 36_100, lastsMs: 4300 } as const;

describe('the sentence about two runs', () => {
  it('is that of the design', () => {
    const first: Difference = { event: 'starts-earlier', by: 'b', atMs: 3100, lessMs: 4600 };
    expect(differ(first, { ...STALL, by: 'b', other: 'plays' })).toBe(
      'Buffering: B starts 4.6 s earlier and stalls at 36.1 s, where A plays on.',
    );
    expect(differ(first, { ...STALL, by: 'a', other: 'over' })).toBe(
      'Buffering: B starts 4.6 s earlier, and A stalls at 36.1 s, where B is over.',
    );
  });

  const events: Difference[] = [
    { event: 'starts-alone', by: 'a', atMs: 100 },
    ...(['plays', 'stalls', 'waits', 'over'] satisfies Meanwhile[]).map((other) => ({
      ...STALL,
      by: 'a' as const,
      other,
    })),
    { event: 'stalls-earlier', by: 'b', atMs: 100, lessMs: 500 },
    { event: 'stalls-longer', by: 'b', atMs: 100, moreMs: 500 },
    { event: 'ends-earlier', by: 'b', atMs: 100, lessMs: 500 },
    { event: 'ends-alone', by: 'b', atMs: 100 },
    { event: 'breaks', by: 'b', atMs: 100 },
    ...FIGURES.map((figure) => ({ event: 'figure', by: 'b', figure, more: 2e6 }) as const),
  ];
  it.each(events)('has words without gaps for $event', (event) => {
    expect(differ(event)).toMatch(/^Buffering: [AB] [^{}]+\.$/);
    expect(differ(event)).not.toMatch(/twoRuns|undefined|NaN/);
  });

  it('says what is the same, and what cannot be compared', () => {
    expect(told({ says: 'same', methods: ['streaming'] })).toBe(
      'A and B are the same, within what measuring says (0.1 s).',
    );
    const limits: Limit[] = [
      { limit: 'no-method' },
      { limit: 'only', of: 'b', methods: ['full-buffer', 'streaming'] },
      { limit: 'kinds', a: 'media', b: 'camera', figures: ['least', 'ends'] },
      { limit: 'kinds', a: 'text', b: 'bytes', figures: [] },
      { limit: 'files', a: 'a.mp4', b: 'b.mp4', figures: ['ends'] },
      { limit: 'files', a: 'a.mp4', b: 'b.mp4', figures: [] },
      { limit: 'stretch', of: 'a', untilMs: 12_400 },
    ];
    const all = told({ says: 'nothing' }, limits);
    expect(all).not.toMatch(/twoRuns|[{}]|undefined/);
    expect(all).toContain('Only B has Full buffer and Streaming.');
    expect(all).toContain(
      'A is a film and B is a camera: the least in the client buffer and the end cannot be compared.',
    );
    expect(all).toContain('A goes no further than 12.4 s');
  });
});

describe('a setting', () => {
  it('has a name, and words for what it was left at', () => {
    for (const setting of [...MAIN_SETTINGS, ...OTHER_SETTINGS]) {
      expect(say(`twoRuns.settings.${setting}`)).not.toContain('twoRuns');
    }
  });

  it.each([
    ['prefetchBytes', 4e6, '4 MB'],
    ['resumeBytes', null, 'whole prefetch'],
    ['streamingAheadBytes', null, 'two chunks'],
    ['untilMs', null, 'the end'],
    ['untilMs', 60_000, '60.0 s'],
    ['readAheadChunks', 1, '1 chunk'],
    ['consumeRate', 1e6, '1.0 MB/s'],
    ['reserveS', 3, '3.0 s'],
    ['speed', 4, '4 x'],
    ['verify', true, 'yes'],
    ['seed', 7, '7'],
    ['methods', 'buffering streaming', 'Buffering and Streaming'],
  ] as const)('%s %s reads %s', (setting, value, word) => {
    expect(settingWord(setting, value, WORDS)).toBe(word);
  });
});
