import { say } from '../ui/words';

/** The What if room: the same rules on a virtual clock. */
export function WhatIfRoom() {
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.what-if')}</h1>
      </header>
    </main>
  );
}
