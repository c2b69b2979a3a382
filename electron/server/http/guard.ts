import type { IncomingMessage } from 'node:http';
import { isAppUrl } from '../../ipc/app-url';
import { say } from '../../words';
import { Refused } from './refused';

/** What browsers say of a request that another page made them send. */
const OF_OTHERS: ReadonlySet<unknown> = new Set(['cross-site', 'same-site']);

const HOST = 'host';

/** What a guard looks at. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

/**
 * Refuses what no one of this computer would ask. A page of another site can make the browser send requests to
 * 127.0.0.1 under the site's own name (DNS rebinding): its Host or Origin then is not ours. Or it can embed what it may not read.
 */
export class Guard {
  #hosts: ReadonlySet<string> = new Set();
  #origins: ReadonlySet<string> = new Set();

  /** Lets in who asks for this port of this computer; before that, nobody. */
  open(port: number): void {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    // Clients leave out the port that is meant anyway.
    if (port === 80) hosts.push('127.0.0.1', 'localhost');
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map((host) => `http://${host}`));
  }

  /** The path and query that a request asks for. Throws Refused: 403, 405 or 400. */
  check({ method, url = '', headers, rawHeaders }: Asked): string {
    const { host, origin } = headers;
    if (namesHostTwice(rawHeaders)) throw new Refused(400, say('serve.refused.twoHosts'));
    if (host === undefined || !this.#hosts.has(host.toLowerCase())) {
      throw new Refused(403, say('serve.refused.host', { host: host ?? '' }));
    }
    if (origin !== undefined && !this.#origins.has(origin) && !isAppUrl(origin)) {
      throw new Refused(403, say('serve.refused.origin', { origin }));
    }
    // A picture that a page of another site embeds has no Origin, and the feed may be a camera. Opening us is no harm.
    const isOpened = headers['sec-fetch-dest'] === 'document';
    if (origin === undefined && !isOpened && OF_OTHERS.has(headers['sec-fetch-site'])) {
      throw new Refused(403, say('serve.refused.embedded'));
    }
    if (method !== 'GET' && method !== 'HEAD') {
      const gaps = { method: method ?? '' };
      throw new Refused(405, say('serve.refused.method', gaps), ['Allow', 'GET, HEAD']);
    }
    const target = this.#originForm(url);
    if (target === null) throw new Refused(400, say('serve.refused.target'));
    return target;
  }

  /** A target in origin-form, from that or from the absolute form of our own address (RFC 9112, 3.2.2); else null. */
  #originForm(url: string): string | null {
    if (url.startsWith('/')) return url;
    const [, authority = '', rest = ''] = /^http:\/\/([^/?#]*)([^#]*)$/i.exec(url) ?? [];
    if (!this.#hosts.has(authority.toLowerCase())) return null;
    return rest.startsWith('/') ? rest : `/${rest}`;
  }
}

/** Whether more than one of the header names, each before its value, is Host. */
function namesHostTwice(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === HOST.length && name.toLowerCase() === HOST) hosts++;
  }
  return hosts > 1;
}
