import type { SweepAxis } from '../../../model/sweep/types';
import { chosenSize } from '../../apparatus/size-unit';
import { say } from '../../ui/words';
import { axisRange } from '../state/axis-values';
import { outageWord, valueWord } from '../state/axis-words';
import { setReadAhead, setValue, axisValue, type Setup } from '../state/setup';
import { hasOutages, hasRate, outageSpread } from '../state/room-link';
import type { Picture } from '../state/use-picture';
import { Exact } from './exact';
import { LinkChoiceField } from './link-fields';
import { Reading } from './reading';
import { ValueSlider } from './value-slider';

interface SidePanelProps {
  picture: Picture;
  onEnter: () => void;
}

/** Figures of the chosen value, and everything that can be set. */
export function SidePanel({ picture, onEnter }: SidePanelProps) {
  const { setup } = picture;
  const field = (axis: SweepAxis) => (
    <AxisSlider key={axis} axis={axis} setup={setup} onEnter={onEnter} />
  );
  return (
    <aside className="panel what-if-side" aria-label={say('whatIf.settings')}>
      <Reading picture={picture} />
      <Exact picture={picture} />
      <hr />
      {(['prefetch', 'chunk', 'ahead'] as const).map(field)}
      <ReadAheadSlider setup={setup} onEnter={onEnter} />
      <hr />
      <LinkChoiceField />
      {(['rate', 'outage'] as const).map(field)}
      <hr />
      <div className="what-if-notes">
        <p className="small resume-note">{say('whatIf.resumeNote')}</p>
        <p className="small">
          <b>{say('whatIf.modelNote')}</b>{' '}
          {say(setup.source.id === '' ? 'whatIf.modelHowSample' : 'whatIf.modelHow')}
        </p>
      </div>
    </aside>
  );
}

/** Chunks read ahead that one can choose. */
const READ_AHEAD = [0, 1, 2, 4, 8, 16];

/** How many chunks are read ahead, and what the server holds for it: it changes no time, since reading takes none. */
function ReadAheadSlider({ setup, onEnter }: Omit<AxisSliderProps, 'axis'>) {
  const { readAheadChunks, chunkBytes } = setup.scenario.settings;
  const wordOf = (chunks: number): string =>
    say('whatIf.readAheadHeld', { count: chunks, size: chosenSize((1 + chunks) * chunkBytes) });
  return (
    <ValueSlider
      label={say('whatIf.readAhead')}
      word={wordOf(readAheadChunks)}
      values={READ_AHEAD}
      value={readAheadChunks}
      wordOf={wordOf}
      onChange={setReadAhead}
      onEnter={onEnter}
    />
  );
}

interface AxisSliderProps {
  axis: SweepAxis;
  setup: Setup;
  onEnter: () => void;
}

function AxisSlider({ axis, setup, onEnter }: AxisSliderProps) {
  const { range, scenario, source, base } = setup;
  const swept = range.axis === axis;
  const idle = idleWord(axis, setup);
  const value = axisValue(scenario, axis);
  const values =
    swept || idle !== null ? range.values : axisRange(axis, source, 1, value, base.rate).values;
  const curved = axis === 'rate' && scenario.link.curve !== null;
  return (
    <ValueSlider
      label={say(curved ? 'whatIf.meanRate' : `whatIf.axis.${axis}`)}
      word={wordOf(axis, setup)}
      values={values}
      value={value}
      swept={swept}
      idle={idle}
      wordOf={(each) => valueWord(axis, each)}
      onChange={(next) => setValue(axis, next)}
      onEnter={onEnter}
    />
  );
}

/** Why a slider of the link has nothing to set; null when it has. */
function idleWord(axis: SweepAxis, { scenario: { link } }: Setup): string | null {
  if (axis === 'outage' && !hasOutages(link)) return say('whatIf.noOutages');
  if (axis !== 'rate' || hasRate(link)) return null;
  return say(link.kind === 'unlimited' ? 'whatIf.noRate' : 'whatIf.ofItself');
}

/** A value for people; of outages whose length the seed draws, from the least to the most. */
function wordOf(axis: SweepAxis, { scenario }: Setup): string {
  const value = axisValue(scenario, axis);
  return axis === 'outage'
    ? outageWord(value, outageSpread(scenario.link))
    : valueWord(axis, value);
}
