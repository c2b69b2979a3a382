import { useState } from 'react';
import { useChartSize } from '../../charts/chart-panel';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { useServerRoom, useServerNow } from '../state/room';
import { DeliveryChart } from './delivery-chart';
import { shownDeliveries } from './delivery-choice';
import { MemoryChart } from './memory-chart';
import { SeatsChart } from './seats-chart';

const CHARTS = ['seats', 'memory', 'flow'] as const;
type Chart = (typeof CHARTS)[number];

/** What happened over time: who had which seat, or what the process held in memory. */
export function ChartsPanel() {
  const boxed = useServerRoom((s) => s.box !== null);
  const [asked, setChart] = useState<Chart | null>(null);
  // With a box between, what was sent and what came are two things: they are shown until another is chosen.
  const chart = asked ?? (boxed ? 'flow' : 'seats');
  const deliveries = useServerRoom((s) => s.deliveries);
  const chosen = useServerRoom(
    ({ watched, clients }) => clients.find(({ id }) => id === watched)?.client ?? null,
  );
  const [ref, size] = useChartSize();
  const running = useServerRoom((s) => s.phase === 'running');
  const history = useServerRoom((s) => s.history);
  const seats = useServerRoom((s) => s.snapshot?.seats ?? 0);
  const baselineRssBytes = useServerRoom((s) => s.baselineRssBytes);
  // A chart of a stopped server stands at its last moment.
  const tickMs = useServerNow(running);
  const { passages, memory } = history;
  const nowMs = running ? tickMs : (memory.at(-1)?.tMs ?? 0);
  // In async there are no seats: what is open takes their place.
  const key = chart === 'seats' && seats === 0 ? 'open' : chart;
  const shown = chart === 'flow' ? shownDeliveries(deliveries.list(), chosen) : null;
  return (
    <section className="panel chart-part">
      <h2>
        {key === 'flow' ? say('box.flow.title') : say(`server.charts.${key}`)}
        <span>{noteOf(chart)}</span>
        <Choice
          label={say('server.charts.choose')}
          value={chart}
          options={CHARTS.map((value) => ({
            value,
            label: value === 'flow' ? say('box.flow.tab') : say(`server.charts.${value}Tab`),
          }))}
          onChange={setChart}
        />
      </h2>
      <div className="plot" ref={ref}>
        {size && chart === 'seats' && <SeatsChart {...{ size, passages, seats, nowMs }} />}
        {size && chart === 'memory' && (
          <MemoryChart {...{ size, samples: memory, passages, baselineRssBytes, nowMs }} />
        )}
        {size && shown && <DeliveryChart {...{ size, nowMs }} {...shown} />}
        {chart === 'flow' && !shown && <p className="small">{say('box.flow.none')}</p>}
      </div>
    </section>
  );
}

/** The units of a chart; those of an answer stand at its curves. */
function noteOf(chart: Chart): string {
  if (chart === 'memory') return say('server.charts.mbSinceStart');
  return chart === 'seats' ? say('server.charts.sinceStart') : '';
}
