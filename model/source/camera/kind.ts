import { liveRules, SLICE_BYTES, SLICE_MS } from '../../camera/live-rules';
import { DEFAULT_LIVE, type LiveSettings } from '../../camera/types';
import type { RunSettings } from '../../run/schema';
import { STEPPED } from '../progress';
import type { SourceKind } from '../source-kind';

const live = ({ live = DEFAULT_LIVE }: Pick<RunSettings, 'live'>): LiveSettings => live;

/** A camera, recorded while it is played: it knows one speed, and no file to compare with. */
export const CAMERA: SourceKind = {
  id: 'camera',
  progress: STEPPED,
  consumed: false,
  endless: true,
  noPrediction: 'camera',
  view: { story: 'live', unit: 'seconds' },
  showing: ({ hasVideo }) => (hasVideo ? 'video' : 'sound'),
  settings: (asked) => ({ ...asked, speed: 1, verify: false, live: live(asked) }),
  live,
  rules: (method, settings) => liveRules(method, live(settings)),
  // What its recorder is asked for: of what is still to come no bytes are known.
  neededRate: () => (SLICE_BYTES * 1000) / SLICE_MS,
  bytesToGoOn: (_source, { chunkBytes }) => chunkBytes,
};
