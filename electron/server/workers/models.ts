import type { WorkerModel } from '../../ipc/server-port';

/**
 * How many requests a model works on at once: `debug` is Flask's own server with `threaded=False`, `sync` gunicorn
 * with `--workers N`, `threads` gunicorn with `--threads N`, `async` one event loop, which has no such number.
 */
export function capacityOf(model: WorkerModel, seats: number): number {
  if (model === 'async') return Infinity;
  return model === 'debug' ? 1 : seats;
}
