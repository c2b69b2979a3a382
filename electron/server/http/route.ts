import { ENDPOINTS, type Endpoint } from '../../ipc/server-port';
import { say } from '../../words';
import { Refused } from './refused';

/** What a request names: an endpoint and what it asks of it. No part of it ever becomes a path of a file. */
export interface Route {
  endpoint: Endpoint;
  query: URLSearchParams;
}

const KNOWN: ReadonlySet<string> = new Set(ENDPOINTS);
const NOTHING_ASKED = new URLSearchParams();

/** The endpoint behind a request target such as "/stream?chunk=1024"; throws Refused 404. */
export function routeOf(target: string): Route {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  if (!isEndpoint(path)) {
    throw new Refused(404, say('serve.refused.path', { paths: ENDPOINTS.join(' ') }));
  }
  return {
    endpoint: path,
    query: mark === -1 ? NOTHING_ASKED : new URLSearchParams(target.slice(mark)),
  };
}

function isEndpoint(path: string): path is Endpoint {
  return KNOWN.has(path);
}
