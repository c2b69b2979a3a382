import { z } from 'zod';

/** The kinds of file that a camera is recorded to. */
export const RECORDING_KINDS = ['webm', 'mp4'] as const;
export const recordingKindSchema = z.enum(RECORDING_KINDS);
export type RecordingKind = z.infer<typeof recordingKindSchema>;

/**
 * What the pictures of a camera can be encoded in, by a WebCodecs name each: up to 1280x720 at 60 a second. VP8 takes
 * the least time without a graphics card; H.264 is what MP4 players know.
 */
export const PICTURE_CODECS = {
  vp8: 'vp8',
  vp9: 'vp09.00.32.08',
  h264: 'avc1.42e020',
} as const;
export type PictureCodec = keyof typeof PICTURE_CODECS;
export const pictureCodecSchema = z.enum(['vp8', 'vp9', 'h264']);

/** Which kinds of file hold the pictures of a codec; the first is proposed. */
const HOLDERS: Readonly<Record<PictureCodec, readonly [RecordingKind, ...RecordingKind[]]>> = {
  vp8: ['webm'],
  vp9: ['webm', 'mp4'],
  h264: ['mp4'],
};

/** The kinds of file that pictures of this codec can be recorded to as they are. */
export const kindsOf = (codec: PictureCodec): readonly [RecordingKind, ...RecordingKind[]] =>
  HOLDERS[codec];

/** Which codec a WebCodecs name such as "avc1.42e01f" means; null for one that no camera is encoded in. */
export function codecOf(name: string): PictureCodec | null {
  if (name === 'vp8') return 'vp8';
  if (name.startsWith('vp09')) return 'vp9';
  return name.startsWith('avc1') ? 'h264' : null;
}
