import type { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { mediaError, type MediaError } from '../media-error';

/** End of what ffmpeg said that goes into a refusal's detail, characters. */
const DETAIL_CHARS = 2000;

/** What ffmpeg says of a file that it cannot read, and the key of the sentence for it; the first that fits. */
const CAUSES: [RegExp, string][] = [
  [/moov atom not found|no index found|could not find (?:corresponding )?trex/i, 'noIndex'],
  [/Decoder \(codec none\) not found|Unsupported codec|codec none|: none[ ,(]/i, 'unknownCodec'],
  [/Could not find codec parameters[^\n]*: none/i, 'unknownCodec'],
  [
    /no (?:decoder|encoder) found for|Decoder not found|Decoding requested, but no decoder/i,
    'unknownCodec',
  ],
  [
    /non-existing [SP]PS|no frame!|keyframe missing|Keyframe missing|no key ?frame|I-frame/i,
    'noKeyFrame',
  ],
];

/** The refusal of a file that ffmpeg cannot make playable: which of the usual causes it is, and ffmpeg's words. */
export function unreadable(name: string, said: string): MediaError {
  const cause = CAUSES.find(([pattern]) => pattern.test(said))?.[1] ?? 'corrupt';
  return mediaError('corrupt', { name }, detailOf(said), cause);
}

/** What a run of ffmpeg that failed means for the file that was to be prepared. */
export function refusalOfFfmpeg({ failure, detail }: FfmpegFailed, name: string): MediaError {
  switch (failure) {
    case 'missing':
      return mediaError('no-ffmpeg', { name }, detail);
    case 'disk-full':
      return mediaError('disk-full', { name }, detailOf(detail));
    case 'disk-error':
      return mediaError('failed', { name }, detailOf(detail), 'diskError');
    case 'killed':
      return mediaError('failed', { name }, detailOf(detail), 'killed');
    case 'unable':
      return mediaError('failed', { name }, detailOf(detail), 'unable');
    case 'limit-memory':
    case 'limit-time':
      return mediaError('corrupt', { name }, detailOf(detail), failure);
    case 'error':
      return unreadable(name, detail);
  }
}

/** ffmpeg's complaints, without the addresses it puts in front and without what is no complaint. */
export function detailOf(said: string): string {
  const lines = said
    .split(/\r?\n/)
    .map((line) => line.replace(/^\[[^\]]* @ 0x[0-9a-f]+\] ?/, '').trim())
    .filter((line) => line !== '' && !NO_COMPLAINT.test(line));
  return [...new Set(lines)].join('\n').slice(-DETAIL_CHARS).trim();
}

const NO_COMPLAINT =
  /^(Input|Output|Stream|Metadata|Duration|Side data|Press|At least one output|Last message|frame=|size=|\w+ +:|using (SAR|cpu)|profile |264 - core|Consider increasing)|^(major_brand|minor_version|compatible_brands|encoder|creation_time|handler_name)\b/i;
