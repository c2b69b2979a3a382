import { say } from '../../ui/words';
import { usePrediction } from './use-prediction';
import { useApparatus } from '../../apparatus/apparatus';
import { SharedReading } from '../../charts/reading';
import './dock.css';
import { KIND_CHARTS } from '../../charts/kind-charts';
import { LinkPanel } from '../link-panel/link-panel';
import { CoursePanel, MemoryPanel } from './panels';
import { NotPredicted } from './not-predicted';
import { PredictedSwitch } from './predicted-switch';
import { revisionAt, TURN_OF, useTurns } from './redraw-schedule';
import { kindOf } from '../../../model/source/kinds';

/** Under the lanes: what was measured over time, and the link with the hand on it. */
export function Dock() {
  const { run, plan } = useApparatus();
  const { predicted: isPredicted } = kindOf(plan.media);
  const { course, buffers } = KIND_CHARTS.of(plan.media);
  const turns = useTurns(run);
  const predicted = usePrediction(isPredicted ? run : null);
  const shared = { run, plan, predicted };
  return (
    <SharedReading>
      <section className="dock" aria-label={say('dock.label')}>
        <CoursePanel {...shared} chart={course} revision={revisionAt(turns, TURN_OF.received)} />
        <CoursePanel
          {...shared}
          chart={buffers}
          revision={revisionAt(turns, TURN_OF.occupancy)}
          control={isPredicted ? PREDICTED : NOT_PREDICTED}
        />
        <MemoryPanel {...shared} revision={revisionAt(turns, TURN_OF.memory)} />
        <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
      </section>
    </SharedReading>
  );
}

// The same element each time, so that a panel is drawn again in its turn alone.
const PREDICTED = <PredictedSwitch />;
const NOT_PREDICTED = <NotPredicted />;
