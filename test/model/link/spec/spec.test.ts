import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OUTAGES,
  formatLinkSpec,
  LINK_PRESETS,
  LinkSpecError,
  parseLinkSpec,
} from '../../../../model/link/spec/spec';
import type { ResolvedCurve, RateCurve } from '../../../../model/link/types';
import { resolvedSpec } from '../../../../model/link/spec/presets';
import { curveOfSegments } from '../../../../model/link/rate-curve';
import { links } from '../../arbitraries';

describe('a link SPEC', () => {
  test('of every kind is read', () => {
    expect(parseLinkSpec('unlimited')).toEqual(LINK_PRESETS.unlimited());
    expect(parseLinkSpec('constant:1.3MB/s')).toEqual(LINK_PRESETS.steady(1_300_000));
    expect(parseLinkSpec('unstable:1.3MB/s')).toEqual(LINK_PRESETS.unstable(1_300_000));
    expect(parseLinkSpec('dropouts:1.3MB/s@2-7,30-37')).toEqual({
      ...LINK_PRESETS.dropouts(1_300_000),
      outages: [
        { fromMs: 2000, toMs: 7000 },
        { fromMs: 30_000, toMs: 37_000 },
      ],
    });
    expect(parseLinkSpec('dropouts:1MB/s@2-7;later=5s;longer=2.6s')).toEqual({
      ...LINK_PRESETS.dropouts(1_000_000),
      outages: [{ fromMs: 2000, toMs: 7000 }],
      laterMs: 5000,
      longerMs: 2600,
    });
    expect(parseLinkSpec('steps:0=1.3MB/s,10=0,15.5=800kB/s;repeat=20s')).toEqual({
      ...LINK_PRESETS.unlimited(),
      kind: 'steps',
      rate: (1_300_000 * 10 + 800_000 * 4.5) / 20,
      curve: curveOfSegments(
        [
          { fromMs: 0, rate: 1_300_000 },
          { fromMs: 10_000, rate: 0 },
          { fromMs: 15_500, rate: 800_000 },
        ],
        20_000,
      ),
    });
  });

  test('of a curve without a period has the mean up to its last step, or the rate of the only one', () => {
    expect(parseLinkSpec('steps:0=1MB/s,10=0,20=9MB/s').rate).toBe(500_000);
    expect(parseLinkSpec('steps:0=1MB/s').rate).toBe(1_000_000);
    expect(parseLinkSpec('steps:0=0').rate).toBe(0);
  });

  test('of a trace or a profile has the curve that is known for it, and its latency unless one is given', () => {
    const known = { curve: parseLinkSpec('steps:0=1MB/s').curve as RateCurve, latencyMs: 50 };
    const asked: string[] = [];
    const curveOf = (kind: string, name: string): ResolvedCurve => {
      asked.push(`${kind} ${name}`);
      return known;
    };
    const spec = parseLinkSpec('trace:my logs/a;b=c.log', curveOf);
    expect(spec).toMatchObject({ kind: 'trace', name: 'my logs/a;b=c.log', rate: 1e6 });
    expect(spec.curve).toBe(known.curve);
    expect(spec.latencyMs).toBe(50);
    const given = parseLinkSpec('profile:bus; latency=0ms ;jitter=20ms', curveOf);
    expect(given).toMatchObject({ kind: 'profile', name: 'bus', latencyMs: 0, jitterMs: 20 });
    expect(asked).toEqual(['trace my logs/a;b=c.log', 'profile bus']);
  });

  test('of a trace reads back whatever its name is', () => {
    const known = { curve: parseLinkSpec('steps:0=1MB/s').curve as RateCurve, latencyMs: 50 };
    const part = fc.constantFrom(';latency=5ms', '; jitter =x', ';', '=', ' ', 'latency', '@', ':');
    const names = fc
      .array(fc.oneof(part, fc.string({ unit: 'grapheme' })), { minLength: 1 })
      .map((parts) => parts.join(''))
      .filter((name) => name !== '');
    fc.assert(
      fc.property(names, fc.constantFrom(0, 80), fc.constantFrom(0, 20), (name, lat, jit) => {
        const spec = { ...resolvedSpec('trace', name, known), latencyMs: lat, jitterMs: jit };
        expect(parseLinkSpec(formatLinkSpec(spec), () => known)).toEqual(spec);
      }),
    );
  });

  test('whose trace or profile is not known is refused with the reason', () => {
    expect(() => parseLinkSpec('profile:bus')).toThrow(
      'Link "profile:bus": a profile cannot be read here.',
    );
    const refuse = (): never => {
      throw new Error('There is no such file.');
    };
    expect(() => parseLinkSpec('trace:x', refuse)).toThrow(
      new LinkSpecError('There is no such file.'),
    );
  });

  test('of dropouts without a list has the default outages', () => {
    expect(parseLinkSpec('dropouts:1.3MB/s').outages).toEqual(DEFAULT_OUTAGES);
    expect(parseLinkSpec('dropouts:1.3MB/s')).toEqual(LINK_PRESETS.dropouts(1_300_000));
  });

  test('takes latency and jitter in any order, and spaces', () => {
    const spec = { ...LINK_PRESETS.steady(1e6), latencyMs: 80, jitterMs: 20 };
    expect(parseLinkSpec('constant:1MB/s;latency=80ms;jitter=20ms')).toEqual(spec);
    expect(parseLinkSpec(' constant: 1 MB/s ; jitter = 20 ms ; latency = 0.08s ')).toEqual(spec);
    expect(parseLinkSpec('unlimited;latency=80ms').latencyMs).toBe(80);
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(links, (spec) => {
        expect(parseLinkSpec(formatLinkSpec(spec))).toEqual(spec);
      }),
    );
    expect(formatLinkSpec(parseLinkSpec('dropouts:1.3MB/s@0.5-1.25;jitter=20ms'))).toBe(
      'dropouts:1.3MB/s@0.5-1.25;jitter=20ms',
    );
  });

  test('of dropouts whose outages were all taken away is a constant link', () => {
    expect(formatLinkSpec({ ...LINK_PRESETS.dropouts(1e6), outages: [] })).toBe('constant:1MB/s');
  });

  test.each([
    [
      '',
      'Link "": expected unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO, unstable:RATE, steps:0=RATE,SECOND=RATE, trace:FILE or profile:NAME.',
    ],
    [
      'wifi:1MB/s',
      'Link "wifi:1MB/s": expected unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO, unstable:RATE, steps:0=RATE,SECOND=RATE, trace:FILE or profile:NAME.',
    ],
    ['unlimited:1MB/s', 'Link "unlimited:1MB/s": unlimited takes no rate.'],
    ['constant', 'Link "constant": expected a rate, as in constant:1.3MB/s.'],
    [
      'constant:fast',
      'Link rate: "fast" is not a rate such as 1.3MB/s (B/s, kB/s, MB/s, KiB/s, MiB/s or Mbit/s).',
    ],
    ['constant:0MB/s', 'Link rate "0MB/s": expected more than 0.'],
    [
      'constant:1MB/s@1-2',
      'Link "constant:1MB/s@1-2": outages behind one @ belong to dropouts only.',
    ],
    ['dropouts:1MB/s@1', 'Outage "1": expected seconds from-to, as in 12-17.'],
    ['dropouts:1MB/s@', 'Outage "": expected seconds from-to, as in 12-17.'],
    ['dropouts:1MB/s@5-5', 'Outage "5-5": expected an end behind its beginning.'],
    [
      'dropouts:1MB/s@5-9,8-10',
      'Outage "8-10": expected to begin behind 9 s, where the one before it ends.',
    ],
    ['constant:1MB/s;loss=1', 'Link option "loss=1": expected latency=80ms or jitter=20ms.'],
    ['constant:1MB/s;latency', 'Link option "latency": expected latency=80ms or jitter=20ms.'],
    ['constant:1MB/s;', 'Link option "": expected latency=80ms or jitter=20ms.'],
    ['constant:1MB/s;latency=80', 'Link option "latency": "80" is not a time such as 60s or 80ms.'],
    [
      'dropouts:1MB/s;repeat=1s',
      'Link option "repeat=1s": expected latency=80ms, jitter=20ms, later=5s or longer=2.6s.',
    ],
    [
      'steps:0=1MB/s;later=1s',
      'Link option "later=1s": expected latency=80ms, jitter=20ms or repeat=60s.',
    ],
    [
      'steps:0=1MB/s,9=0;repeat=9s',
      'Link option "repeat": expected whole milliseconds behind the last step.',
    ],
    ['steps', 'Link "steps": expected steps, as in steps:0=1.3MB/s,10=0.'],
    ['steps:', 'Step "": expected second=RATE, as in 10=1.3MB/s.'],
    ['steps:1=1MB/s', 'Step "1=1MB/s": expected the first step to begin at 0.'],
    [
      'steps:0=1MB/s,5=0,5=1MB/s',
      'Step "5=1MB/s": expected to begin behind 5 s, where the one before it begins.',
    ],
    [
      'steps:0=fast',
      'Step "0=fast": "fast" is not a rate such as 1.3MB/s (B/s, kB/s, MB/s, KiB/s, MiB/s or Mbit/s).',
    ],
    ['trace:', 'Link "trace:": expected a name, as in trace:bus.log.'],
    ['constant:1MB/s;jitter=1s;jitter=2s', 'Link option "jitter" is given twice.'],
  ])('"%s" is refused in one sentence', (text, sentence) => {
    expect(() => parseLinkSpec(text)).toThrow(LinkSpecError);
    expect(() => parseLinkSpec(text)).toThrow(sentence);
    expect(sentence.match(/[.](?= |$)/g)).toHaveLength(1);
  });
});
