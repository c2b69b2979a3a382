import type { ServerRoomState } from './types';

/** Asks /buffer and /stream for the same file in turn. */
export const MIX = 'mix';

const MEDIA = ['/buffer?file=media', '/stream?file=media&chunk=1000000'] as const;
const TEXT = ['/buffer', '/stream?chunk=1024'] as const;
/** A server that sends ten chunks a second: whoever gathers them can be seen doing so. */
const PACED = '/stream?chunk=1000&rate=10kB/s';
const OTHERS = [PACED, '/table', '/feed'] as const;

type Served = ServerRoomState['served'];

/** The paths that clients can be made to ask for, the usual first; media only where there is some. */
export function pathsOf({ media }: Served): string[] {
  return [MIX, ...(media ? MEDIA : []), ...TEXT, ...OTHERS];
}

/** The path of the n-th client, from 0, of those that are added together. */
export function pathOf(path: string, n: number, { media }: Served): string {
  if (path !== MIX) return path;
  return (media ? MEDIA : TEXT)[n % 2 === 0 ? 0 : 1];
}

/** Bytes of the whole answer to a target, as far as it can be known; null when its end is open. */
export function wholeBytesOf(target: string, served: Served): number | null {
  const [path, query] = target.split('?', 2);
  if (path !== '/buffer' && path !== '/stream') return null;
  const which = new URLSearchParams(query).get('file') === 'media' ? 'media' : 'text';
  return served[which]?.bytes ?? null;
}
