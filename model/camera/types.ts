import { z } from 'zod';
import { pictureCodecSchema, type PictureCodec } from './recording-kind';
import { DEFAULT_PICTURE, pictureWishSchema, type PictureWish } from './picture';

/** What a source that never ends is made of, when it is not a file: our own picture, or a camera by its name. */
export const cameraChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('test') }),
  z.object({ kind: z.literal('device'), name: z.string().min(1) }),
]);
export type CameraChoice = z.infer<typeof cameraChoiceSchema>;

/** What a run of a camera is set to, seconds. */
export const liveSettingsSchema = z.object({
  /** Full buffer: so much is recorded before any of it is sent. */
  recordS: z.number().min(1).max(120),
  /** Buffering: so far behind it plays. */
  reserveS: z.number().min(0.5).max(60),
  /** The picture that is asked of the camera; DEFAULT_PICTURE when absent. */
  picture: pictureWishSchema.optional(),
  /** What its pictures are encoded in; VP8 when absent. */
  codec: pictureCodecSchema.optional(),
  /** Its pictures are kept beside the run, so that a moment of it can show them. */
  keepPictures: z.boolean().optional(),
});
export type LiveSettings = z.infer<typeof liveSettingsSchema>;

export const DEFAULT_LIVE: LiveSettings = { recordS: 10, reserveS: 3 };

/** What a camera is set to by the settings of a run. */
export const liveOf = ({
  live = DEFAULT_LIVE,
}: {
  live?: LiveSettings | undefined;
}): LiveSettings => live;

/** The picture that is asked of a camera by what it is set to. */
export const pictureOf = ({
  picture = DEFAULT_PICTURE,
}: LiveSettings = DEFAULT_LIVE): PictureWish => picture;

/** What the pictures of a camera are encoded in by what it is set to. */
export const codecOfLive = ({ codec = 'vp8' }: LiveSettings = DEFAULT_LIVE): PictureCodec => codec;
