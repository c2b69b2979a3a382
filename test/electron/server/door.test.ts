import { expect, describe, it } from 'vitest';
import { RawClient } from './raw-client';
import { RunningServer, served } from './running-server';
import { eventually } from '../../eventually';

const text = () => served(Buffer.from('text\n'));

async function asked(server: RunningServer, request: string): Promise<RawClient> {
  const client = await RawClient.connect(server.port);
  client.socket.write(request.replaceAll('HERE', `127.0.0.1:${server.port}`));
  return client;
}

/** Status and headers of what a bare request gets. */
async function answerTo(server: RunningServer, request: string): Promise<string> {
  const client = await asked(server, request);
  await client.until(() => client.text.includes('\r\n\r\n'));
  return client.text;
}

describe('at the door', () => {
  it.each([
    ['another name', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', 403],
    ['our name and another port', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n', 403],
    ['no name', 'GET / HTTP/1.0\r\n\r\n', 403],
    [
      'a page elsewhere',
      'GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: http://evil.example\r\n\r\n',
      403,
    ],
    ['a page without origin', 'GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: null\r\n\r\n', 403],
    [
      'a picture that another page embeds',
      'GET /feed HTTP/1.1\r\nHost: HERE\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: image\r\n\r\n',
      403,
    ],
    [
      'a frame of a page on another port',
      'GET /feed HTTP/1.1\r\nHost: HERE\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Dest: iframe\r\n\r\n',
      403,
    ],
    [
      'a link on another page',
      'GET / HTTP/1.1\r\nHost: HERE\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n\r\n',
      200,
    ],
    [
      'a picture in the window',
      'GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: app://bufferscope\r\nSec-Fetch-Site: cross-site\r\n\r\n',
      200,
    ],
    ['our own page', 'GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: http://HERE\r\n\r\n', 200],
    ['the window', 'GET / HTTP/1.1\r\nHost: HERE\r\nOrigin: app://bufferscope\r\n\r\n', 200],
    ['our own address for a path', 'GET http://HERE/ HTTP/1.1\r\nHost: HERE\r\n\r\n', 200],
    ['our own address, and a query', 'GET HTTP://HERE?a HTTP/1.1\r\nHost: HERE\r\n\r\n', 200],
    ['our address with a user', 'GET http://a@HERE/ HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['two names', 'GET / HTTP/1.1\r\nHost: HERE\r\nhost: HERE\r\n\r\n', 400],
    ['POST', 'POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 3\r\n\r\na=1', 405],
    ['CONNECT', 'CONNECT HERE HTTP/1.1\r\nHost: HERE\r\n\r\n', 405],
    ['an address for a path', 'GET http://evil.example/ HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['a path to the file system', 'GET /../../etc/passwd HTTP/1.1\r\nHost: HERE\r\n\r\n', 404],
    ['a file that is not one of ours', 'GET /buffer?file=../x HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['no bytes a chunk', 'GET /stream?chunk=0 HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['17 MiB a chunk', 'GET /stream?chunk=17MiB HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['a rate that is none', 'GET /stream?rate=fast HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['a million rows and one', 'GET /table?rows=1000001 HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['no picture a second', 'GET /feed?fps=0 HTTP/1.1\r\nHost: HERE\r\n\r\n', 400],
    ['pictures without ffmpeg', 'GET /feed HTTP/1.1\r\nHost: HERE\r\n\r\n', 503],
    ['a long head', `GET / HTTP/1.1\r\nHost: HERE\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, 431],
    ['no HTTP', 'Hello!\r\n\r\n', 400],
  ])('%s', async (_, request, status) => {
    const server = await RunningServer.start({ text: text() });
    const answer = await answerTo(server, request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    if (status === 405) expect(answer).toContain('Allow: GET, HEAD');
    expect(server.server.workers.served).toBe(0);
  });

  it('lets the window read its answers, and nobody else', async () => {
    const server = await RunningServer.start({ text: text() });
    const own = await server.fetch('/buffer', { headers: { Origin: 'app://bufferscope' } });
    expect(own.headers.get('access-control-allow-origin')).toBe('app://bufferscope');
    const other = await server.fetch('/buffer');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('listens on this computer only', async () => {
    const server = await RunningServer.start();
    const http = server.server.address;
    expect(http).toBe('127.0.0.1');
  });

  it('gives the place of half a request to whoever has something to ask', async () => {
    const server = await RunningServer.start({ text: text() }, { mostConnections: 5 });
    const slow = await Promise.all(
      Array.from({ length: 20 }, () => asked(server, 'GET / HTTP/1.1\r\nHost')),
    );
    await eventually(() => expect(slow.filter(({ closed }) => closed).length).toBe(15));
    expect((await server.fetch('/status')).status).toBe(200);
    expect(server.server.connections.count).toBeLessThanOrEqual(5);
  });

  it('turns the next one away when everyone is being answered', async () => {
    const server = await RunningServer.start({ text: served(1000) }, { mostConnections: 2 });
    await server.holder();
    await server.holder();
    await (await RawClient.connect(server.port)).untilClosed();
    expect(server.server.workers.served).toBe(2);
  });
});

describe('the page', () => {
  it('explains and links every path, runs no script, and each of its links answers', async () => {
    const server = await RunningServer.start({ text: text(), media: served(1000) });
    const answer = await server.fetch('/');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).not.toMatch(/<script|serve\.page/);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
    for (const path of ['/buffer', '/stream', '/table', '/feed', '/status']) {
      expect(links.some((link) => link.startsWith(path))).toBe(true);
    }
    for (const link of links.filter((link) => !link.startsWith('/feed'))) {
      const target = link.replaceAll('&amp;', '&').replace('delay=200ms', 'delay=1');
      expect([target, (await server.fetch(target, { method: 'HEAD' })).status]).toEqual([
        target,
        200,
      ]);
    }
  });
});

describe('/table', () => {
  it('comes in portions: head, rows, foot', async () => {
    const server = await RunningServer.start();
    const page = await (await server.fetch('/table?rows=250')).text();
    expect(page.match(/<tr><td>/g)).toHaveLength(250);
    expect(page).toContain('<tr><td>250<td>62500<td>11111010<td>even, &lt; the next one\n');
    expect(page.endsWith('</table>\n')).toBe(true);
    const client = await server.get('/table?rows=250', 'Connection: close');
    await client.untilClosed();
    const sizes = [...client.body.toString('latin1').matchAll(/(?:^|\r\n)([0-9a-f]+)\r\n/g)];
    expect(sizes).toHaveLength(6);
  });

  it('waits before each portion when asked to, and stops when the client leaves', async () => {
    const server = await RunningServer.start();
    const client = await server.get('/table?rows=1000000&delay=50ms');
    await client.until(() => client.text.includes('<tr><td>200<'));
    const [answer] = server.server.dispatcher.responses.values();
    client.socket.destroy();
    await server.happened(1, 'left');
    expect(answer?.heldBytes).toBe(0);
  });
});
