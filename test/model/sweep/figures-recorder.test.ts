import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METHODS } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { simulate } from '../../../model/run/simulate';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { acceptedSettings, fastLinks, links, sources } from '../arbitraries';

test('the figures without a log are those of the log, for the same seed always the same', () => {
  const cases = fc.tuple(acceptedSettings, fc.oneof(links, fastLinks), sources, fc.integer());
  fc.assert(
    fc.property(cases, ([settings, spec, media, seed]) => {
      const link = createLink(spec, seed);
      const logs = simulate({
        settings: { ...settings, methods: METHODS },
        link: spec,
        media,
        seed,
      });
      for (const { method, startupDelayMs, stallCount, stallTotalMs, endedMs } of logs) {
        const figures = laneFigures({ method, settings, media }, link);
        expect(figures).toEqual({ startupDelayMs, stallCount, stallTotalMs, endedMs });
        expect(laneFigures({ method, settings, media }, createLink(spec, seed))).toEqual(figures);
      }
    }),
    { numRuns: 300 },
  );
});
