import type { CSSProperties } from 'react';
import { secondsFigure } from '../../../model/figures';
import { chosenSize } from '../../apparatus/size-unit';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import { useServerRoom } from '../state/room';
import { wholeBytesOf } from '../state/paths';
import type { ServerRoomState } from '../state/types';
import { EndpointGlyph, endpointOf, laneOf } from '../../services/endpoint-glyph';
import { asksToPass, isUnheld } from '../state/asked';
import { seatScale } from '../worker-board/seat-scale';
import { BIN_ROWS, boxScale, type BinScale } from './bin-scale';
import { boxRows, type BoxRow } from './box-rows';
import { TileBin } from './tile-bin';

/** As many of the newest events as may tell of the rows. */
const RECENT_EVENTS = 200;

/** One row an answer: what the server has sent, what the box holds of it, what has arrived. */
export function BoxBoard({ nowMs }: { nowMs: number }) {
  const answers = useServerRoom((s) => s.boxed);
  const clients = useServerRoom((s) => s.clients);
  const served = useServerRoom((s) => s.snapshot?.clients ?? NOBODY);
  const events = useServerRoom((s) => s.log)
    .entries(Infinity, RECENT_EVENTS)
    .map(({ event }) => event);
  const rows = boxRows(answers, served, clients, events);
  const files = useServerRoom((s) => s.served);
  const tiles = new Set(
    rows.map(({ answer, sentBytes }) => tileOf(answer.target, files, sentBytes)),
  );
  // Answers of which a tile is worth one and the same say so once.
  const [only] = tiles;
  const tile = tiles.size === 1 && only !== undefined ? chosenSize(only) : null;
  return (
    <section className="box-board" aria-label={say('box.board.label')}>
      <div className="box-head">
        {(['seat', 'sent', 'box', 'received', 'first'] as const).map((column) => (
          <span key={column} className={`c-${column}`}>
            {column === 'seat' ? say('server.seats.title') : say(`box.board.${column}`)}
            {column === 'sent' && tile !== null && (
              <small> {say('server.seats.tile', { tile })}</small>
            )}
          </span>
        ))}
      </div>
      {rows.length === 0 && <p className="note">{say('box.board.none')}</p>}
      {rows.map((row) => (
        <Row key={row.answer.id} row={row} nowMs={nowMs} />
      ))}
    </section>
  );
}

const tileOf = (target: string, files: ServerRoomState['served'], sentBytes: number): number =>
  seatScale(wholeBytesOf(target, files), sentBytes).tileBytes;

const NOBODY: readonly never[] = [];

function Row({ row, nowMs }: { row: BoxRow; nowMs: number }) {
  const { answer, sentBytes, receivedBytes } = row;
  const { way, heldBytes, lostBytes, state, target } = answer;
  const files = useServerRoom((s) => s.served);
  const gatherBytes = useServerRoom((s) => s.box?.gatherBytes ?? 0);
  const endpoint = endpointOf(target);
  const whole = wholeBytesOf(target, files);
  const scale = seatScale(whole, sentBytes);
  const broke = state === 'broke';
  const inBox = broke ? lostBytes : heldBytes;
  // Compressed, what lies in the box is as much of the answer as it was made of.
  const box = way === 'gather' ? boxScale(gatherBytes, scale.tileBytes) : scale;
  const lump = { pass: 0, gather: gatherBytes, gzip: receivedBytes }[way ?? 'pass'];
  const { killedMs } = row;
  return (
    <article
      className="box-row"
      data-lane={laneOf(endpoint)}
      data-state={killedMs === null ? state : 'killed'}
      aria-label={say('box.board.aria', {
        name: nameOf(row),
        sent: sentFigure(sentBytes),
        held: sentFigure(inBox),
        received: sentFigure(receivedBytes),
      })}
    >
      <div className="c-seat">
        <h3>
          <EndpointGlyph endpoint={endpoint} />
          {row.seat === null ? nameOf(row) : say('box.board.seat', { seat: row.seat })}
          <small>
            {row.seat === null ? '' : `${nameOf(row)}, `}
            <span className="mono">{endpoint}</span>
            {asksToPass(target) && `, ${say('box.board.headerSent')}`}
            {isUnheld(target) && <b>, {say('box.off.seat')}</b>}
          </small>
        </h3>
        <SeatTime row={row} nowMs={nowMs} />
      </div>
      {killedMs === null ? (
        <>
          <Amount className="c-sent" bytes={sentBytes} scale={scale} note={ofWhole(whole)} />
          <Flow className="c-in" is={state === 'open' ? 'flows' : 'rests'} />
        </>
      ) : (
        <div className="c-killed">
          <b>{say('box.board.killed', { seconds: secondsFigure(killedMs) })}</b>
          {say('box.board.killedSent', { sent: sentFigure(sentBytes), of: sentFigure(whole ?? 0) })}
        </div>
      )}
      {way === 'pass' ? (
        <div className="c-box passed">
          <i />
          <p className="amount">
            <b>0</b> {say('box.board.passedOn')}
          </p>
        </div>
      ) : (
        <Amount
          className="c-box"
          lost={broke}
          bytes={inBox}
          scale={box}
          rows={BIN_ROWS.box}
          note={boxNote(row, gatherBytes)}
        />
      )}
      <Flow
        className="c-out"
        is={broke ? 'cut' : state === 'open' && way === 'pass' ? 'flows' : 'rests'}
        note={outNote(row, gatherBytes)}
      />
      <Amount
        className="c-received"
        bytes={receivedBytes}
        scale={scale}
        lumpBytes={lump}
        note={receivedNote(row)}
      />
      <Ends row={row} />
    </article>
  );
}

const nameOf = ({ answer: { client } }: BoxRow): string =>
  client === null ? say('box.board.clientUnknown') : say('box.board.client', { client });

/** What is known of the whole of an answer; nothing of one whose end is open. */
const ofWhole = (whole: number | null): string =>
  whole === null ? '' : say('box.board.of', { size: sentFigure(whole) });

function boxNote({ answer: { state, way } }: BoxRow, gatherBytes: number): string {
  if (state === 'broke') return say('box.board.lost');
  if (state !== 'open') return '';
  if (way === 'gzip') return say('box.board.compressing');
  return say('box.board.of', { size: sentFigure(gatherBytes) });
}

/** Under the way out of the box: what is still missing, or how large the newest piece was. */
function outNote({ answer }: BoxRow, gatherBytes: number): string {
  const { state, way, lumps, lumpBytes, heldBytes } = answer;
  if (state === 'broke') return say('box.board.connectionBroke');
  if (way === 'pass') {
    return lumps === 0 ? '' : say('box.board.atATime', { size: sentFigure(lumpBytes) });
  }
  if (state === 'open' && way === 'gather') {
    return say('box.board.toGo', { size: sentFigure(gatherBytes - heldBytes) });
  }
  return lumps === 0 ? '' : say('box.board.atOnce', { size: sentFigure(lumpBytes) });
}

function receivedNote({ answer: { lumps, state, way } }: BoxRow): string {
  if (state === 'broke') return say('box.board.thenNothing');
  if (lumps === 0) return say('box.board.untilNow');
  return say(`box.board.${way === 'pass' ? 'pieces' : 'lumps'}`, { count: lumps });
}

/** How long the seat has been kept, against the moment at which its worker is killed. */
function SeatTime({ row, nowMs }: { row: BoxRow; nowMs: number }) {
  const limitMs = useServerRoom((s) => (s.model === 'sync' ? s.watchdogMs : null));
  const { served, killedMs } = row;
  const heldMs =
    killedMs ?? (served?.seatedMs != null ? Math.max(0, nowMs - served.seatedMs) : null);
  if (heldMs === null) return null;
  if (limitMs === null) return <p className="small">{secondsFigure(heldMs)}</p>;
  return (
    <div className="watchdog">
      <i style={share(heldMs / limitMs)} />
      <b>
        {say('box.board.watch', {
          held: secondsFigure(Math.min(heldMs, limitMs)),
          limit: secondsFigure(limitMs),
        })}
      </b>
    </div>
  );
}

/** When the first byte came, or how its answer broke. */
function Ends({ row: { answer, client } }: { row: BoxRow }) {
  const { state, firstOutMs, ageMs } = answer;
  const firstMs = client?.firstByteMs ?? firstOutMs;
  if (state === 'broke') {
    return (
      <p className="c-first bad">
        <b>{say('box.board.broke', { seconds: secondsFigure(client?.endedMs ?? ageMs) })}</b>
        {say('box.board.endNever')}
      </p>
    );
  }
  return (
    <p className="c-first">
      <b>{firstMs === null ? say('box.board.notYet') : secondsFigure(firstMs)}</b>
      {firstMs === null
        ? say('box.board.nothingFor', { seconds: secondsFigure(ageMs) })
        : state === 'done' && say('box.board.done')}
    </p>
  );
}

interface AmountProps {
  className: string;
  bytes: number;
  scale: BinScale;
  rows?: number;
  note: string;
  lost?: boolean;
  /** Bytes of each piece that came in one; 0 where they came as they were sent. */
  lumpBytes?: number;
}

/** A lying bin of tiles, and under it what is in it. */
function Amount({ className, bytes, scale, note, lost = false, ...more }: AmountProps) {
  const { rows = BIN_ROWS.answer, lumpBytes = 0 } = more;
  const { tileBytes, room } = scale;
  return (
    <div className={className}>
      <TileBin tiles={bytes / tileBytes} lump={lumpBytes / tileBytes} {...{ room, rows, lost }} />
      <p className="amount">
        <b>{bytes === 0 ? '0' : sentFigure(bytes)}</b> <span>{note}</span>
      </p>
    </div>
  );
}

interface FlowProps {
  className: string;
  is: 'flows' | 'rests' | 'cut';
  note?: string;
}

/** Between two stages: bytes pass, nothing does, or the connection broke; and what passes, in words. */
function Flow({ className, is, note }: FlowProps) {
  return (
    <div className={`${className} flow`} data-is={is}>
      <svg viewBox="0 0 56 20" preserveAspectRatio="none" aria-hidden="true">
        {is === 'cut' ? (
          <path className="pipe" d="M0 3H20l-4 5 5 4-4 5H0M56 3H36l4 5-5 4 4 5H56" />
        ) : (
          <path className="pipe" d="M0 3H56M0 17H56" />
        )}
        {is === 'flows' && <path className="bytes" d="M3 10H53" />}
      </svg>
      {note !== undefined && <p>{note}</p>}
    </div>
  );
}

const share = (value: number): CSSProperties => ({
  width: `${String(Math.min(100, Math.max(0, value * 100)))}%`,
});
