import { usePage } from './page-context';
import { LaneStage } from './lane-stage';
import { ServerStage } from './server-stage';

/** Where a run of the lesson is seen: its lanes, or its server's clients. */
export function Stage() {
  const { lesson } = usePage();
  return lesson.room === 'server' ? <ServerStage /> : <LaneStage />;
}
