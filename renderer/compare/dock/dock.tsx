import { say } from '../../ui/words';
import { usePrediction } from './use-prediction';
import { useApparatus } from '../../apparatus/apparatus';
import './dock.css';
import { LinkPanel } from '../link-panel/link-panel';
import { FirstPanel, MemoryPanel, OccupancyPanel } from './panels';
import { revisionAt, TURN_OF, useTurns } from './redraw-schedule';

/** Under the lanes: what was measured over time, and the link with the hand on it. */
export function Dock() {
  const { run, plan } = useApparatus();
  const { live } = plan;
  const turns = useTurns(run);
  const predicted = usePrediction(live ? null : run);
  const shared = { run, predicted, live };
  return (
    <section className="dock" aria-label={say('dock.label')}>
      <FirstPanel {...shared} revision={revisionAt(turns, TURN_OF.received)} />
      <OccupancyPanel {...shared} revision={revisionAt(turns, TURN_OF.occupancy)} />
      <MemoryPanel {...shared} revision={revisionAt(turns, TURN_OF.memory)} />
      <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
    </section>
  );
}
