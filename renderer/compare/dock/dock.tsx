import { say } from '../../ui/words';
import { usePrediction } from './use-prediction';
import { useApparatus } from '../../apparatus/apparatus';
import './dock.css';
import { LinkPanel } from '../link-panel/link-panel';
import { COURSE_PANELS, MemoryPanel } from './panels';
import { revisionAt, TURN_OF, useTurns } from './redraw-schedule';
import { kindOf } from '../../../model/source/kinds';

/** Under the lanes: what was measured over time, and the link with the hand on it. */
export function Dock() {
  const { run, plan } = useApparatus();
  const { media, live } = plan;
  const { noPrediction, view } = kindOf(media);
  const { First, Second } = COURSE_PANELS[view.unit];
  const turns = useTurns(run);
  const predicted = usePrediction(noPrediction ? null : run);
  const shared = { run, predicted, live };
  return (
    <section className="dock" aria-label={say('dock.label')}>
      <First {...shared} revision={revisionAt(turns, TURN_OF.received)} />
      <Second {...shared} revision={revisionAt(turns, TURN_OF.occupancy)} />
      <MemoryPanel {...shared} revision={revisionAt(turns, TURN_OF.memory)} />
      <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
    </section>
  );
}
