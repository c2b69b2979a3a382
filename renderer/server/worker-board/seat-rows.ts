import type { ServedClient } from '../../../electron/ipc/server-port';

/** One place of the bench: a seat, taken or free, or an answer that has none. */
export interface SeatRow {
  /** Null for an answer without a seat. */
  seat: number | null;
  served: ServedClient | null;
}

/**
 * All seats in order, then answers without one. Seats that were given up while taken stay until they are left;
 * in async (no seats) there are only answers.
 */
export function seatRows(clients: readonly ServedClient[], seats: number): SeatRow[] {
  const answered = clients.filter(({ seatedMs }) => seatedMs !== null);
  const inLoop = seats === 0;
  const bySeat = new Map<number, ServedClient>();
  for (const served of inLoop ? [] : answered) {
    if (served.seat !== null) bySeat.set(served.seat, served);
  }
  const taken = [...bySeat.keys()].filter((seat) => seat > seats).sort((a, b) => a - b);
  const numbers = [...Array.from({ length: seats }, (_, i) => i + 1), ...taken];
  const seated: SeatRow[] = numbers.map((seat) => ({ seat, served: bySeat.get(seat) ?? null }));
  const others = answered.filter(({ seat }) => inLoop || seat === null);
  return [...seated, ...others.map((served) => ({ seat: null, served }))];
}
