import type { FeedSource } from '../../../electron/ipc/server-port';
import type { MediaInfo } from '../../../model/media/types';

/** What `/feed` of a server shows, and whether the file that it serves has pictures for that. */
export interface FeedPlan {
  source: FeedSource;
  film: boolean;
}

/** What a server that starts now shows: what was chosen, where there is that; else what suits the open source. */
export function feedPlan(chosen: FeedSource | null, media: MediaInfo | null): FeedPlan {
  const film = media !== null && !media.camera && media.hasVideo;
  const canBe = chosen !== null && (chosen !== 'media' || film);
  return { source: canBe ? chosen : usualSource(film, media), film };
}

function usualSource(film: boolean, media: MediaInfo | null): FeedSource {
  if (film) return 'media';
  return media?.camera ? 'camera' : 'test';
}
