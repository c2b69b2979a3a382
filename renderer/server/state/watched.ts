import type { ClientState } from '../../../electron/ipc/clients-port';
import type { ServerRoomState } from './types';

/** True for a client whose bytes are worth reading: of /buffer and /stream. */
export function readsFile({ target }: ClientState): boolean {
  return target.startsWith('/buffer') || target.startsWith('/stream');
}

/** The client whose bytes are shown: the one that was chosen, else the newest that reads a file; null for none. */
export function watchedId({
  clients,
  watched,
}: Pick<ServerRoomState, 'clients' | 'watched'>): number | null {
  if (watched !== null && clients.some(({ id }) => id === watched)) return watched;
  return clients.findLast(readsFile)?.id ?? null;
}
