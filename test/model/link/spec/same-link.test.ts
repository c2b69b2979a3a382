import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsSpec } from '../../../../model/link/spec/presets';
import { formatLinkSpec, parseLinkSpec, sameLink } from '../../../../model/link/spec/spec';
import { curves, links } from '../../arbitraries';

describe('two links', () => {
  it('are the same when their text is, and only then', () => {
    fc.assert(
      fc.property(links, links, (one, two) => {
        expect(sameLink(one, two)).toBe(formatLinkSpec(one) === formatLinkSpec(two));
      }),
    );
  });

  it('are the same when one is read back from the other', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(sameLink(link, parseLinkSpec(formatLinkSpec(link)))).toBe(true);
      }),
    );
  });

  it('differ when the file behind their name holds another curve', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const trace = { ...stepsSpec(curve), kind: 'trace', name: '/a.log' } as const;
        const rate = curve.rate.map((each) => each + 1);
        expect(sameLink(trace, { ...trace, curve: { ...curve, rate: curve.rate.slice() } })).toBe(
          true,
        );
        expect(sameLink(trace, { ...trace, curve: { ...curve, rate } })).toBe(false);
      }),
    );
  });
});
