import type { LiveSettings } from '../../model/camera/types';
import { say } from '../ui/words';
import { bufferWord, type ChartProps } from './axes';
import { LineChart } from './line-chart';

const UNIT = 's';
/** The value axis of the delay starts with room for a lane that is close to live, seconds. */
const DELAY_FLOOR_S = 4;

/** How old the shown picture of each lane is, over time: measured by the time code in it. */
export function LiveDelayChart(props: ChartProps) {
  return (
    <LineChart
      {...props}
      field="liveDelayMs"
      unit={UNIT}
      floor={DELAY_FLOOR_S}
      wordOf={bufferWord}
      name={say('cameraUi.liveDelay')}
    />
  );
}

/** What lies in each client buffer of a camera's run over time, in seconds as its reserve is chosen. */
export function ReserveChart({ live, ...props }: ChartProps & { live: LiveSettings }) {
  const buffering = props.lanes.some(({ method }) => method === 'buffering');
  return (
    <LineChart
      {...props}
      field="bufferedS"
      unit={UNIT}
      floor={2 * live.reserveS}
      wordOf={bufferWord}
      name={say('dock.occupancy')}
      {...(buffering && { level: { at: live.reserveS, word: say('cameraUi.reserve') } })}
    />
  );
}
