import type { ClientKind } from '../../../electron/ipc/clients-port';
import { SLIPS } from '../../../electron/ipc/server-port';
import { SHOWN_ENDPOINTS, type ShownEndpoint } from '../../services/endpoint-glyph';

/** How new clients ask, besides what they ask for. */
export interface Asking {
  /** The endpoints of which the variant with the slip is asked for. */
  slips: readonly ShownEndpoint[];
  /** The answer is to ask whoever stands between to pass it on. */
  header: boolean;
  /** For clients that read so, /stream is to ignore that they do not take what it writes. */
  unheld: readonly ClientKind[];
}

/**
 * A path as the n-th client, from 0, of those that are added together asks for it. Where backpressure is off for its
 * kind, every second one keeps it on: the same answer then goes both ways, side by side.
 */
export function askedPath(
  path: string,
  { slips, header, unheld }: Asking,
  { kind, n }: { kind: ClientKind; n: number },
): string {
  const endpoint = SHOWN_ENDPOINTS.find((each) => each === path.split('?', 1)[0]);
  if (!endpoint) return path;
  const more = [
    ...(slips.includes(endpoint) ? [`slip=${SLIPS[endpoint]}`] : []),
    ...(header ? [PASS] : []),
    ...(endpoint === '/stream' && unheld.includes(kind) && n % 2 === 0 ? [OFF] : []),
  ];
  if (more.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${more.join('&')}`;
}

const OFF = 'backpressure=off';
const PASS = 'accel=no';

const asks = (target: string, word: string): boolean =>
  (target.split('?', 2)[1] ?? '').split('&').includes(word);

/** True of an answer whose server does not wait for its client. */
export const isUnheld = (target: string): boolean => asks(target, OFF);

/** True of an answer whose header asks whoever stands between to pass it on. */
export const asksToPass = (target: string): boolean => asks(target, PASS);

/** The slip that a target asks for; null for none. */
export function slipOf(target: string): string | null {
  const slip = new URLSearchParams(target.split('?', 2)[1]).get('slip');
  return Object.values(SLIPS).find((each) => each === slip) ?? null;
}
