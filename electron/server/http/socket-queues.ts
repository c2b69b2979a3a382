import { readFile } from 'node:fs/promises';

/** Where Linux lists the TCP sockets of this computer. */
const TABLE = '/proc/net/tcp';

/** Whether this system tells what its sockets hold. */
export const SYSTEM_TELLS = process.platform === 'linux';

/** What lies between us and one client, as the system sees both ends of a connection on the loopback. */
export interface SocketQueue {
  /** Handed to the system and not yet read by the client, bytes. */
  unreadBytes: number;
  /** No process holds the client's end any more: it has not merely ended its sending side. */
  clientGone: boolean;
}

/** The queues of all connections to a port of 127.0.0.1, by the client's port; null where the system does not tell. */
export async function socketQueues(port: number): Promise<Map<number, SocketQueue> | null> {
  if (!SYSTEM_TELLS) return null;
  const table = await readFile(TABLE, 'latin1').catch(() => null);
  return table === null ? null : parseSocketTable(table, port);
}

/**
 * Reads the table of proc(5): local and remote address, state, tx_queue:rx_queue, timers, uid, timeout, inode. Both
 * ends of a connection have a row; an end that no process holds has no inode.
 */
export function parseSocketTable(table: string, port: number): Map<number, SocketQueue> {
  const ours = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const queues = new Map<number, SocketQueue>();
  for (let at = table.indexOf(ours); at !== -1; at = table.indexOf(ours, at + ours.length)) {
    const start = table.lastIndexOf('\n', at) + 1;
    const end = table.indexOf('\n', at);
    const fields = table
      .slice(start, end === -1 ? undefined : end)
      .trim()
      .split(/\s+/);
    const [, local = '', remote = '', , bytes = '', , , , , inode] = fields;
    const isOurEnd = local === ours;
    const client = parseInt((isOurEnd ? remote : local).split(':')[1] ?? '', 16);
    // Port 0 is the other end of a socket that listens.
    if (!client) continue;
    const [sendQueue = '0', receiveQueue = '0'] = bytes.split(':');
    const queue = queues.get(client) ?? { unreadBytes: 0, clientGone: true };
    queue.unreadBytes += parseInt(isOurEnd ? sendQueue : receiveQueue, 16);
    if (!isOurEnd && inode !== '0') queue.clientGone = false;
    queues.set(client, queue);
  }
  return queues;
}
