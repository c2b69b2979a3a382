import { z } from 'zod';

/** The largest picture that a camera is captured at, px; a turned one has its edges changed over. */
export const MAX_PICTURE = { width: 1280, height: 720 } as const;

/** How far a picture may be turned, degrees clockwise. */
export const TURNS = [0, 90, 180, 270] as const;
export type Turn = (typeof TURNS)[number];

/** The picture that is asked of a camera, in the camera's own terms: before it is turned. */
export const pictureWishSchema = z.object({
  /** Pixels. */
  width: z.number().int().min(160).max(MAX_PICTURE.width),
  height: z.number().int().min(90).max(MAX_PICTURE.height),
  /** Pictures a second. */
  perSecond: z.number().min(1).max(60),
  /** Degrees clockwise by which what the camera gives is turned. */
  turn: z.literal([...TURNS]),
});
export type PictureWish = z.infer<typeof pictureWishSchema>;

export const DEFAULT_PICTURE: PictureWish = { width: 640, height: 360, perSecond: 30, turn: 0 };

/** The picture that is captured: what the camera gave, turned. */
export const capturedPictureSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  perSecond: z.number().positive(),
  turn: z.literal([...TURNS]),
});
export type CapturedPicture = z.infer<typeof capturedPictureSchema>;

/** What a device says of its pictures: the ends of each range; absent where it says nothing. */
export interface PictureRanges {
  width?: { min?: number | undefined; max?: number | undefined } | undefined;
  height?: { min?: number | undefined; max?: number | undefined } | undefined;
  frameRate?: { min?: number | undefined; max?: number | undefined } | undefined;
}

/** Sizes that cameras usually have, px. */
const USUAL_SIZES = [
  [160, 120],
  [320, 180],
  [320, 240],
  [640, 360],
  [640, 480],
  [800, 600],
  [960, 540],
  [960, 720],
  [1280, 720],
] as const;

/** Rates that cameras usually have, pictures a second. */
const USUAL_RATES = [5, 10, 15, 20, 24, 25, 30, 50, 60] as const;

/** The sizes and rates that a device can be asked for. */
export interface OfferedPictures {
  sizes: { width: number; height: number }[];
  rates: number[];
}

/** A device counts 29.97 as its most where people say 30. */
const RATE_SLACK = 0.5;

/**
 * What may be chosen of a device: the usual sizes and rates within its ranges, and the largest of its own. A device
 * tells ranges and no list, so that what it gives may be the nearest to what is chosen.
 */
export function offeredPictures({ width, height, frameRate }: PictureRanges): OfferedPictures {
  const within = (value: number, range: { min?: number | undefined; max?: number | undefined }) =>
    value >= (range.min ?? 0) && value <= (range.max ?? Infinity);
  const sizes = USUAL_SIZES.filter(([w, h]) => within(w, width ?? {}) && within(h, height ?? {}));
  const largest = [width?.max, height?.max] as const;
  const [w = Infinity, h = Infinity] = largest;
  const fits = w <= MAX_PICTURE.width && h <= MAX_PICTURE.height && w >= 160 && h >= 90;
  const all = fits && !sizes.some(([a, b]) => a === w && b === h) ? [...sizes, [w, h]] : sizes;
  const rates = USUAL_RATES.filter((rate) =>
    within(rate, { max: (frameRate?.max ?? 60) + RATE_SLACK }),
  );
  const slow = Math.max(1, Math.floor(frameRate?.max ?? 0));
  return {
    sizes: all.map(([width = 0, height = 0]) => ({ width, height })),
    rates: rates.length > 0 ? rates : [slow],
  };
}

/** Of what is offered the nearest to a wish: first by size, as many pixels more or less, then by rate. */
export function nearestPicture(wish: PictureWish, offered: OfferedPictures): PictureWish {
  const size = nearest(
    offered.sizes,
    (each) => Math.abs(each.width - wish.width) + Math.abs(each.height - wish.height),
  );
  const perSecond = nearest(offered.rates, (rate) => Math.abs(rate - wish.perSecond));
  return { ...wish, ...size, perSecond: perSecond ?? wish.perSecond };
}

function nearest<T>(values: readonly T[], distance: (value: T) => number): T | undefined {
  return values.reduce<T | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  );
}

/** The size of a picture once it is turned. */
export function turnedSize(
  { width, height }: { width: number; height: number },
  turn: Turn,
): { width: number; height: number } {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** A turn and another behind it. */
export function addTurns(a: number, b: number): Turn {
  const sum = (((a + b) % 360) + 360) % 360;
  return TURNS.find((turn) => turn === sum) ?? 0;
}

/** A size as people write it: "640x360". */
export const sizeText = ({ width, height }: { width: number; height: number }): string =>
  `${String(width)}x${String(height)}`;

/** A size that is written "640x360"; null when it is none, or none that a picture may have. */
export function sizeIn(text: string): { width: number; height: number } | null {
  const [width, height] = /^\d+x\d+$/.test(text) ? text.split('x').map(Number) : [];
  const size = pictureWishSchema.pick({ width: true, height: true });
  return size.safeParse({ width, height }).data ?? null;
}

/** The size that is captured for a size: whole blocks of two, since an encoder halves the size of colours. */
export const evenSize = ({ width, height }: { width: number; height: number }) => ({
  width: Math.max(2, width - (width % 2)),
  height: Math.max(2, height - (height % 2)),
});
