import { useMemo } from 'react';
import { useSession } from '../session/session';
import { laneViews, type LaneView } from './lane-view';

/** The views of the lanes on the page: those of the run, or of the next run while there is none. */
export function useLaneViews(): LaneView[] {
  const media = useSession((s) => s.run?.media ?? s.media);
  const settings = useSession((s) => s.run?.settings ?? s.settings);
  return useMemo(() => laneViews(media, settings), [media, settings]);
}
