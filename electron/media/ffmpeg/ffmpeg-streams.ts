import { ownValue } from '../../../model/own-value';

/** How the numbers of a picture become light, by ffmpeg's names; empty where the file does not say. */
export interface StreamColour {
  /** "tv" (16 to 235) or "pc" (0 to 255). */
  range: '' | 'tv' | 'pc';
  matrix: string;
  primaries: string;
  transfer: string;
}

/** One stream as `ffmpeg -i` describes it. */
export interface StreamFacts {
  /** Its place in the file, as in `-map 0:index`. */
  index: number;
  kind: 'video' | 'audio';
  /** ffmpeg's name of the codec: "h264", "mpeg4", "aac"; "none" when ffmpeg does not know it. */
  codec: string;
  /** "High", "LC"; empty when not said. */
  profile: string;
  /** Video: "yuv420p"; empty when not said. */
  pixels: string;
  colour: StreamColour;
  width: number;
  height: number;
  /** Audio; 0 when not said. */
  channels: number;
  /** The stream's own length, seconds; null when the file does not say it. */
  durationS: number | null;
  /** Marked as the one to play. */
  isDefault: boolean;
  /** A cover picture, not a film. */
  isPicture: boolean;
}

/** What `ffmpeg -i` says of a file. */
export interface InputFacts {
  /** "mov,mp4,m4a,3gp,3g2,mj2", "avi"; empty when ffmpeg could not open it. */
  format: string;
  /** Major brand of an MP4 or MOV: "isom", "qt"; empty for other formats. */
  brand: string;
  /** Seconds; null when not said. */
  durationS: number | null;
  /** The length was worked out from the bit rate and may be wrong by far. */
  isEstimate: boolean;
  streams: StreamFacts[];
  /** Subtitles and data, which may last longer than picture and sound. */
  otherStreams: number;
}

const STREAM = /^\s*Stream #0:(\d+)(?:\[0x[0-9a-f]+\])?(?:\([^)]*\))?: (\w+): (.+)$/;
const CHANNELS: Record<string, number> = {
  mono: 1,
  stereo: 2,
  quad: 4,
  hexagonal: 6,
  octagonal: 8,
};

/** Codecs of single pictures. A stream of one of them without a frame rate is a cover. */
const PICTURE_CODECS = new Set('mjpeg png bmp gif webp tiff jpeg2000 ljpeg'.split(' '));

/** Reads what `ffmpeg -i FILE` prints; there is no ffprobe beside the ffmpeg that npm brings. */
export function parseInput(said: string): InputFacts {
  const facts: InputFacts = {
    format: '',
    brand: '',
    durationS: null,
    isEstimate: said.includes('Estimating duration from bitrate'),
    streams: [],
    otherStreams: 0,
  };
  let current: StreamFacts | null = null;
  for (const line of said.split(/\r?\n/)) {
    const input = /^Input #0, (.+), from /.exec(line);
    if (input) facts.format = input[1] ?? '';
    const duration = /^ {2}Duration: ([\d:.]+),/.exec(line);
    if (duration) facts.durationS = secondsOf(duration[1] ?? '');
    const tag = /^\s+(major_brand|DURATION(?:-\w+)?)\s*: (\S+)/.exec(line);
    if (tag?.[1] === 'major_brand') facts.brand = tag[2] ?? '';
    else if (tag && current) current.durationS = secondsOf(tag[2] ?? '');
    const stream = STREAM.exec(line);
    if (!stream) continue;
    current = streamOf(Number(stream[1]), stream[2] ?? '', stream[3] ?? '');
    if (current) facts.streams.push(current);
    else if (stream[2] === 'Subtitle' || stream[2] === 'Data') facts.otherStreams += 1;
  }
  return facts;
}

/** "00:01:02.5" in seconds; null when it is no time. */
function secondsOf(time: string): number | null {
  const parts = /^(\d+):(\d+):([\d.]+)$/.exec(time);
  if (!parts) return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function streamOf(index: number, kind: string, text: string): StreamFacts | null {
  if (kind !== 'Video' && kind !== 'Audio') return null;
  const isVideo = kind === 'Video';
  const parts = splitOutside(text);
  const [codecPart = '', second = '', third = ''] = parts;
  const codec = /^\w+/.exec(codecPart)?.[0] ?? '';
  const size = parts.map((part) => /^(\d+)x(\d+)\b/.exec(part)).find((match) => match !== null);
  const inParens = /^\S+ \(([^)/]+)\)/.exec(codecPart)?.[1] ?? '';
  const hasRate = parts.some((part) => /^[\d.]+k? fps\b/.test(part));
  return {
    index,
    kind: isVideo ? 'video' : 'audio',
    codec,
    profile: inParens.trim(),
    pixels: isVideo ? (/^\w+/.exec(second)?.[0] ?? '') : '',
    colour: colourOf(isVideo ? second : ''),
    width: Number(size?.[1] ?? 0),
    height: Number(size?.[2] ?? 0),
    channels: isVideo ? 0 : channelsOf(third),
    durationS: null,
    isDefault: text.includes('(default)'),
    // An older ffmpeg does not print "(attached pic)", nor a frame rate of one.
    isPicture: text.includes('(attached pic)') || (PICTURE_CODECS.has(codec) && !hasRate),
  };
}

/** "yuv420p(tv, bt709, progressive)" or "yuvj420p(pc, bt470bg/unknown/unknown)": matrix, primaries, transfer. */
function colourOf(pixels: string): StreamColour {
  const words = (/\((.*)\)/.exec(pixels)?.[1] ?? '').split(',').map((word) => word.trim());
  const range = words.find((word) => word === 'tv' || word === 'pc') ?? '';
  const names = words.find((word) => /^[\w-]+(\/[\w-]+){2}$/.test(word) || SPACES.has(word)) ?? '';
  const [matrix = '', primaries = matrix, transfer = matrix] = names
    .split('/')
    .map((name) => (/^(unknown|reserved)$/.test(name) ? '' : name));
  return {
    range: range === 'tv' || range === 'pc' ? range : '',
    matrix,
    primaries,
    transfer,
  };
}

/** ffmpeg prints one name where matrix, primaries and transfer share it. */
const SPACES = new Set(['bt709', 'bt470bg', 'smpte170m', 'smpte240m', 'gbr', 'fcc', 'smpte428']);

/** Splits at commas that stand outside round brackets. */
function splitOutside(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** "stereo", "5.1(side)", "6 channels". */
function channelsOf(layout: string): number {
  const word = layout.replace(/\(.*/, '').trim();
  const counted = /^(\d+) channels/.exec(layout);
  if (counted) return Number(counted[1]);
  const speakers = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(word);
  if (speakers) return speakers.slice(1).reduce((sum, each) => sum + Number(each ?? 0), 0);
  return ownValue(CHANNELS, word) ?? 0;
}
