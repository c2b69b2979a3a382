import { useEffect, useState, type ComponentType } from 'react';
import './dock/dock.css';
import { lanesDrawn } from '../apparatus/lanes-drawn';

/** The dock, loaded once the lanes are on the screen: its charts cost as much to set up as all the rest. */
export function LateDock() {
  const [Dock, setDock] = useState<ComponentType | null>(null);
  useEffect(() => {
    let wanted = true;
    void lanesDrawn
      .then(() => import('./dock/dock'))
      .then((loaded) => {
        if (wanted) setDock(() => loaded.Dock);
      });
    return () => {
      wanted = false;
    };
  }, []);
  return Dock ? <Dock /> : <section className="dock" />;
}
