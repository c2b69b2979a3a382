import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';
import { FLAGS } from '../../../../electron/main/headless/flags';
import {
  settingChanges,
  settingsFrom,
  settingsText,
} from '../../../../electron/main/headless/settings-text';
import { quoted, wordsOf } from '../../../../electron/flags/shell-words';
import type { RunTerms } from '../../../../electron/ipc/settings-requests';
import { settingsProblems } from '../../../../model/delivery/settings';
import { HELD_METHODS, METHODS } from '../../../../model/delivery/types';
import { formatLinkSpec, parseLinkSpec } from '../../../../model/link/spec/spec';
import type { CurveOf } from '../../../../model/link/types';

/** Any trace or profile there might be. */
const curveOf: CurveOf = () => ({
  curve: { fromMs: Float64Array.of(0), rate: Float64Array.of(1e6), periodMs: Infinity },
  latencyMs: 0,
});

const size = (min: number, max: number) => fc.integer({ min, max });
const orNull = (max: number) => fc.option(size(0, max), { nil: null });

/** Settings that go together, whatever is delivered. */
const settings = fc
  .record({
    methods: fc.subarray([...METHODS], { minLength: 1 }),
    chunkBytes: size(1024, 16 * 1024 * 1024),
    prefetchBytes: size(0, 50e6),
    resumeBytes: orNull(50e6),
    maxAheadBytes: size(0, 100e6),
    streamingAheadBytes: orNull(100e6),
    readAheadChunks: size(0, 1000),
    backpressureOff: fc.constantFrom(null, ...HELD_METHODS),
    readRate: size(1, 1e9),
    memoryCapBytes: size(50e6, 4e9),
    speed: fc.constantFrom<RunTerms['settings']['speed'][]>(0.5, 1, 2, 4),
    untilMs: fc.option(size(1, 3_600_000), { nil: null }),
    verify: fc.boolean(),
    consumeRate: size(1, 1e9),
  })
  .filter((each) => settingsProblems(each).length === 0);

const rate = size(1, 50e6).map((bytes) => `${bytes}B/s`);
const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/[;]/.test(text));

/** Links of every kind, as they are written. */
const link = fc
  .oneof(
    fc.constant('unlimited'),
    rate.map((each) => `constant:${each}`),
    rate.map((each) => `unstable:${each};latency=80ms;jitter=20ms`),
    fc.tuple(rate, size(0, 50), size(1, 9)).map(([each, from, s]) => {
      return `dropouts:${each}@${from}-${from + s};later=5s;longer=2.6s`;
    }),
    fc.tuple(rate, rate).map(([one, two]) => `steps:0=${one},10=${two};repeat=60s`),
    name.map((file) => `trace:${file}`),
  )
  .map((text) => {
    try {
      return formatLinkSpec(parseLinkSpec(text, curveOf));
    } catch {
      return 'unlimited';
    }
  });

const terms: fc.Arbitrary<RunTerms> = fc.record({
  settings,
  link,
  seed: size(0, 0xffff_ffff),
});

describe('settings as text', () => {
  it('read back as they were, by the window and by the command line', () => {
    fc.assert(
      fc.property(terms, (each) => {
        const text = settingsText(each);
        expect(settingsFrom(text, { curveOf })).toEqual(each);
        const command = parseCommandLine(wordsOf(text) ?? [], curveOf);
        expect(command).toMatchObject({ kind: 'window', request: { ...each, fit: null } });
      }),
      { numRuns: 500 },
    );
  });

  it('say only what differs', () => {
    const plain = settingsFrom('bufferscope run');
    expect(settingsText(plain)).toBe('bufferscope run');
    const other = { ...plain, settings: { ...plain.settings, prefetchBytes: 5e6, verify: true } };
    expect(settingsText(other)).toBe('bufferscope run --prefetch 5MB --verify');
    expect(settingChanges(plain, { ...other, seed: 7 })).toEqual([
      { flag: 'prefetch', from: '10MB', to: '5MB' },
      { flag: 'seed', from: '1', to: '7' },
      { flag: 'verify', from: null, to: 'on' },
    ]);
  });

  it('know every flag that sets a run, and carry a camera', () => {
    const live = { recordS: 5, reserveS: 1.5 };
    const plain = settingsFrom('--seed 3');
    const text = settingsText({ ...plain, settings: { ...plain.settings, live } });
    expect(text).toBe('bufferscope run --record 5s --reserve 1.5s --seed 3');
    expect(settingsFrom(text).settings.live).toEqual(live);
    for (const [flag, { type }] of Object.entries(FLAGS)) {
      if (type !== 'string' || 'setting' in FLAGS[flag as keyof typeof FLAGS]) continue;
      expect(() => settingsFrom(`--${flag} x`)).toThrow(`--${flag} is no setting of a run`);
    }
  });

  it('are taken behind "run" in a window and in a headless run, and fit nothing', () => {
    const run = ['run', '--prefetch', '5MB'];
    const exact = { request: { settings: { prefetchBytes: 5e6 }, fit: null } };
    expect(parseCommandLine(run)).toMatchObject({ kind: 'window', ...exact });
    const words = ['bufferscope', ...run, '--headless'];
    expect(parseCommandLine(words)).toMatchObject({ kind: 'headless', ...exact });
    const fitted = { request: { fit: ['prefetchBytes'] } };
    expect(parseCommandLine(['--prefetch', '5MB'])).toMatchObject({ kind: 'window', ...fitted });
    expect(parseCommandLine(['run', 'film.mp4'])).toMatchObject({ source: { path: 'film.mp4' } });
  });

  it.each([
    ['', 'begin with “bufferscope run”'],
    ['rm -rf /', 'begin with “bufferscope run”'],
    ['bufferscope run "--link', 'a quotation mark that does not end'],
    ['bufferscope run --nonsense 3', 'Unknown argument "--nonsense"'],
    ['bufferscope run --__proto__ 3', 'Unknown argument "--__proto__"'],
    ['bufferscope run --chunk many', '"many" is not a size'],
    ['bufferscope run --chunk', '--chunk needs a value'],
    ['bufferscope run --chunk 1GB', 'is not a size'],
    ['bufferscope run --chunk 100MB', 'outside 1 KiB to 16 MiB'],
    ['bufferscope run --seed 99999999999', '--seed takes a whole number'],
    ['bufferscope run --link trace:/etc/passwd', 'a trace cannot be read here'],
    ['bufferscope run --prefetch 19.5MB', 'These settings cannot go together'],
    ['bufferscope run film.mp4', '“film.mp4” is no flag'],
    ['bufferscope run --out /tmp', '--out is no setting of a run'],
    ['bufferscope run --headless', '--headless is no setting of a run'],
    ['--seed 1\n'.repeat(10_000), 'is too long for settings'],
  ])('refuse %j by one sentence', (text, sentence) => {
    expect(() => settingsFrom(text)).toThrow(sentence);
  });

  it('refuse any text by a sentence of bounded length', () => {
    const words = fc.array(
      fc.oneof(fc.string(), fc.constantFrom(...Object.keys(FLAGS).map((flag) => `--${flag}`))),
    );
    fc.assert(
      fc.property(fc.constantFrom('', 'bufferscope run ', '--'), words, (begin, rest) => {
        try {
          settingsFrom(begin + rest.join(' '));
        } catch (error) {
          expect(error).toMatchObject({ name: 'BadArgument' });
          expect((error as Error).message.length).toBeLessThan(320);
        }
      }),
      { numRuns: 500 },
    );
    expect(() => settingsFrom(`bufferscope run --${'x'.repeat(9000)}`)).toThrow(/^.{1,301}$/);
  });
});

describe('words of a shell', () => {
  const word = fc.string({ unit: 'binary', maxLength: 30 }).filter((each) => !each.includes('\0'));

  it('are quoted such that a line of them is read back as the same words', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(wordsOf(words.map(quoted).join(' '))).toEqual(words);
      }),
      { numRuns: 1000 },
    );
  });

  it.skipIf(process.platform === 'win32')('are what a real shell makes of them', () => {
    const hostile = [
      '$HOME',
      '`id`',
      'a b',
      "it's",
      '"',
      '\\',
      'a\\b',
      'C:\\t\\$x',
      '*',
      '~',
      '!!',
    ];
    const samples = [...hostile, ...fc.sample(word, 200)].filter((each) => each !== '');
    const line = samples.map(quoted).join(' ');
    const out = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`]).toString();
    expect(out.split('\0').slice(0, -1)).toEqual(
      samples.map((each) => Buffer.from(each).toString()),
    );
  });

  it('that nothing closes are none', () => {
    expect(wordsOf('a "b')).toBeNull();
    expect(wordsOf("'")).toBeNull();
    expect(wordsOf('  ')).toEqual([]);
  });
});
