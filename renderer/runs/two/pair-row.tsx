import { memo } from 'react';
import type { Method } from '../../../model/delivery/types';
import type { ComparedLane, LoneLane } from '../../../model/runs/two/compare-two';
import { SIDES, type Side } from '../../../model/runs/two/differences';
import { FIGURES, type Figure, type LaneFigures } from '../../../model/runs/two/lane-figures';
import { figureWord, lessWord, sideWord } from '../../../model/runs/two/two-words';
import { Glyph } from '../../ui/glyph';
import { LANE_KEY } from '../../ui/lane-style';
import { say, useLanguage } from '../../ui/words';
import { PairChart, type LaneOfSide, type PairChartProps } from './pair-chart';
import { PAIR_CHARTS, type PairKind } from './pair-scale';
import { WORDS } from './words';

interface PairRowProps extends Pick<PairChartProps, 'outages' | 'time' | 'timed'> {
  lane: ComparedLane | LoneLane;
  lanes: LaneOfSide;
  /** It differs most, and gets the room. */
  tall: boolean;
  /** What the value axes of charts reach that all methods share. */
  most: Partial<Record<PairKind, number>>;
}

/** One method in both runs: its figures and its curves. */
export const PairRow = memo(function PairRow(props: PairRowProps) {
  useLanguage();
  const { lane, lanes, tall, most, outages, time, timed } = props;
  const { method } = lane;
  return (
    <section
      className="pair"
      data-tall={tall || undefined}
      data-timed={timed || undefined}
      data-lane={LANE_KEY[method]}
      aria-label={say(`lanes.methods.${method}`)}
    >
      <div className="pair-figures">
        <h2>
          <Glyph method={method} />
          {say(`lanes.methods.${method}`)}
        </h2>
        {'of' in lane ? <LoneTable lane={lane} /> : <PairTable lane={lane} tall={tall} />}
      </div>
      {PAIR_CHARTS.map((kind) => (
        <PairChart
          key={kind}
          {...{ kind, method, lanes, outages, time, timed }}
          most={most[kind]}
        />
      ))}
    </section>
  );
});

/** A small row has room for so many figures: those that differ first. */
const FEW = 3;

/** The figures of a row, in their order; of a small one no more than there is room for. */
function figuresOf(lane: ComparedLane, tall: boolean): Figure[] {
  const told = FIGURES.filter((figure) => lane.a[figure] !== null || lane.b[figure] !== null);
  if (tall) return told;
  const usual: readonly Figure[] = ['startup', 'stalls', 'memory'];
  const first = [
    ...told.filter((figure) => !lane.same[figure]),
    ...usual.filter((figure) => told.includes(figure) && lane.same[figure]),
    ...told,
  ];
  const few = [...new Set(first)].slice(0, FEW);
  return told.filter((figure) => few.includes(figure));
}

function PairTable({ lane, tall }: { lane: ComparedLane; tall: boolean }) {
  return (
    <table aria-label={say('twoRuns.figures.title')}>
      <Heads method={lane.method} />
      <tbody>
        {figuresOf(lane, tall).map((figure) => (
          <tr key={figure} data-differs={!lane.same[figure] || undefined}>
            <th scope="row">{say(`twoRuns.figures.${figure}`)}</th>
            {SIDES.map((side) => (
              <FigureCell key={side} figures={lane[side]} figure={figure} />
            ))}
            <td className="pair-less">{lessWord(lane, figure, WORDS)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A method that one run alone has: its figures stand there, and nothing beside them. */
function LoneTable({ lane: { of, figures, method } }: { lane: LoneLane }) {
  const cell = (side: Side, figure: Figure) =>
    side === of ? <FigureCell key={side} {...{ figures, figure }} /> : <td key={side} />;
  return (
    <table aria-label={say('twoRuns.figures.title')}>
      <Heads method={method} />
      <tbody>
        {(['startup', 'stalls'] as const).map((figure) => (
          <tr key={figure}>
            <th scope="row">{say(`twoRuns.figures.${figure}`)}</th>
            {SIDES.map((side) => cell(side, figure))}
            <td />
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={4}>
            {say('twoRuns.onlyOne', { side: sideWord(of, WORDS) })}
          </th>
        </tr>
      </tbody>
    </table>
  );
}

/** Heard, not seen: the head of the panel stands over all rows. */
function Heads({ method }: { method: Method }) {
  const heads = [
    say(`lanes.methods.${method}`),
    ...SIDES.map((side) => sideWord(side, WORDS)),
    say('twoRuns.less'),
  ];
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col" key={head}>
            <span className="unseen">{head}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Red where a viewer was kept waiting: a stall, or nothing left to play. */
function FigureCell({ figures, figure }: { figures: LaneFigures; figure: Figure }) {
  const empty = figure === 'least' && figures.least !== null && figures.least < EMPTY;
  const bad = figure === 'stalls' ? figures.stallCount > 0 : empty && figures.stallCount > 0;
  return <td className={bad ? 'bad' : undefined}>{figureWord(figures, figure)}</td>;
}

/** A buffer with less than this has run empty, bytes. */
const EMPTY = 50_000;
