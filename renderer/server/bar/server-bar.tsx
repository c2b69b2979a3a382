import { WORKER_MODELS } from '../../../electron/ipc/server-port';
import { CameraLight } from '../../camera/recording-indicator';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { RecordButton } from '../recording/record-button';
import { room, useServerRoom } from '../state/room';
import { AddClients } from './add-clients';
import { Address } from './address';

const SEATS = [1, 2, 4, 8] as const;

/** The address, how requests are worked on, clients to add, and starting and stopping. */
export function ServerBar() {
  const phase = useServerRoom((s) => s.phase);
  const model = useServerRoom((s) => s.model);
  const seats = useServerRoom((s) => s.seats);
  const { setWorkers, startOrStop } = room.getState();
  const on = phase === 'running' || phase === 'starting';
  const hasSeats = model === 'sync' || model === 'threads';
  return (
    <header className="topbar server-bar">
      <h1>{say('server.title')}</h1>
      <Address />
      <span className="grow" />
      <CameraLight />
      <span className="chip" title={say(`server.about.${model}`)}>
        {say('server.model')}
      </span>
      <Choice
        label={say('server.model')}
        value={model}
        options={WORKER_MODELS.map((value) => ({ value, label: say(`server.models.${value}`) }))}
        onChange={(value) => setWorkers({ model: value })}
      />
      <span className="chip">{say('server.seatsLabel')}</span>
      <Choice
        label={say('server.seatsLabel')}
        disabled={!hasSeats}
        value={hasSeats ? String(seats) : null}
        options={SEATS.map((n) => ({ value: String(n), label: String(n) }))}
        onChange={(value) => setWorkers({ seats: Number(value) })}
      />
      <AddClients />
      <RecordButton />
      <button
        className="btn primary server-switch"
        disabled={phase === 'stopping'}
        onClick={startOrStop}
      >
        {say(on ? 'server.stop' : 'server.start')} <kbd>S</kbd>
      </button>
    </header>
  );
}
