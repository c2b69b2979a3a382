import { useServerRoom } from '../state/room';
import { say } from '../../ui/words';
import { type BenchView, seatView } from './seat-view';
import { ResponseList } from './response-list';
import { FreeSeat, SeatCard } from './seat-card';
import { seatRows, type SeatRow } from './seat-scale';
/** Cards in one row at full size; more are drawn small, in two rows. */
const FULL_SIZE = 4;
/** More than this are a list. */
const MAX_CARDS = 8;

interface SeatsProps {
  snapshot: BenchView;
  nowMs: number;
}

/** The seats with what their answers hold and have sent; without seats, the open answers. */
export function Seats({ snapshot, nowMs }: SeatsProps) {
  const files = useServerRoom((s) => s.served);
  const rows = seatRows(snapshot.clients, snapshot.seats);
  const tiles = rows.flatMap(({ served }) => (served ? [seatView(served, files).tile] : []));
  const commonTile = mostCommon(tiles);
  const inLoop = snapshot.model === 'async';
  return (
    <section className="seats-part" aria-label={say(`server.seats.${inLoop ? 'open' : 'title'}`)}>
      <h2>
        {say(`server.seats.${inLoop ? 'open' : 'title'}`)}
        <span>{about(rows, snapshot, commonTile)}</span>
      </h2>
      {rows.length === 0 && <p className="loop-free">{say('server.seats.loopFree')}</p>}
      {rows.length > MAX_CARDS ? (
        <ResponseList rows={rows} nowMs={nowMs} />
      ) : (
        <div className="seats" data-size={rows.length > FULL_SIZE ? 'small' : 'full'}>
          {rows.map(({ seat, served }) =>
            served ? (
              <SeatCard
                key={served.client}
                served={served}
                place={placeWord(seat, inLoop)}
                commonTile={commonTile}
                nowMs={nowMs}
              />
            ) : (
              <FreeSeat key={`seat ${String(seat)}`} place={placeWord(seat, inLoop)} />
            ),
          )}
        </div>
      )}
    </section>
  );
}

function placeWord(seat: number | null, inLoop: boolean): string {
  if (seat !== null) return say('server.seats.seat', { seat });
  return inLoop ? '' : say('server.seats.noSeat');
}

function about(rows: readonly SeatRow[], { model, seats }: BenchView, tile: string | null): string {
  const count = rows.filter(({ served }) => served !== null).length;
  if (model === 'async') {
    if (count > MAX_CARDS) return say('server.seats.openList', { count });
    if (tile === null) return say('server.seats.openPlain');
    return say('server.seats.openCount', { count, tile });
  }
  if (tile === null) return say('server.seats.takenPlain', { taken: count, seats });
  return say('server.seats.taken', { taken: count, seats, tile });
}

/** Null when there is nothing; of several as common, the first. */
function mostCommon(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return words.find((word) => counts.get(word) === most) ?? null;
}
