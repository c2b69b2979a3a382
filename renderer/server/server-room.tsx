import './styles/index.css';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { ServerBar } from './bar/server-bar';
import { Bench } from './worker-board/worker-board';
import { ServerCaptionLine } from './captions/server-caption-line';
import { ChartsPanel } from './charts/charts-panel';
import { Endpoints } from './panels/endpoints';
import { LowerTabs } from './panels/lower-tabs';
import { room, useServerRoom } from './state/room';
import { toggleRecording } from './recording/record-room';
import { StoryBar } from './story/story-bar';

const KEYS: readonly KeyBinding[] = [
  { key: 's', help: 'startServer', act: () => room.getState().startOrStop() },
  { key: 'a', help: 'addClients', act: () => room.getState().addClients() },
  { key: 'x', help: 'removeClients', act: removeAll },
  { key: 'v', help: 'windowVideo', act: toggleRecording },
];

function removeAll(): void {
  const { clients, removeClients } = room.getState();
  removeClients(clients.map(({ id }) => id));
}

/** The Server room: the same lesson over HTTP. */
export function ServerRoom() {
  useKeyBindings('room', KEYS);
  // Beside the bench of a box there is room for what it does alone; the code panel names the endpoints as well.
  const boxed = useServerRoom((s) => s.box !== null);
  return (
    <main className="page">
      <ServerBar />
      <div className="body server-body" data-boxed={boxed}>
        <ServerCaptionLine />
        <StoryBar />
        <Bench />
        <section className="lower">
          <div className="stack">
            {!boxed && <Endpoints />}
            <ChartsPanel />
          </div>
          <LowerTabs />
        </section>
      </div>
    </main>
  );
}
