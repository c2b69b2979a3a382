import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_FRAME_US, KeyFrameRule } from '../../../model/camera/key-frames';

/** Pictures at any rate, and between which of them a key frame is asked for. */
const pictures = fc.array(
  fc.record({ gapUs: fc.integer({ min: 1, max: 500_000 }), asked: fc.boolean() }),
  { minLength: 1, maxLength: 200 },
);

describe('KeyFrameRule', () => {
  it('makes the first picture one, the next after each request, and none two seconds late', () => {
    fc.assert(
      fc.property(pictures, (all) => {
        const rule = new KeyFrameRule();
        let timeUs = 0;
        let lastUs = -Infinity;
        all.forEach(({ gapUs, asked }) => {
          timeUs += gapUs;
          if (asked) rule.request();
          const due = asked || timeUs - lastUs >= KEY_FRAME_US;
          expect(rule.take(timeUs)).toBe(due);
          if (due) lastUs = timeUs;
        });
      }),
    );
  });

  it('counts two seconds from a key frame that was asked for', () => {
    const rule = new KeyFrameRule();
    expect(rule.take(0)).toBe(true);
    rule.request();
    expect(rule.take(1_500_000)).toBe(true);
    expect(rule.take(2_000_000)).toBe(false);
    expect(rule.take(3_500_000)).toBe(true);
  });
});
