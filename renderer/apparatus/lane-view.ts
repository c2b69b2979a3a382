import type { LaneRules, Method } from '../../model/delivery/types';
import { UNKNOWN_SOURCE, type LanePlan } from '../../model/run/run-plan';
import { MAX_TILES, tileScale, type TileScale } from './tile-scale';
import { unitOf, type SizeUnit } from './size-unit';
import type { MediaInfo } from '../../model/media/types';
import type { RunSettings } from '../../model/run/schema';
import { kindOf } from '../../model/source/kinds';

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
  /** What was done to the file before it could be delivered, in words; empty when nothing was. */
  prepared: string;
  /** False before any source is open: the apparatus is drawn for 100 MB and names no size. */
  known: boolean;
  /** Null before any source is open. */
  media: MediaInfo | null;
  settings: RunSettings;
}

/** A tile of a live source is a frame, or as many whole frames, of the usual size, as a picture has no room to part. */
function framesOfTile(bytes: number, [rules]: readonly LaneRules[]): number {
  const frameBytes = rules?.chunkBytes ?? bytes;
  return frameBytes * Math.max(1, Math.ceil(bytes / frameBytes / MAX_TILES));
}

/** The views of all lanes of a plan; they share one scale. */
export function laneViews({ media, settings, rules }: LanePlan): LaneView[] {
  const bytes = media?.deliveredBytes ?? UNKNOWN_SOURCE.bytes;
  const durationS = media?.durationS ?? UNKNOWN_SOURCE.seconds;
  const gauges = rules.filter((r) => !r.bufferWhole).map((r) => Math.min(r.maxBufferBytes, bytes));
  const scale = tileScale({
    bytes,
    seconds: durationS,
    chunkBytes: kindOf(media).endless ? framesOfTile(bytes, rules) : settings.chunkBytes,
    tubeBytes: Math.max(0, ...gauges),
    index: media?.index ?? [],
  });
  return rules.map((laneRule) => ({
    method: laneRule.method,
    rules: laneRule,
    scale,
    unit: unitOf(bytes),
    totalBytes: bytes,
    maxBufferBytes: Math.min(laneRule.maxBufferBytes, bytes),
    durationS,
    prepared: media?.prepared?.note ?? '',
    known: media !== null,
    media,
    settings,
  }));
}
