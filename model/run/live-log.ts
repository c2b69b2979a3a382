import { DEFAULT_LIVE, type LiveSettings } from '../camera/types';
import type { RunLog } from './schema';

/** What the camera of a run was set to; null when its source was a file. */
export function liveOfLog({
  lanes,
  settings,
}: Pick<RunLog, 'lanes' | 'settings'>): LiveSettings | null {
  // Settings of a camera may be left over from a run before; a delay is measured of a camera only.
  const measured = lanes.some(({ liveDelayMs }) => liveDelayMs !== undefined);
  return measured ? (settings.live ?? DEFAULT_LIVE) : null;
}
