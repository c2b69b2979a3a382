import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENDPOINTS } from '../../../electron/ipc/server-port';
import { RunningServer, served } from './running-server';
import { eventually } from '../../eventually';

const REQUESTS = 10_000;
/** Connections open at a time. */
const TOGETHER = 64;

/** One bad visit: what is sent, in one or two pieces, and whether the client then waits, hangs up or just resets. */
interface Visit {
  pieces: Buffer[];
  then: 'wait' | 'end' | 'reset';
}

const targets = [
  ...['/', '/buffer', '/stream?chunk=1', '/table?rows=3', '/status', '/feed', '/watch', '/nothing'],
  ...['/stream?chunk=-1', '/stream?rate=1e9', '/buffer?file=%2e%2e', '/%00', '//', '*', '\\', ''],
  `/?${'q'.repeat(12_000)}`,
];
const headers = [
  ...[
    'Host: HERE',
    'Host: evil',
    'Host: HERE\r\nHost: HERE',
    'Origin: null',
    'Expect: 100-continue',
  ],
  ...['Content-Length: 10', 'Content-Length: -1', 'Content-Length: 1\r\nContent-Length: 2'],
  ...['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked\r\nContent-Length: 4', 'A : b'],
  ...['Upgrade: websocket\r\nConnection: Upgrade', 'Range: bytes=0-', ' folded', 'X: \u0000'],
  `X-Long: ${'x'.repeat(10_000)}`,
];
const methods = ['GET', 'HEAD', 'POST', 'CONNECT', 'OPTIONS', 'PRI', 'get', 'GETGETGET', '\r\nGET'];
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'http/1.1', ''];

const request = fc
  .tuple(
    fc.constantFrom(...methods),
    fc.constantFrom(...targets),
    fc.constantFrom(...versions),
    fc.array(fc.constantFrom(...headers), { maxLength: 4 }),
  )
  .map(([method, target, version, lines]) =>
    Buffer.from([`${method} ${target} ${version}`, ...lines, '', 'xx'].join('\r\n'), 'latin1'),
  );
const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const broken = fc.tuple(request, fc.nat(), fc.nat(255)).map(([bytes, at, value]) => {
  const copy = Buffer.from(bytes);
  copy[at % copy.byteLength] = value;
  return copy;
});
const cut = fc
  .tuple(request, fc.nat())
  .map(([bytes, at]) => bytes.subarray(0, at % bytes.byteLength));
const visits: fc.Arbitrary<Visit> = fc
  .tuple(
    fc.oneof(request, noise, broken, cut),
    fc.nat(),
    fc.constantFrom<Visit['then']>('wait', 'end', 'end', 'reset'),
  )
  .map(([bytes, at, then]) => {
    const middle = at % (bytes.byteLength + 1);
    return { pieces: [bytes.subarray(0, middle), bytes.subarray(middle)], then };
  });

/** Pays a visit; settles when the server has answered or closed, and at the latest after a moment. */
function pay({ pieces, then }: Visit, port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const leave = () => socket.destroy();
    socket.on('error', leave);
    socket.on('close', () => resolve());
    socket.on('data', leave);
    socket.on('end', leave);
    socket.setTimeout(30, leave);
    const [first, second] = pieces.map((piece) =>
      piece.toString('latin1').replaceAll('HERE', `127.0.0.1:${port}`),
    );
    socket.write(first ?? '', 'latin1', () => {
      socket.write(second ?? '', 'latin1', () => {
        if (then === 'end') socket.end();
        if (then === 'reset') socket.resetAndDestroy();
      });
    });
  });
}

it(`${REQUESTS} bad requests leave it serving`, async () => {
  const text = served(Buffer.from('text\n'));
  const server = await RunningServer.start({ text, model: 'sync', seats: 4, queueLimit: 50 });
  const all = fc.sample(visits, { numRuns: REQUESTS, seed: 4 });
  const openHalf = Array.from({ length: 10 }, () => connect(server.port, '127.0.0.1'));
  for (const socket of openHalf) socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHo');
  let next = 0;
  const visitor = async () => {
    for (let visit = all[next++]; visit; visit = all[next++]) await pay(visit, server.port);
  };
  await Promise.all(Array.from({ length: TOGETHER }, visitor));

  expect(await (await server.fetch('/buffer')).text()).toBe('text\n');
  await eventually(() => expect(server.server.workers).toMatchObject({ served: 0, waiting: 0 }));
  expect(server.server.dispatcher.responses.size).toBe(0);
  for (const socket of openHalf) socket.destroy();
  const open = server.server.dispatcher.figures.all([]).map(({ open }) => open);
  expect(open).toEqual(ENDPOINTS.map(() => 0));
  expect(server.log).toEqual([]);
});
