import { session, useSession } from '../../session/session';
import { say } from '../../ui/words';
import type { WorkerModel } from '../../../electron/ipc/server-port';
import type { BenchView } from './seat-view';
import { room, useServerRoom, useServerNow } from '../state/room';
import { BoardTools } from '../box/board-tools';
import { BoxBoard } from '../box/box-board';
import { Queue } from './queue';
import { Seats } from './seats';

/** The bench: the queue on the left feeds the seats; without a server, one sentence and the way on. */
export function Bench() {
  const snapshot = useServerRoom((s) => s.snapshot);
  const phase = useServerRoom((s) => s.phase);
  const model = useServerRoom((s) => s.model);
  const seats = useServerRoom((s) => s.seats);
  if (phase === 'stopped' || phase === 'failed') return <NoServer failed={phase === 'failed'} />;
  return (
    <section className="panel bench">
      <RunningBench snapshot={snapshot ?? empty(model, seats)} running={phase === 'running'} />
    </section>
  );
}

/** What is seen before the server has told anything: all that there will be, empty. */
function empty(model: WorkerModel, chosen: number): BenchView {
  const seats = { debug: 1, sync: chosen, threads: chosen, async: 0 }[model];
  return { model, seats, clients: [] };
}

function RunningBench({ snapshot, running }: { snapshot: BenchView; running: boolean }) {
  const nowMs = useServerNow(running);
  const box = useServerRoom((s) => s.box);
  if (box) {
    return (
      <>
        <BoardTools />
        <BoxBoard nowMs={nowMs} />
      </>
    );
  }
  const held = snapshot.clients.some(({ seatedMs }) => seatedMs === null);
  return (
    <>
      <BoardTools />
      <Queue snapshot={snapshot} nowMs={nowMs} />
      <svg className="bench-gate" viewBox="0 0 12 16" aria-hidden="true">
        {held ? <path className="bar" d="M6 0v16" /> : <path d="M1 1l9 7-9 7z" />}
      </svg>
      <Seats snapshot={snapshot} nowMs={nowMs} />
    </>
  );
}

function NoServer({ failed }: { failed: boolean }) {
  const media = useSession((s) => s.media);
  const { startOrStop, start } = room.getState();
  return (
    <section className="panel bench empty-room">
      <p>{say('server.empty')}</p>
      <button className="btn primary" onClick={startOrStop}>
        {say(failed ? 'server.startAgain' : 'server.start')} <kbd>S</kbd>
      </button>
      {failed && (
        <button className="btn" onClick={() => start(0)}>
          {say('server.otherPort')}
        </button>
      )}
      {!media && (
        <button className="btn" onClick={() => void session.getState().chooseFile()}>
          {say('shell.openFile')}
        </button>
      )}
    </section>
  );
}
