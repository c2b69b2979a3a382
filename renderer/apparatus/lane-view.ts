import type { LiveSettings } from '../../model/camera/types';
import { laneRules } from '../../model/delivery/rules';
import type { LaneRules, Method } from '../../model/delivery/types';
import type { MediaInfo } from '../../model/media/types';
import type { RunSettings } from '../../model/run/schema';
import { liveOf, rulesOf } from '../../model/run/run-plan';
import { tileScale, type TileScale } from './tile-scale';
import { unitOf, type SizeUnit } from './size-unit';

/** What stands in the player's place. */
export type Showing = 'video' | 'sound' | 'text' | 'bytes';

/** What the picture of one lane needs to know that does not change during a run. */
export interface LaneView {
  method: Method;
  rules: LaneRules;
  scale: TileScale;
  unit: SizeUnit;
  totalBytes: number;
  /** Most bytes that the client buffer may hold. */
  maxBufferBytes: number;
  durationS: number;
  showing: Showing;
  consumeRate: number;
  /** False before any source is open: the apparatus is drawn for 100 MB and names no size. */
  known: boolean;
  /** Of a camera: what it is set to; sizes and length are then those of full buffer's recording. Null for what ends. */
  live: LiveSettings | null;
}

/** Stands in until a source is open. */
const UNKNOWN = { bytes: 100e6, seconds: 100 };

/** The views of all lanes; they share one scale. */
export function laneViews(media: MediaInfo | null, settings: RunSettings): LaneView[] {
  const live = liveOf(media, settings);
  const bytes = media?.deliveredBytes ?? UNKNOWN.bytes;
  const durationS = media?.durationS ?? UNKNOWN.seconds;
  const index = media?.index ?? [];
  const rules = settings.methods.map((method) =>
    media
      ? rulesOf(method, settings, media)
      : laneRules(method, settings, { bytes, largestStepBytes: 0 }),
  );
  const tubes = rules.filter((r) => !r.bufferWhole).map((r) => Math.min(r.maxBufferBytes, bytes));
  const scale = tileScale({
    bytes,
    seconds: durationS,
    chunkBytes: live ? Infinity : settings.chunkBytes,
    tubeBytes: Math.max(0, ...tubes),
    index,
  });
  return rules.map((laneRule) => ({
    method: laneRule.method,
    rules: laneRule,
    scale,
    unit: unitOf(bytes),
    totalBytes: bytes,
    maxBufferBytes: Math.min(laneRule.maxBufferBytes, bytes),
    durationS,
    showing: showingOf(media),
    consumeRate: settings.consumeRate,
    known: media !== null,
    live,
  }));
}

function showingOf(media: MediaInfo | null): Showing {
  if (!media) return 'video';
  if (media.kind !== 'media') return media.kind;
  return media.hasVideo ? 'video' : 'sound';
}
