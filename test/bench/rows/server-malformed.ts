import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ourServer } from '../http/process';
import { residentOf } from '../http/watch';
import type { Row } from '../row';

const TOGETHER = 32;
const LONGEST_VISIT_MS = 50;

/** After the first ten thousand bad requests, ten thousand more leave the server's memory where it was. */
export const serverMalformed: Row = {
  name: 'server-malformed',
  async measure(machine) {
    const server = await ourServer(machine, '--model', 'sync', '--seats', '4');
    try {
      await visits(server.url, 10_000);
      await setTimeout(1500);
      const before = await residentOf(server);
      await visits(server.url, 10_000);
      await setTimeout(1500);
      const growth = (await residentOf(server)) - before;
      machine.say(`10,000 more malformed requests: +${(growth / 1e6).toFixed(1)} MB`);
      return [
        {
          what: 'memory after 20,000 malformed requests, over 10,000',
          unit: 'MB',
          ours: growth / 1e6,
          baseline: null,
          judged: { value: growth / 1e6, unit: 'MB' },
          target: { atMost: 8 },
          detail: { before, growth },
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

async function visits(url: string, count: number): Promise<void> {
  const { port, host } = new URL(url);
  const requests = malformed(`Host: ${host}`);
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < count) await visit(Number(port), requests[next++ % requests.length] ?? '');
  };
  await Promise.all(Array.from({ length: TOGETHER }, visitor));
}

/** What no server can answer with more than a refusal. */
function malformed(host: string): string[] {
  return [
    'Hello!\r\n\r\n',
    '\0'.repeat(300),
    'GET / HTTP/1.1\r\nHo',
    `GET /${'q'.repeat(12_000)} HTTP/1.1\r\n${host}\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}\r\n${host}\r\n\r\n`,
    `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 3\r\n\r\nabcGET /buffer HTTP/1.1\r\n${host}\r\n\r\n`,
    `CONNECT x:1 HTTP/1.1\r\n${host}\r\n\r\n`,
    `GET /stream?chunk=-1 HTTP/1.1\r\n${host}\r\n\r\n`,
  ];
}

/** Sends a request and leaves with the first byte of its answer, or after a moment. */
function visit(port: number, request: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const leave = (): void => void socket.destroy();
    socket.on('error', leave).on('data', leave).on('close', resolve);
    socket.setTimeout(LONGEST_VISIT_MS, leave);
    socket.write(request, 'latin1');
  });
}
