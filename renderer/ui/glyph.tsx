import { baseMethod } from '../../model/delivery/rules';
import type { Method } from '../../model/delivery/types';
import { LANE_KEY } from './lane-style';

/** A method's sign: a square is one block, a cup is a level held in reserve, beads come one after another. */
export function Glyph({ method }: { method: Method }) {
  const own = baseMethod(method);
  return (
    <span className="glyph" data-lane={LANE_KEY[method]}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {own === 'full-buffer' && <rect x="2" y="2" width="16" height="16" fill="currentColor" />}
        {own === 'buffering' && (
          <>
            <path d="M2 2v16h16V2" fill="none" stroke="currentColor" strokeWidth="2.6" />
            <rect x="5" y="10" width="10" height="5.6" fill="currentColor" />
          </>
        )}
        {own === 'streaming' && (
          <g fill="currentColor">
            <circle cx="3.4" cy="10" r="3" />
            <circle cx="10.4" cy="10" r="3" />
            <circle cx="17.4" cy="10" r="3" />
          </g>
        )}
      </svg>
    </span>
  );
}
