import { ownValue } from '../../../model/own-value';

const CODECS: Record<string, string> = {
  h264: 'H.264',
  hevc: 'HEVC',
  h263: 'H.263',
  mpeg4: 'MPEG-4',
  msmpeg4v1: 'MS-MPEG4 v1',
  msmpeg4v2: 'MS-MPEG4 v2',
  msmpeg4v3: 'MS-MPEG4 v3',
  msmpeg4: 'MS-MPEG4 v3',
  mpeg2video: 'MPEG-2',
  mpeg1video: 'MPEG-1',
  wmv1: 'WMV 7',
  wmv2: 'WMV 8',
  wmv3: 'WMV 9',
  vc1: 'VC-1',
  wmav1: 'WMA 1',
  wmav2: 'WMA 2',
  wmapro: 'WMA Pro',
  wmalossless: 'WMA Lossless',
  mjpeg: 'MJPEG',
  prores: 'ProRes',
  cinepak: 'Cinepak',
  indeo3: 'Indeo 3',
  indeo5: 'Indeo 5',
  svq1: 'Sorenson Video 1',
  svq3: 'Sorenson Video 3',
  flv1: 'Sorenson Spark',
  vp6f: 'VP6',
  vp6a: 'VP6',
  rv10: 'RealVideo 1',
  rv20: 'RealVideo 2',
  rv30: 'RealVideo 8',
  rv40: 'RealVideo 9',
  dvvideo: 'DV',
  theora: 'Theora',
  huffyuv: 'HuffYUV',
  ffv1: 'FFV1',
  rawvideo: 'uncompressed video',
  ac3: 'AC-3',
  eac3: 'E-AC-3',
  dts: 'DTS',
  truehd: 'TrueHD',
  vorbis: 'Vorbis',
  opus: 'Opus',
  speex: 'Speex',
  wavpack: 'WavPack',
  cook: 'RealAudio Cook',
  qdm2: 'QDesign Music 2',
  amr_nb: 'AMR',
  amr_wb: 'AMR-WB',
  adpcm_ms: 'MS ADPCM',
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
  asf: 'WMV (ASF)',
  apng: 'APNG',
  rm: 'RealMedia',
  aac: 'AAC',
  ogg: 'Ogg',
};

/** Major brands of the MP4 family that people know by a name of their own. */
const BRANDS: Record<string, string> = { qt: 'MOV', M4A: 'M4A', M4B: 'M4B', M4V: 'M4V' };

/** ffmpeg's name of a container as people write it; `brand` is an MP4's major brand. */
export function formatName(format: string, brand = '', isWebm = false): string {
  if (isWebm) return 'WebM';
  if (format.startsWith('mov,') && /^3g[p2]/.test(brand)) return '3GP';
  return (
    ownValue(BRANDS, brand) ??
    ownValue(FORMATS, format) ??
    (format.split(',')[0] ?? '').toUpperCase()
  );
}

/** mediabunny's name of a container as people write it. */
export function containerName(name: string): string {
  return name === 'QuickTime File Format' ? 'MOV' : name;
}
