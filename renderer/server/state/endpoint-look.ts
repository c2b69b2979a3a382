import { ENDPOINTS, type Endpoint } from '../../../electron/ipc/server-port';

/** The endpoints that the room shows, in the order of its table. */
export const SHOWN_ENDPOINTS = ['/buffer', '/stream', '/table', '/feed'] as const;
export type ShownEndpoint = (typeof SHOWN_ENDPOINTS)[number];

/** The lane whose hue and sign an endpoint has; the others are grey. */
export function laneOf(endpoint: Endpoint): 'full' | 'stream' | 'none' {
  if (endpoint === '/buffer') return 'full';
  return endpoint === '/stream' ? 'stream' : 'none';
}

/** The endpoint behind a target such as "/stream?chunk=1024"; an unknown one counts as the first page. */
export function endpointOf(target: string): Endpoint {
  const path = target.split('?', 1)[0];
  return ENDPOINTS.find((endpoint) => endpoint === path) ?? '/';
}
