import type { ClientState } from '../../../electron/ipc/clients-port';
import type { ServerRoomState } from './types';

/** True for a client whose bytes are worth reading: of /buffer and /stream. */
export function readsFile({ target }: ClientState): boolean {
  return target.startsWith('/buffer') || target.startsWith('/stream');
}

const readsText = (client: ClientState): boolean =>
  readsFile(client) && !client.target.includes('file=media');

/**
 * The client whose bytes are shown: the one that was chosen, else the newest that has read some text, or else
 * anything of a file; null when nobody asks for one.
 */
export function watchedId({
  clients,
  watched,
}: Pick<ServerRoomState, 'clients' | 'watched'>): number | null {
  if (watched !== null && clients.some(({ id }) => id === watched)) return watched;
  const read = clients.filter((client) => client.receivedBytes > 0);
  const shown = read.findLast(readsText) ?? read.findLast(readsFile) ?? clients.findLast(readsFile);
  return shown?.id ?? null;
}
