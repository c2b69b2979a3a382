import type { FileWindow } from './file-window';
import { IndexSteps, type MediaIndex, type StepSpan } from './index-steps';
import { topBoxes } from './iso-boxes';
import { spansOfMoof } from './iso-moof';
import { tracksOfMoov, type IsoTrack } from './iso-moov';

/** What a container's own structure says about whether it can be delivered as it is. */
export interface Layout {
  /** Made of pieces that MSE plays one by one, and nothing else. */
  streamable: boolean;
  /** The last piece ends where the file ends. */
  whole: boolean;
  videoTracks: number;
  audioTracks: number;
  /** The longest audio sample, seconds; 0 when samples' durations are not written. */
  longestAudioS: number;
  index: MediaIndex | null;
}

/** The moov of a file that is all fragments, and a moof, are smaller than this, bytes: what claims more is not read. */
const MAX_BOX_BYTES = 16e6;

/** MSE takes one picture and one sound. */
const MAX_TRACKS = 100;

/**
 * Reads the boxes of an MP4 without its media data: which byte ends each fragment, and what time it adds.
 * Our own, since mediabunny tells times but no byte offsets, and mp4box keeps every sample of the file in memory.
 */
export async function readIsoLayout(
  window: FileWindow,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Layout> {
  const steps = new IndexSteps();
  const next = new Map<number, number>();
  let tracks: IsoTrack[] = [];
  let pending: StepSpan[] = [];
  let fragments = 0;
  let reached = 0;
  let longestAudioS = 0;
  for await (const box of topBoxes(window)) {
    signal.throwIfAborted();
    reached = box.end;
    onBytes(Math.min(reached, window.size));
    if (box.end > window.size) break;
    if ((box.type === 'moov' || box.type === 'moof') && box.end - box.start < MAX_BOX_BYTES) {
      const bytes = await window.read(box.start, box.end - box.start);
      if (box.type === 'moov') {
        tracks = tracksOfMoov(bytes).slice(0, MAX_TRACKS);
        // A film whose samples are all in the moov is not streamable, whatever follows.
        if (tracks.some(({ samplesInMoov }) => samplesInMoov > 0)) break;
        continue;
      }
      fragments += 1;
      for (const span of spansOfMoof(bytes, tracks, next, window.size)) {
        next.set(span.trackId, span.next);
        const track = tracks.find(({ id }) => id === span.trackId);
        if (!track || track.kind === 'other') continue;
        const { from, to } = span;
        const longestS = span.longest / track.timescale;
        if (track.kind === 'audio') longestAudioS = Math.max(longestAudioS, longestS);
        pending.push({ track: track.id, from: from / track.timescale, to: to / track.timescale });
      }
    } else if (box.type === 'mdat' && pending.length > 0) {
      steps.add(box.end, pending);
      pending = [];
    }
  }
  return {
    streamable: fragments > 0 && tracks.every(({ samplesInMoov }) => samplesInMoov === 0),
    whole: reached === window.size && pending.length === 0,
    videoTracks: tracks.filter(({ kind }) => kind === 'video').length,
    audioTracks: tracks.filter(({ kind }) => kind === 'audio').length,
    longestAudioS,
    index: steps.finish(window.size),
  };
}
