import { z } from 'zod';
import { capturedPictureSchema } from '../camera/picture';
import { cameraChoiceSchema } from '../camera/types';

/** One step of the byte-to-time map: once `bytes` have arrived, media up to `seconds` is playable. */
export const indexPointSchema = z.object({
  bytes: z.number(),
  seconds: z.number(),
  /** Of a live source: the picture that ends here is a key frame. */
  key: z.literal(true).optional(),
});
export type IndexPoint = z.infer<typeof indexPointSchema>;

/** What a prepared file lacks of the user's. */
export const PREPARED_LOSSES = ['cut-short', 'sound-only', 'first-only', 'times-counted'] as const;
export type PreparedLoss = (typeof PREPARED_LOSSES)[number];

/** What a source is, once opened (and prepared when it had to be). */
export const mediaInfoSchema = z.object({
  /** Names the opened source to the main process; the window never hands over a path to read. */
  id: z.string(),
  /** The user's own file, absolute. */
  sourcePath: z.string(),
  name: z.string(),
  /** Size of the user's file. */
  bytes: z.number(),
  /** Names the kind of source that it is, see `model/source`. */
  kind: z.string().min(1),
  /** What the readers read: the user's file, or the prepared copy in the cache. */
  deliveredPath: z.string(),
  deliveredBytes: z.number(),
  /** Last change of the delivered file, ms since 1970; absent when there is no file. */
  deliveredChangedMs: z.number().optional(),
  /** The same of the user's own file; absent unless what is delivered is another one. */
  sourceChangedMs: z.number().optional(),
  /** Type for MediaSource.addSourceBuffer; empty unless kind is media. */
  mime: z.string(),
  /** Seconds; for text and bytes, bytes divided by the consumption rate. */
  durationS: z.number(),
  /** What the media's own clock reads where it begins, seconds; every other time counts from there. */
  startS: z.number(),
  container: z.string(),
  codecs: z.array(z.string()),
  hasVideo: z.boolean(),
  hasAudio: z.boolean(),
  /** What was done to make it playable, in words; null when delivered as it is. */
  prepared: z
    .object({
      how: z.enum(['remuxed', 'transcoded']),
      note: z.string(),
      losses: z.array(z.enum(PREPARED_LOSSES)),
    })
    .nullable(),
  /** A picture to show beside the sound, as a data URL; null when there is none. */
  cover: z.string().nullable(),
  /** Ascending; first point is {bytes: 0, seconds: 0}, last is {deliveredBytes, durationS}. */
  index: z.array(indexPointSchema),
  /** Set when the source is the app's own sample. */
  sample: z.boolean().optional(),
  /**
   * Set when the source is a camera and never ends: there is no file then, and sizes, length and index are those
   * of the recording that full buffer makes, as far as its bit rate foretells them.
   */
  camera: cameraChoiceSchema.optional(),
  /** The picture that the camera gave, once it is on. */
  picture: capturedPictureSchema.optional(),
});
export type MediaInfo = z.infer<typeof mediaInfoSchema>;

/** What the rules and a simulation have to know of a source; a part of MediaInfo. */
export interface SourceShape {
  kind: MediaInfo['kind'];
  deliveredBytes: number;
  index: readonly IndexPoint[];
  /** Of a camera that is on: the picture that it gives. */
  picture?: MediaInfo['picture'];
}

/** Why a file was refused; the sentence for the user is written by `electron/media`. */
export const MEDIA_REFUSALS = [
  'empty',
  'no-playable-track',
  'corrupt',
  'protected',
  'no-permission',
  'folder',
  'vanished',
  'too-large',
  'no-ffmpeg',
  'disk-full',
  'cancelled',
  'camera',
  'failed',
] as const;
export type MediaRefusalCode = (typeof MEDIA_REFUSALS)[number];

/** A refusal as it crosses processes; `message` is one sentence: what happened, to what, what to do. */
export const mediaRefusalSchema = z.object({
  code: z.enum(MEDIA_REFUSALS),
  message: z.string(),
  detail: z.string(),
});
export type MediaRefusal = z.infer<typeof mediaRefusalSchema>;

/** Progress of opening: `fraction` in [0, 1], null while unknown. */
export const mediaProgressSchema = z.object({
  step: z.enum(['inspect', 'remux', 'transcode', 'sample', 'index']),
  name: z.string(),
  fraction: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type MediaProgress = z.infer<typeof mediaProgressSchema>;
