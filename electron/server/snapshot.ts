import type { ServedClient } from '../ipc/server-port';
import type { Desk } from './dispatcher';
import type { Workers } from './workers/workers';

/** Whoever waits or is worked on now, in the order of coming. */
export function clientsOf(desk: Desk, workers: Workers): ServedClient[] {
  return [...desk.answers.values()].map((answer) => {
    const { client, endpoint, target, step, arrivedMs, seatedMs } = answer;
    const { heldBytes, sentBytes, totalBytes, frames } = answer;
    return {
      ...{ client, endpoint, target, seat: workers.seatOf(client), step, arrivedMs, seatedMs },
      ...{ heldBytes, sentBytes, totalBytes, frames },
    };
  });
}
