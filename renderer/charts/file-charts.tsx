import { baseMethod } from '../../model/delivery/rules';
import { say } from '../ui/words';
import type { CourseProps, KindCharts } from './kind-charts';
import { OccupancyChart } from './line-chart';
import { ReceivedPlayedChart } from './received-played-chart';

/** What lies in the client buffers, in MB, and where buffering starts. */
function FileBuffers({ plan, ...props }: CourseProps) {
  const buffering = plan.rules.find(({ method }) => baseMethod(method) === 'buffering');
  return <OccupancyChart {...props} prefetchMb={buffering ? buffering.startBytes / 1e6 : null} />;
}

/** The charts of a file, in bytes. */
export const FILE_CHARTS: KindCharts = {
  course: {
    title: () => say('dock.received'),
    unit: () => say('dock.receivedUnit'),
    Chart: ReceivedPlayedChart,
  },
  buffers: {
    title: () => say('dock.occupancy'),
    unit: () => say('dock.unit'),
    Chart: FileBuffers,
  },
};
