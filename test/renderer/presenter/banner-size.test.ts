import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CAPTION_CHARS } from '../../../model/scenario/schema';
import { BANNER_SIZES, bannerSize, LINE } from '../../../renderer/presenter/banner-size';

describe('the size of the banner’s words', () => {
  it('is the largest for what is short, and never larger for what is longer', () => {
    expect(bannerSize(['The link is down.', 'Streaming stalls.'])).toBe(38);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 100 }), (text, more) => {
        expect(bannerSize([text + more])).toBeLessThanOrEqual(bannerSize([text]));
      }),
    );
  });

  it('lets every caption that a scenario may have into the banner, of whatever letters', () => {
    const widths = { a: 0.54, H: 0.75, W: 1, 버: 1, '—': 1 };
    for (const [letter, width] of Object.entries(widths)) {
      const size = bannerSize([letter.repeat(MAX_CAPTION_CHARS)]);
      expect(BANNER_SIZES).toContain(size);
      const lines = Math.ceil((MAX_CAPTION_CHARS * width * size) / (1500 * 0.94));
      expect(lines * size * LINE).toBeLessThanOrEqual(156);
    }
  });
});
