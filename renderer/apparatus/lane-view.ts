import type { LiveSettings } from '../../model/camera/types';
import type { LaneRules, Method } from '../../model/delivery/types';
import { UNKNOWN_SOURCE, type LanePlan } from '../../model/run/run-plan';
import { tileScale, type TileScale } from './tile-scale';
import { unitOf, type SizeUnit } from './size-unit';
import { kindOf } from '../../model/source/kinds';
import type { Showing } from '../../model/source/source-kind';

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
  /** A cover is shown in the player of a sound. */
  hasCover: boolean;
  /** What was done to the file before it could be delivered, in words; empty when nothing was. */
  prepared: string;
  consumeRate: number;
  /** False before any source is open: the apparatus is drawn for 100 MB and names no size. */
  known: boolean;
  /** Of a camera: what it is set to; sizes and length are then those of full buffer's recording. Null for what ends. */
  live: LiveSettings | null;
}

/** The views of all lanes of a plan; they share one scale. */
export function laneViews({ media, settings, live, rules }: LanePlan): LaneView[] {
  const bytes = media?.deliveredBytes ?? UNKNOWN_SOURCE.bytes;
  const durationS = media?.durationS ?? UNKNOWN_SOURCE.seconds;
  const gauges = rules.filter((r) => !r.bufferWhole).map((r) => Math.min(r.maxBufferBytes, bytes));
  const scale = tileScale({
    bytes,
    seconds: durationS,
    chunkBytes: live ? Infinity : settings.chunkBytes,
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
    showing: media ? kindOf(media).showing(media) : 'video',
    hasCover: (media?.cover ?? null) !== null,
    prepared: media?.prepared?.note ?? '',
    consumeRate: settings.consumeRate,
    known: media !== null,
    live,
  }));
}
