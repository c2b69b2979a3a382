import { ownValue } from '../../../model/own-value';

/** One stream as `ffmpeg -i` describes it. */
export interface StreamFacts {
  /** Its place in the file, as in `-map 0:index`. */
  index: number;
  kind: 'video' | 'audio';
  /** ffmpeg's name of the codec: "h264", "mpeg4", "aac". */
  codec: string;
  /** "High", "LC"; empty when not said. */
  profile: string;
  /** Video: "yuv420p"; empty when not said. */
  pixels: string;
  width: number;
  height: number;
  /** Audio; 0 when not said. */
  channels: number;
  /** Marked as the one to play. */
  isDefault: boolean;
  /** A cover picture, not a film. */
  isPicture: boolean;
}

/** What `ffmpeg -i` says of a file. */
export interface InputFacts {
  /** "mov,mp4,m4a,3gp,3g2,mj2", "avi"; empty when ffmpeg could not open it. */
  format: string;
  /** Seconds; null when not said. */
  durationS: number | null;
  streams: StreamFacts[];
}

const STREAM = /^\s*Stream #0:(\d+)(?:\[0x[0-9a-f]+\])?(?:\([^)]*\))?: (Video|Audio): (.+)$/;
const CHANNELS: Record<string, number> = {
  mono: 1,
  stereo: 2,
  quad: 4,
  hexagonal: 6,
  octagonal: 8,
};

/** Reads what `ffmpeg -i FILE` prints; there is no ffprobe beside the ffmpeg that npm brings. */
export function parseInput(said: string): InputFacts {
  const facts: InputFacts = { format: '', durationS: null, streams: [] };
  for (const line of said.split(/\r?\n/)) {
    const input = /^Input #0, (.+), from /.exec(line);
    if (input) facts.format = input[1] ?? '';
    const duration = /^ {2}Duration: (\d+):(\d+):([\d.]+)/.exec(line);
    if (duration) {
      const [, hours, minutes, seconds] = duration.map(Number);
      facts.durationS = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
    }
    const stream = STREAM.exec(line);
    if (stream) facts.streams.push(streamOf(Number(stream[1]), stream[2] ?? '', stream[3] ?? ''));
  }
  return facts;
}

function streamOf(index: number, kind: string, text: string): StreamFacts {
  const parts = splitOutside(text);
  const [codecPart = '', second = '', third = ''] = parts;
  const size = parts.map((part) => /^(\d+)x(\d+)\b/.exec(part)).find((match) => match !== null);
  const inParens = /^\S+ \(([^)/]+)\)/.exec(codecPart)?.[1] ?? '';
  return {
    index,
    kind: kind === 'Video' ? 'video' : 'audio',
    codec: /^\w+/.exec(codecPart)?.[0] ?? '',
    profile: inParens.trim(),
    pixels: kind === 'Video' ? (/^\w+/.exec(second)?.[0] ?? '') : '',
    width: Number(size?.[1] ?? 0),
    height: Number(size?.[2] ?? 0),
    channels: kind === 'Audio' ? channelsOf(third) : 0,
    isDefault: text.includes('(default)'),
    isPicture: text.includes('(attached pic)'),
  };
}

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
