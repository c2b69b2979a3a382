import { say } from '../ui/words';

/** The Server room: the same lesson over HTTP. */
export function ServerRoom() {
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.server')}</h1>
      </header>
    </main>
  );
}
