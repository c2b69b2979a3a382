import { type Endpoint, ENDPOINTS } from '../../electron/ipc/server-port';
import { Glyph } from '../ui/glyph';

/** An endpoint's sign: a method's own where it is one, else grey lines, a picture, or a page. */
export function EndpointGlyph({ endpoint }: { endpoint: Endpoint }) {
  const lane = laneOf(endpoint);
  if (lane === 'full') return <Glyph method="full-buffer" />;
  if (lane === 'stream') return <Glyph method="streaming" />;
  return (
    <span className="glyph" data-lane="none">
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor">
        {drawing(endpoint)}
      </svg>
    </span>
  );
}

function drawing(endpoint: Endpoint) {
  if (endpoint === '/table') return <path d="M2 4h16M2 10h16M2 16h16" strokeWidth="2.6" />;
  if (endpoint === '/feed') {
    return <path d="M2.3 4h15.4v12H2.3zM8.5 7.5v5l4-2.5z" strokeWidth="2" />;
  }
  return <path d="M4.3 2h11.4v16H4.3z" strokeWidth="2" />;
}

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
