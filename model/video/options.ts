import { z } from 'zod';
import { LANES } from '../delivery/types';
import { PICTURE_THEMES } from '../runs/export-formats';

/** Sizes of a video's picture, px. */
export const VIDEO_SIZES = ['1280x720', '1920x1080', '3840x2160'] as const;
export type VideoSize = (typeof VIDEO_SIZES)[number];

/** Frames a second. */
export const VIDEO_RATES = [30, 60] as const;
export type VideoRate = (typeof VIDEO_RATES)[number];

/** Where a video's captions are: in its picture and in files, in files alone, or nowhere; "in files" is inside it, too. */
export const VIDEO_CAPTIONS = ['burnt', 'beside', 'none'] as const;
export type VideoCaptions = (typeof VIDEO_CAPTIONS)[number];

/** What a video can be written as, by the ending of its name; the last two are pictures that move. */
export const VIDEO_FORMATS = ['mp4', 'webm', 'webp', 'gif'] as const;
export type VideoFormat = (typeof VIDEO_FORMATS)[number];

/** The longest stretch that becomes a picture that moves, ms. */
export const MAX_MOVING_PICTURE_MS = 10_000;

/** True for a format without sound, captions and chapters. */
export const isMovingPicture = (format: VideoFormat): boolean =>
  format === 'webp' || format === 'gif';

/** How a video of a run is made; times are on the run's clock. */
export const videoOptionsSchema = z.object({
  size: z.enum(VIDEO_SIZES),
  fps: z.union([z.literal(30), z.literal(60)]),
  theme: z.enum(PICTURE_THEMES),
  captions: z.enum(VIDEO_CAPTIONS),
  /** The lane that is heard. */
  sound: z.enum([...LANES, 'none']),
  format: z.enum(VIDEO_FORMATS),
  /** Where it begins and ends, ms; absent is the run's own beginning and end. */
  fromMs: z.number().nonnegative().optional(),
  toMs: z.number().nonnegative().optional(),
});
export type VideoOptions = z.infer<typeof videoOptionsSchema>;

/** What a video is when nothing is said of it. */
export const USUAL_VIDEO: VideoOptions = {
  size: '1920x1080',
  fps: 30,
  theme: 'light',
  captions: 'burnt',
  sound: 'buffering',
  format: 'mp4',
};

/** Width and height of a size, px. */
export function sidesOf(size: VideoSize): { width: number; height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height };
}
