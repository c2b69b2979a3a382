import { useEffect, useState } from 'react';
import { serverNowMs } from './room';

/** How often what counts the time is drawn anew, ms. */
const TICK_MS = 200;

/** The server's clock, ms since its start, five times a second while `running`. */
export function useServerNow(running: boolean): number {
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    if (!running) return;
    const tick = (): void => setNowMs(serverNowMs());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return nowMs;
}
