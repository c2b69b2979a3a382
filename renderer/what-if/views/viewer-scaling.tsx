import { say } from '../../ui/words';
import { Glyph } from '../../ui/glyph';
import { LANE_KEY } from '../../ui/lane-style';
import { countFigure, largeSize } from '../../../model/figures';
import { memoryFor, VIEWERS, type Costs, type ViewerCost } from '../findings/viewer-scaling';

interface PaperProps {
  costs: Costs;
  onRunOnce: () => void;
}

/** The least and most that a bar shows, as powers of ten of bytes: 10 kB to 1 PB. */
const BAR = { from: 4, to: 15 };

/** Memory of a server on paper: viewers times what one costs, measured where there is a measurement. */
export function ViewerScaling({ costs: { measured, costs }, onRunOnce }: PaperProps) {
  return (
    <div className="paper">
      <table aria-label={say('whatIf.paper.table')}>
        <thead>
          <tr>
            <th scope="col">{say('whatIf.paper.method')}</th>
            {VIEWERS.map((count) => (
              <th scope="col" key={count}>
                {say('whatIf.paper.viewers', { count, viewers: countFigure(count) })}
              </th>
            ))}
            <th scope="col">{say('whatIf.paper.fits')}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <CostRow key={cost.method} cost={cost} />
          ))}
        </tbody>
      </table>
      <p className="small paper-source">
        {measured === null
          ? say('whatIf.paper.rule')
          : say('whatIf.paper.measured', { name: measured })}
        {measured === null && (
          <button className="btn" onClick={onRunOnce}>
            {say('whatIf.paper.runOnce')}
          </button>
        )}
      </p>
    </div>
  );
}

/** The server whose viewers are counted, bytes. */
const SERVER_BYTES = 16e9;

function CostRow({ cost }: { cost: ViewerCost }) {
  const { method, heldBytes, grownBytes } = cost;
  return (
    <tr data-lane={LANE_KEY[method]}>
      <th scope="row">
        <Glyph method={method} /> {say(`lanes.methods.${method}`)}
      </th>
      {VIEWERS.map((viewers) => {
        const bytes = memoryFor(viewers, heldBytes);
        return (
          <td key={viewers}>
            <b>{largeSize(bytes)}</b>
            {viewers === 1 && grownBytes !== null && (
              <small>{say('whatIf.paper.grown', { memory: largeSize(grownBytes) })}</small>
            )}
            <span className="paper-bar" style={{ width: `${String(barShare(bytes) * 100)}%` }} />
          </td>
        );
      })}
      <td>
        <b>{heldBytes > 0 ? countFigure(Math.floor(SERVER_BYTES / heldBytes)) : ''}</b>
      </td>
    </tr>
  );
}

/** Length of a bar by powers of ten, so that a megabyte and a petabyte fit on one line. */
const barShare = (bytes: number): number =>
  Math.min(1, Math.max(0, (Math.log10(Math.max(1, bytes)) - BAR.from) / (BAR.to - BAR.from)));
