import './styles/index.css';
import { useRoomKeys, type RoomKeys } from '../ui/room-keys';
import { ServerBar } from './bar/server-bar';
import { Bench } from './worker-board/worker-board';
import { ServerCaptionLine } from './captions/server-caption-line';
import { ChartsPanel } from './charts/charts-panel';
import { Endpoints } from './panels/endpoints';
import { LowerTabs } from './panels/lower-tabs';
import { room } from './state/room';

const KEYS: RoomKeys = {
  s: () => room.getState().startOrStop(),
  a: () => room.getState().addClients(),
  x: () => room.getState().removeClients(room.getState().clients.map(({ id }) => id)),
};

/** The Server room: the same lesson over HTTP. */
export function ServerRoom() {
  useRoomKeys(KEYS);
  return (
    <main className="page">
      <ServerBar />
      <div className="body server-body">
        <ServerCaptionLine />
        <Bench />
        <section className="lower">
          <div className="stack">
            <Endpoints />
            <ChartsPanel />
          </div>
          <LowerTabs />
        </section>
      </div>
    </main>
  );
}
