/** Room of the banner's words in the picture of 1920 x 1080, px. */
const ROOM = { width: 1500, height: 132 };

/** Sizes of the banner's words there, the largest first, px; nothing on the stage is smaller than the last. */
export const BANNER_SIZES = [38, 32, 28, 24, 20] as const;
export type BannerSize = (typeof BANNER_SIZES)[number];

/** Lines stand this far apart, of their size. */
export const LINE = 1.22;

/** Widths of letters, of their size: those about as wide as high, capitals, and all others. */
const WIDTHS = { full: 1, wide: 0.75, other: 0.54 };
/** The widest of Latin, and scripts that are drawn in a square: Han, kana, Hangul, full width forms, signs. */
const FULL =
  /[MW@%—…\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3fffd}]/u;
const WIDE = /[A-ZÀ-ÞА-ЯΑ-Ωmwжшщюф]/;

/** How long a text is on one line, of its size. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    width += FULL.test(letter) ? WIDTHS.full : WIDE.test(letter) ? WIDTHS.wide : WIDTHS.other;
  }
  return width;
}

/**
 * The largest size at which these lines, broken where they are too long, fit into the banner; the smallest where none
 * does. A function of the words alone, so that a picture of one moment is the same in every window.
 */
export function bannerSize(lines: readonly string[]): BannerSize {
  const widths = lines.map(widthOf);
  const fits = (size: number): boolean => {
    // A line that is broken between words loses some of its end.
    const rows = widths.map((width) =>
      Math.max(1, Math.ceil((width * size) / (ROOM.width * 0.94))),
    );
    const count = rows.reduce((sum, each) => sum + each, 0);
    return count * size * LINE <= ROOM.height;
  };
  return BANNER_SIZES.find(fits) ?? 20;
}
