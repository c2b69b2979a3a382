import { liveOf } from '../../../model/camera/types';
import type { CourseProps, KindCharts } from '../../charts/kind-charts';
import { LiveDelayChart, ReserveChart } from '../../charts/line-chart';
import { say } from '../../ui/words';

function Reserves({ plan, ...props }: CourseProps) {
  return <ReserveChart {...props} live={liveOf(plan.settings)} />;
}

/** The charts of a camera, in seconds. */
export const CAMERA_CHARTS: KindCharts = {
  course: {
    title: () => say('cameraUi.liveDelay'),
    unit: () => say('cameraUi.dock.unit'),
    Chart: LiveDelayChart,
  },
  buffers: {
    title: () => say('dock.occupancy'),
    unit: () => say('cameraUi.dock.unit'),
    Chart: Reserves,
  },
};
