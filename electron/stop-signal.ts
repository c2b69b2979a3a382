import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Signals that ask a command to end, as an AbortSignal; the exit code is then 128 + the signal's number. */
export function stopSignal(): { signal: AbortSignal; exitCode: number; release: () => void } {
  const abort = new AbortController();
  const stop = {
    signal: abort.signal,
    exitCode: 0,
    /** Signals end the process again as they always do. */
    release: () => SIGNALS.forEach((name) => process.off(name, heard)),
  };
  const heard = (name: NodeJS.Signals): void => {
    // Who asks twice does not want to wait for what is being put away.
    if (abort.signal.aborted) process.exit(128 + constants.signals[name]);
    stop.exitCode = 128 + constants.signals[name];
    abort.abort();
  };
  for (const name of SIGNALS) process.on(name, heard);
  return stop;
}
