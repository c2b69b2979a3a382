import { Menu } from '@mantine/core';
import { SWEEP_AXES, type SweepAxis } from '../../../model/sweep/types';
import { useChartSize } from '../../charts/chart-panel';
import { Choice } from '../../ui/choice';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { axisRange, REACHES } from '../state/axis-values';
import { valueWord } from '../state/axis-words';
import { room } from '../state/room-state';
import { axisPossible } from '../state/setup';
import type { Picture } from '../state/use-picture';
import { client } from '../worker/sweep-client';
import { TradeoffChart } from './tradeoff-chart';

interface UpperPanelProps {
  picture: Picture;
  onEnter: () => void;
}

/** The trade-off along one axis, and which axis that is. */
export function UpperPanel({ picture, onEnter }: UpperPanelProps) {
  const [ref, size] = useChartSize();
  const { setup } = picture;
  return (
    <section className="panel what-if-upper" aria-label={say('whatIf.chartTitle')}>
      <header>
        <h2>{say('whatIf.chartTitle')}</h2>
        <Choice
          label={say('whatIf.along')}
          value={setup.range.axis}
          options={SWEEP_AXES.map((value) => ({
            value,
            label: say(`whatIf.axisShort.${value}`),
            disabled: !axisPossible(value, setup.scenario.link),
          }))}
          onChange={(axis: SweepAxis) => room.setState({ axis, reach: 1, startMs: null })}
        />
        <ReachMenu picture={picture} />
        <Progress picture={picture} />
      </header>
      <div className="what-if-view" ref={ref}>
        {size && <TradeoffChart picture={picture} size={size} onEnter={onEnter} />}
        {picture.phase === 'failed' && (
          <p className="what-if-blank" role="alert">
            {say('whatIf.failed', { message: picture.message })} <Again />
          </p>
        )}
        {picture.points.length === 0 && picture.late && !picture.before && (
          <p className="what-if-blank">{say('whatIf.working')}</p>
        )}
      </div>
    </section>
  );
}

/** How far the axis reaches; sizes of a chunk have an end of their own. */
function ReachMenu({ picture: { setup } }: { picture: Picture }) {
  const { range, source, chosen, base } = setup;
  const { axis } = range;
  if (axis === 'chunk') return null;
  const end = (reach: (typeof REACHES)[number]): string =>
    valueWord(axis, axisRange(axis, source, reach, chosen, base.rate).to);
  return (
    <Menu position="bottom-start" returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          className="btn bare reach"
          aria-label={say('whatIf.reach', { value: valueWord(axis, range.to) })}
        >
          {say('whatIf.reachTo', { value: valueWord(axis, range.to) })}
          <CaretIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {REACHES.map((reach) => (
          <Menu.Item key={reach} onClick={() => room.setState({ reach })}>
            {say('whatIf.reachTo', { value: end(reach) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** How far a sweep is, once it takes a while; how the lines are to be read, otherwise. */
function Progress({ picture: { setup, points, phase, late } }: { picture: Picture }) {
  const all = setup.range.values.length;
  const done = points.length;
  if (phase === 'running' && late) {
    const label = say('whatIf.sweepingLabel', { done, all });
    return (
      <span className="sweep-progress">
        <progress max={all} value={done} aria-label={label} />
        <span>{say('whatIf.sweeping', { done, all })}</span>
        <button className="btn" onClick={() => client.cancel()}>
          {say('whatIf.cancel')} <kbd>Esc</kbd>
        </button>
      </span>
    );
  }
  if (phase === 'cancelled') {
    return (
      <span className="sweep-progress" role="status">
        <span>{say('whatIf.cancelled', { done, all })}</span>
        <Again />
      </span>
    );
  }
  const count = setup.seeds.length;
  return <span className="what-if-note">{say('whatIf.chartNote', { count })}</span>;
}

function Again() {
  return (
    <button className="btn" onClick={() => room.setState({ again: room.getState().again + 1 })}>
      {say('whatIf.again')}
    </button>
  );
}
