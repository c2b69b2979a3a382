import { useEffect, useState, type ComponentType } from 'react';
import type { LanePlan } from '../../model/run/run-plan';
import { KindTable, type KindedSource } from '../../model/source/kind-table';
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

/** Loads the charts of a kind: a window shows its lanes before it draws any. */
export type LoadCharts = () => Promise<KindCharts>;

/** The charts of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_CHARTS = new KindTable<LoadCharts>();

/** The charts of a source's kind; null until they have been loaded. */
export function useKindCharts(source: KindedSource | null): KindCharts | null {
  const load = KIND_CHARTS.of(source);
  const [loaded, setLoaded] = useState<{ load: LoadCharts; charts: KindCharts } | null>(null);
  useEffect(() => {
    let wanted = true;
    void load().then((charts) => {
      if (wanted) setLoaded({ load, charts });
    });
    return () => {
      wanted = false;
    };
  }, [load]);
  return loaded?.load === load ? loaded.charts : null;
}
