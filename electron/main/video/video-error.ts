/** Why there is no video, in one sentence. Nothing was written. */
export class VideoError extends Error {
  override readonly name = 'VideoError';

  constructor(
    readonly why: 'exists' | 'no-ffmpeg' | 'no-room' | 'cannot-write' | 'bad-range' | 'failed',
    sentence: string,
  ) {
    super(sentence);
  }
}
