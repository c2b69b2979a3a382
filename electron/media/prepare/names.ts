import { ownValue } from '../../../model/own-value';

const CODECS: Record<string, string> = {
  h264: 'H.264',
  hevc: 'HEVC',
  mpeg4: 'MPEG-4',
  mpeg2video: 'MPEG-2',
  mpeg1video: 'MPEG-1',
  mjpeg: 'MJPEG',
  prores: 'ProRes',
  ac3: 'AC-3',
  eac3: 'E-AC-3',
  vorbis: 'Vorbis',
  opus: 'Opus',
  theora: 'Theora',
  flv1: 'Sorenson',
};

/** ffmpeg's name of a codec as people write it. */
export function codecName(codec: string): string {
  if (codec.startsWith('pcm_')) return 'PCM';
  return ownValue(CODECS, codec) ?? codec.toUpperCase();
}

const MIME_CODECS: [RegExp, string][] = [
  [/^avc/, 'H.264'],
  [/^(hev|hvc)/, 'HEVC'],
  [/^vp0?9/, 'VP9'],
  [/^vp0?8/, 'VP8'],
  [/^av01/, 'AV1'],
  [/^mp4a/, 'AAC'],
  [/^opus/i, 'Opus'],
  [/^vorbis/, 'Vorbis'],
];

/** A MIME type's codec as people write it. */
export function mimeCodecName(codec: string): string {
  return MIME_CODECS.find(([known]) => known.test(codec))?.[1] ?? codec.toUpperCase();
}

const FORMATS: Record<string, string> = {
  'mov,mp4,m4a,3gp,3g2,mj2': 'MP4',
  'matroska,webm': 'Matroska',
  mpegts: 'MPEG-TS',
  mpeg: 'MPEG-PS',
  asf: 'ASF',
};

/** ffmpeg's name of a container as people write it. */
export function formatName(format: string): string {
  return ownValue(FORMATS, format) ?? (format.split(',')[0] ?? '').toUpperCase();
}
