import type { CSSProperties } from 'react';
import { secondsFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import { useServerRoom } from '../state/room';
import { wholeBytesOf } from '../state/paths';
import { EndpointGlyph, endpointOf, laneOf } from '../../services/endpoint-glyph';
import { boxRows, type BoxRow } from './box-rows';

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
  return (
    <section className="box-board" aria-label={say('box.board.label')}>
      <div className="box-head">
        {(['seat', 'sent', 'box', 'received', 'first'] as const).map((column) => (
          <span key={column} className={`c-${column}`}>
            {column === 'seat' ? say('server.seats.title') : say(`box.board.${column}`)}
          </span>
        ))}
      </div>
      <i className="slab" aria-hidden="true" />
      {rows.length === 0 && <p className="note">{say('box.board.none')}</p>}
      {rows.map((row) => (
        <Row key={row.answer.id} row={row} nowMs={nowMs} />
      ))}
    </section>
  );
}

const NOBODY: readonly never[] = [];

function Row({ row, nowMs }: { row: BoxRow; nowMs: number }) {
  const { answer, sentBytes, receivedBytes } = row;
  const { way, heldBytes, lostBytes, state, target, client } = answer;
  const files = useServerRoom((s) => s.served);
  const settings = useServerRoom((s) => s.box);
  const endpoint = endpointOf(target);
  const whole = wholeBytesOf(target, files) ?? Math.max(sentBytes, 1);
  const gathers = settings?.gatherBytes ?? 0;
  const inBox = state === 'broke' ? lostBytes : heldBytes;
  const name =
    client === null ? say('box.board.clientUnknown') : say('box.board.client', { client });
  return (
    <article
      className="box-row"
      data-lane={laneOf(endpoint)}
      data-state={row.killedMs === null ? state : 'killed'}
      aria-label={say('box.board.aria', {
        name,
        sent: sentFigure(sentBytes),
        held: sentFigure(inBox),
        received: sentFigure(receivedBytes),
      })}
    >
      <div className="c-seat">
        <h3>
          <EndpointGlyph endpoint={endpoint} />
          {row.seat === null ? name : say('box.board.seat', { seat: row.seat })}
          <small>
            {row.seat === null ? '' : `${name}, `}
            <span className="mono">{endpoint}</span>
          </small>
        </h3>
        <SeatTime row={row} nowMs={nowMs} />
      </div>
      <Amount className="c-sent" bytes={sentBytes} of={whole} note={ofWhole(whole)} />
      <Flow className="c-in" on={state === 'open'} broke={row.killedMs !== null} />
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
          lost={state === 'broke'}
          bytes={inBox}
          of={way === 'gzip' ? Math.max(whole, inBox) : gathers}
          note={boxNote(row, gathers)}
        />
      )}
      <Flow className="c-out" on={state === 'open' && way === 'pass'} broke={state === 'broke'} />
      <Amount
        className="c-received"
        bytes={receivedBytes}
        of={whole}
        lumps={way !== 'pass'}
        note={receivedNote(row)}
      />
      <Ends row={row} />
    </article>
  );
}

const ofWhole = (whole: number): string => say('box.board.of', { size: sentFigure(whole) });

function boxNote({ answer: { state, way, heldBytes } }: BoxRow, gathers: number): string {
  if (state === 'broke') return say('box.board.lost');
  if (state !== 'open') return '';
  if (way === 'gzip') return say('box.board.compressing');
  return say('box.board.toGo', { size: sentFigure(gathers - heldBytes) });
}

function receivedNote({ answer: { lumps, state } }: BoxRow): string {
  if (state === 'broke') return say('box.board.thenNothing');
  if (lumps === 0) return say('box.board.untilNow');
  return say('box.board.lumps', { count: lumps });
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
  of: number;
  note: string;
  lost?: boolean;
  /** What has come has come in lumps: an ink outline is drawn round it. */
  lumps?: boolean;
}

/** A lying tank, filled from the left, and under it what is in it. */
function Amount({ className, bytes, of, note, lost = false, lumps = false }: AmountProps) {
  return (
    <div className={className} data-lost={lost}>
      <div className="strip" data-lumps={lumps && bytes > 0}>
        <i style={share(of > 0 ? bytes / of : 0)} />
      </div>
      <p className="amount">
        <b>{bytes === 0 ? '0' : sentFigure(bytes)}</b> <span>{note}</span>
      </p>
    </div>
  );
}

/** Between two stages: bytes pass, nothing does, or the connection broke. */
function Flow({ className, on, broke }: { className: string; on: boolean; broke: boolean }) {
  return <i className={`${className} flow`} data-is={broke ? 'cut' : on ? 'flows' : 'rests'} />;
}

const share = (value: number): CSSProperties => ({
  width: `${String(Math.min(100, Math.max(0, value * 100)))}%`,
});
