import { open } from 'node:fs/promises';
import { readContainer, type Container } from './container';
import { FileWindow } from './index/file-window';
import type { MediaIndex } from './index/index-steps';
import { readIsoLayout, type Layout } from './index/iso-index';
import { msePlays, type MseContainer } from './playable';
import { hasSoundHead } from './index/webm-head';
import { readWebmLayout } from './index/webm-index';
import { ownValue } from '../../model/own-value';

/** A file that MSE plays as it is. */
export interface Deliverable {
  container: Container;
  /** Counted from the moment at which the media begins. */
  index: Pick<MediaIndex, 'points' | 'durationS'>;
  /** What the media's own clock reads at that moment, seconds. */
  startS: number;
}

export interface ReadOptions {
  /** Share of the file that has been looked through, [0, 1]. */
  onFraction: (fraction: number) => void;
  signal: AbortSignal;
}

/** MSE shows nothing before every track has begun; Chromium forgives a second of that, seconds. */
const LATEST_START_S = 0.5;

/**
 * Tracks that begin this close together begin with the latest of them, seconds: a sound's first frames are the
 * silence of its encoder, and a picture with B-frames begins two frames late.
 */
const SAME_START_S = 0.1;

/** Chromium plays across holes of about two frames, seconds. */
const LARGEST_GAP_S = 0.1;

/**
 * ffmpeg writes a late or interrupted sound as one sample that lasts until the next; a real one is shorter than
 * this, seconds.
 */
const MAX_AUDIO_S = 0.15;

/** mediabunny's names of the containers that MSE may take, to its own. */
const LAYOUTS: Record<string, MseContainer> = {
  MP4: 'mp4',
  'QuickTime File Format': 'mp4',
  WebM: 'webm',
};

/**
 * What MSE needs to know of a file that it can play as it is; null when it cannot. Our own reading of the layout, of
 * which every count is bounded by the file, comes first: mediabunny is asked only about a file that passed it.
 */
export async function readDeliverable(
  path: string,
  options: ReadOptions,
): Promise<Deliverable | null> {
  const layout = await readLayout(path, options);
  if (!layout || !playsThrough(layout)) return null;
  const container = await readContainer(path);
  const kind = container ? ownValue(LAYOUTS, container.name) : undefined;
  if (!container || !kind || !tracksPlay(container, kind)) return null;
  return { container, ...fromItsStart(layout.index) };
}

/** The layout of an MP4 or WebM; null when the file is neither, or damaged. */
async function readLayout(
  path: string,
  { onFraction, signal }: ReadOptions,
): Promise<Layout | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const window = new FileWindow(file, size);
    if (!(await hasSoundHead(window))) return null;
    const head = await window.read(0, 8);
    const read = head.toString('latin1', 4) === 'ftyp' ? readIsoLayout : readWebmLayout;
    return await read(window, (bytes) => onFraction(bytes / size), signal);
  } catch (error) {
    // A damaged box may name more than it holds; then MSE would stumble over it too.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    await file.close();
  }
}

/** At most one picture and one sound, of codecs that play; a turned picture is turned back by Chromium. */
function tracksPlay({ tracks }: Container, kind: MseContainer): boolean {
  const count = (wanted: string) => tracks.filter((track) => track.kind === wanted).length;
  return (
    tracks.length > 0 &&
    count('video') <= 1 &&
    count('audio') <= 1 &&
    tracks.every(({ codec }) => msePlays(kind, codec))
  );
}

function playsThrough(layout: Layout): layout is Layout & { index: MediaIndex } {
  const { streamable, whole, index, videoTracks, audioTracks, longestAudioS } = layout;
  return (
    streamable &&
    whole &&
    videoTracks + audioTracks > 0 &&
    index !== null &&
    index.durationS > index.startS &&
    !index.fallsBack &&
    index.startS < LATEST_START_S &&
    index.largestGapS < LARGEST_GAP_S &&
    longestAudioS < MAX_AUDIO_S
  );
}

/** An index whose times count from the beginning of the media, which many files place a few frames late. */
function fromItsStart({ points, durationS, firstS, startS }: MediaIndex): {
  index: Deliverable['index'];
  startS: number;
} {
  const from = startS - firstS <= SAME_START_S ? startS : firstS;
  const shifted = points.map(({ bytes, seconds }) => ({
    bytes,
    seconds: Math.max(0, seconds - from),
  }));
  return { index: { points: shifted, durationS: durationS - from }, startS: from };
}
