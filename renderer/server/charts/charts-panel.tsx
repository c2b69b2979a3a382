import { useState } from 'react';
import { useChartSize } from '../../charts/chart-panel';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { useServerRoom, useServerNow } from '../state/room';
import { MemoryChart } from './memory-chart';
import { SeatsChart } from './seats-chart';

const CHARTS = ['seats', 'memory'] as const;
type Chart = (typeof CHARTS)[number];

/** What happened over time: who had which seat, or what the process held in memory. */
export function ChartsPanel() {
  const [chart, setChart] = useState<Chart>('seats');
  const [ref, size] = useChartSize();
  const running = useServerRoom((s) => s.phase === 'running');
  const history = useServerRoom((s) => s.history);
  const seats = useServerRoom((s) => s.snapshot?.seats ?? 0);
  const baselineRssBytes = useServerRoom((s) => s.baselineRssBytes);
  // A chart of a stopped server stands at its last moment.
  const tickMs = useServerNow(running);
  const { passages, memory } = history;
  const nowMs = running ? tickMs : (memory.at(-1)?.tMs ?? 0);
  const key = chart === 'seats' && seats === 0 ? 'open' : chart;
  return (
    <section className="panel chart-part">
      <h2>
        {say(`server.charts.${key}`)}
        <span>
          {say(chart === 'memory' ? 'server.charts.mbSinceStart' : 'server.charts.sinceStart')}
        </span>
        <Choice
          label={say('server.charts.choose')}
          value={chart}
          options={CHARTS.map((value) => ({ value, label: say(`server.charts.${value}Tab`) }))}
          onChange={setChart}
        />
      </h2>
      <div className="plot" ref={ref}>
        {size && chart === 'seats' && <SeatsChart {...{ size, passages, seats, nowMs }} />}
        {size && chart === 'memory' && (
          <MemoryChart {...{ size, samples: memory, passages, baselineRssBytes, nowMs }} />
        )}
      </div>
    </section>
  );
}
