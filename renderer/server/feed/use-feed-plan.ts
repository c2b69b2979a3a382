import { useSession } from '../../session/session';
import { useServerRoom } from '../state/room';
import { feedPlan, type FeedPlan } from './feed-source';

/** What `/feed` shows; without a server, what it would show of one that is started now. */
export function useFeedPlan(): FeedPlan {
  const running = useServerRoom((s) => s.feed);
  const chosen = useServerRoom((s) => s.feedChosen);
  const media = useSession((s) => s.media);
  return running ?? feedPlan(chosen, media);
}
