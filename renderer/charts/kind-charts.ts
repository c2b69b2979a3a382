import type { ComponentType } from 'react';
import type { LanePlan } from '../../model/run/run-plan';
import { KindTable } from '../../model/source/kind-table';
import type { ChartProps } from './time-chart';

/** What a chart of a run's course is drawn from. */
export type CourseProps = ChartProps & { plan: Pick<LanePlan, 'settings' | 'rules'> };

/** A chart of a run's course, its title and the unit beside that. */
export interface CourseChart {
  title: () => string;
  unit: () => string;
  Chart: ComponentType<CourseProps>;
}

/** What is drawn over time of one kind of source; FILE_CHARTS is that of most. */
export interface KindCharts {
  /** How far the lanes have come. */
  course: CourseChart;
  /** What lies in their client buffers. */
  buffers: CourseChart;
}

/** The charts of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_CHARTS = new KindTable<KindCharts>();
