import { secondsFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import { laneOf, EndpointGlyph } from '../../services/endpoint-glyph';
import { useServerRoom } from '../state/room';
import type { SeatRow } from './seat-scale';
import { seatView } from './seat-view';

/** Many answers at once: a line each, with what it holds and a bar of what has been sent. */
export function ResponseList({ rows, nowMs }: { rows: readonly SeatRow[]; nowMs: number }) {
  const files = useServerRoom((s) => s.served);
  return (
    <ul className="answers" tabIndex={0} aria-label={say('server.seats.open')}>
      {rows.flatMap(({ served }) => {
        if (!served) return [];
        const { client, endpoint, seatedMs } = served;
        const { held, sent, share } = seatView(served, files);
        return [
          <li key={client} data-lane={laneOf(endpoint)}>
            <EndpointGlyph endpoint={endpoint} />
            <b>{client}</b>
            {share === null ? (
              <span />
            ) : (
              <span className="share" role="presentation">
                <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
              </span>
            )}
            <span>{say('server.seats.memoryLabel', { size: held })}</span>
            <span>{say('server.seats.sentLabel', { size: sent })}</span>
            <span>{secondsFigure(Math.max(0, nowMs - (seatedMs ?? nowMs)))}</span>
          </li>,
        ];
      })}
    </ul>
  );
}
