import { SLIPS } from '../../../electron/ipc/server-port';
import { SHOWN_ENDPOINTS, type ShownEndpoint } from '../../services/endpoint-glyph';

/** How new clients ask, besides what they ask for. */
export interface Asking {
  /** The endpoints of which the variant with the slip is asked for. */
  slips: readonly ShownEndpoint[];
  /** The answer is to ask whoever stands between to pass it on. */
  header: boolean;
  /** /stream is to ignore that its client does not take what it writes. */
  unheld: boolean;
}

/** A path as clients ask for it now. */
export function askedPath(path: string, { slips, header, unheld }: Asking): string {
  const endpoint = SHOWN_ENDPOINTS.find((each) => each === path.split('?', 1)[0]);
  if (!endpoint) return path;
  const more = [
    ...(slips.includes(endpoint) ? [`slip=${SLIPS[endpoint]}`] : []),
    ...(header ? ['accel=no'] : []),
    ...(unheld && endpoint === '/stream' ? ['backpressure=off'] : []),
  ];
  if (more.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${more.join('&')}`;
}

/** The slip that a target asks for; null for none. */
export function slipOf(target: string): string | null {
  const slip = new URLSearchParams(target.split('?', 2)[1]).get('slip');
  return Object.values(SLIPS).find((each) => each === slip) ?? null;
}
