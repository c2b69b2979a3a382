import { useLayoutEffect, useRef } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { ServedClient } from '../../../electron/ipc/server-port';
import { gaugeRenderer, Gauge } from '../../apparatus/tank';
import { CrossIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { laneOf, EndpointGlyph } from '../../services/endpoint-glyph';
import { room, useServerRoom } from '../state/room';
import { isUnheld } from '../state/asked';
import { seatView } from './seat-view';

interface SeatCardProps {
  served: ServedClient;
  /** "seat 2"; nothing where there are no seats. */
  place: string;
  /** What a tile is worth in most seats; another worth is said. */
  commonTile: string | null;
  nowMs: number;
}

/** A taken seat: whose it is, what its answer holds in memory, what has been sent, and for how long. */
export function SeatCard({ served, place, commonTile, nowMs }: SeatCardProps) {
  const files = useServerRoom((s) => s.served);
  const { client, endpoint, seatedMs, frames } = served;
  const view = seatView(served, files);
  const off = isUnheld(served.target);
  const time = secondsFigure(Math.max(0, nowMs - (seatedMs ?? nowMs)));
  return (
    <article className="seat" data-lane={laneOf(endpoint)} data-client={client} data-off={off}>
      <header>
        <EndpointGlyph endpoint={endpoint} />
        <h3>{say('server.queue.client', { client })}</h3>
        <span className="no">
          {view.tile !== commonTile && <i>{say('server.seats.tile', { tile: view.tile })}</i>}
          {place}
        </span>
        <button
          className="seat-end"
          aria-label={say('server.seats.end', { client })}
          title={say('server.seats.end', { client })}
          onClick={() => room.getState().dropResponse(client)}
        >
          <CrossIcon />
        </button>
      </header>
      <SeatTank
        tiles={view.heldTiles}
        room={view.room}
        label={say('server.seats.memoryLabel', { size: view.held })}
      />
      <p className="amount">
        <b>{view.held}</b>
        {say(off ? 'box.off.seat' : 'server.seats.inMemory')}
      </p>
      <SeatTank
        tiles={view.sentTiles}
        room={view.room}
        label={say('server.seats.sentLabel', { size: view.sent })}
      />
      <p className="amount">
        <b>{view.sent}</b>
        {frames > 0 ? say('server.seats.frames', { count: frames }) : say('server.seats.sent')}
      </p>
      <footer>
        <span className="mono">{endpoint}</span>
        <b>{say('server.seats.held', { time })}</b>
      </footer>
    </article>
  );
}

interface SeatTankProps {
  /** Tiles that are filled, may be fractional. */
  tiles: number;
  /** Tiles that may ever be filled. */
  room: number;
  /** What it says, for those who hear it. */
  label: string;
}

/** A tank of ten by ten tiles at the level that the server told. */
function SeatTank({ tiles, room, label }: SeatTankProps) {
  const ref = useRef<HTMLDivElement>(null);
  const paint = useRef<((tiles: number) => void) | null>(null);
  useLayoutEffect(() => {
    const svg = ref.current?.querySelector('svg');
    if (!svg) return;
    svg.setAttribute('aria-label', label);
    paint.current ??= gaugeRenderer(svg, { cols: 10 });
    paint.current(tiles);
  });
  return (
    <div ref={ref}>
      <Gauge shape="tank" room={room} />
    </div>
  );
}

/** A seat that nobody has. */
export function FreeSeat({ place }: { place: string }) {
  return (
    <article className="seat free">
      <span>{place}</span> <b>{say('server.seats.free')}</b>
    </article>
  );
}
