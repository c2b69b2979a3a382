import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OUTAGES,
  formatLinkSpec,
  LINK_PRESETS,
  LinkSpecError,
  parseLinkSpec,
} from '../../../model/link/spec';
import { links } from '../arbitraries';

describe('a link SPEC', () => {
  test('of every kind is read', () => {
    expect(parseLinkSpec('unlimited')).toEqual(LINK_PRESETS.unlimited());
    expect(parseLinkSpec('constant:1.3MB/s')).toEqual(LINK_PRESETS.steady(1_300_000));
    expect(parseLinkSpec('unstable:1.3MB/s')).toEqual(LINK_PRESETS.unstable(1_300_000));
    expect(parseLinkSpec('dropouts:1.3MB/s@12-17,30-37')).toEqual({
      kind: 'dropouts',
      rate: 1_300_000,
      outages: [
        { fromMs: 12_000, toMs: 17_000 },
        { fromMs: 30_000, toMs: 37_000 },
      ],
      latencyMs: 0,
      jitterMs: 0,
    });
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
      'Link "": expected unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO or unstable:RATE.',
    ],
    [
      'wifi:1MB/s',
      'Link "wifi:1MB/s": expected unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO or unstable:RATE.',
    ],
    ['unlimited:1MB/s', 'Link "unlimited:1MB/s": unlimited takes no rate.'],
    ['constant', 'Link "constant": expected a rate, as in constant:1.3MB/s.'],
    [
      'constant:fast',
      'Link rate: "fast" is not a rate such as 1.3MB/s (B/s, kB/s, MB/s, KiB/s or MiB/s).',
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
    ['constant:1MB/s;jitter=1s;jitter=2s', 'Link option "jitter" is given twice.'],
  ])('"%s" is refused in one sentence', (text, sentence) => {
    expect(() => parseLinkSpec(text)).toThrow(LinkSpecError);
    expect(() => parseLinkSpec(text)).toThrow(sentence);
    expect(sentence.match(/[.](?= |$)/g)).toHaveLength(1);
  });
});
