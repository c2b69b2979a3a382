import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { simulate } from '../../../model/run/simulate';

test('a link that is silent every other millisecond: every stall is explained, and the run comes to its end', () => {
  const bytes = 261_330;
  const seconds = 258.2312252964427;
  const logs = simulate({
    settings: {
      ...DEFAULT_SETTINGS,
      methods: METHODS,
      chunkBytes: 16_384,
      prefetchBytes: 0,
      maxAheadBytes: 16_384,
    },
    link: parseLinkSpec('steps:0=0,0.001=1.5MB/s;repeat=2ms;jitter=900ms'),
    media: {
      kind: 'text',
      deliveredBytes: bytes,
      index: [
        { bytes: 0, seconds: 0 },
        { bytes, seconds },
      ],
    },
    seed: -2136118399,
  });
  for (const log of logs) {
    expect(log.state).toBe('ended');
    for (const { cause } of log.stalls) expect(cause).toBe('outage');
  }
  expect(logs.some(({ stallCount }) => stallCount > 0)).toBe(true);
});
