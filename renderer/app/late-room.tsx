import { useEffect, useState, type ComponentType } from 'react';
import { say } from '../ui/words';

/** Loads of rooms that the window does not begin with: what is not looked at costs no start-up time. */
const LOADERS = {
  server: () => import('../server/server-room').then(({ ServerRoom }) => ServerRoom),
  runs: () => import('../runs/runs-room').then(({ RunsRoom }) => RunsRoom),
  'what-if': () => import('../what-if/what-if-room').then(({ WhatIfRoom }) => WhatIfRoom),
};

/** A room that is loaded when it is first entered. */
export function LateRoom({ room }: { room: keyof typeof LOADERS }) {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    let wanted = true;
    void LOADERS[room]().then((loaded) => {
      if (wanted) setShown(() => loaded);
    });
    return () => {
      wanted = false;
    };
  }, [room]);
  return Shown ? <Shown /> : <main className="page" aria-label={say('rooms.opening')} />;
}
