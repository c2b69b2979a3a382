import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { bareRead } from '../bare';
import { loadResult, ourServer, type ServerProcess } from '../http/process';
import { mostResident, residentOf, statusOf } from '../http/watch';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';

const FILE_BYTES = 100e6;
const CHUNK_BYTES = 1024 * 1024;
const CLIENTS = 8;

/** What `/buffer` and `/stream` of 100 MB hold in the process, and that `/buffer` gives it back. */
export const serverMemory: Row = {
  name: 'server-memory',
  async measure(machine) {
    const media = machine.sparse(FILE_BYTES);
    const bare = await bareRead(machine, 'read-file', media);
    const server = await ourServer(machine, '--media', media, '--model', 'async');
    try {
      const findings: Finding[] = [];
      await leave(server, await hold(server, 1));
      for (const clients of [1, 4, 8]) {
        findings.push(...(await buffered(machine, server, clients, bare.growth)));
      }
      return [...findings, await streamed(machine, server)];
    } finally {
      await server.stop();
    }
  },
};

/** So many clients that ask for the whole file and take none of it; settles when the server holds it for each. */
async function hold(server: ServerProcess, clients: number): Promise<Socket[]> {
  const { port, host } = new URL(server.url);
  const sockets = Array.from({ length: clients }, () => {
    const socket = connect(Number(port), '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write(`GET /buffer?file=media HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    return socket;
  });
  while ((await statusOf(server)).bytes.held < clients * FILE_BYTES) await setTimeout(20);
  return sockets;
}

async function leave(server: ServerProcess, sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  while ((await statusOf(server)).clients.length > 0) await setTimeout(20);
}

async function buffered(
  machine: Machine,
  server: ServerProcess,
  clients: number,
  bareGrowth: number,
): Promise<Finding[]> {
  await setTimeout(1000);
  const before = await residentOf(server);
  const sockets = await hold(server, clients);
  const held = (await residentOf(server)) - before;
  const left = performance.now();
  await leave(server, sockets);
  let rest = Infinity;
  let tookS = 0;
  while (rest > 0.1 * FILE_BYTES && tookS < 10) {
    await setTimeout(20);
    rest = (await residentOf(server)) - before;
    tookS = (performance.now() - left) / 1000;
  }
  machine.say(
    `/buffer, ${clients} clients: +${mb(held)} MB, back to +${mb(rest)} in ${tookS.toFixed(2)} s`,
  );
  const detail = { before, held, rest, tookS };
  return [
    {
      what: `/buffer of 100 MB, ${clients} clients: process memory`,
      unit: 'MB',
      ours: held / 1e6,
      baseline: { what: `${clients} x readFile`, value: (clients * bareGrowth) / 1e6 },
      judged: { value: held / (clients * FILE_BYTES), unit: 'x n files' },
      target: { atLeast: 0.9, atMost: 1.1 },
      detail,
    },
    {
      what: `/buffer of 100 MB, ${clients} clients: given back`,
      unit: 's',
      ours: tookS,
      baseline: null,
      judged: { value: tookS, unit: 's' },
      target: { atMost: 5 },
      detail,
    },
  ];
}

async function streamed(machine: Machine, server: ServerProcess): Promise<Finding> {
  const url = `${server.url}/stream?file=media&chunk=${CHUNK_BYTES}`;
  const download = () => loadResult(machine, 'download', url, String(CLIENTS));
  await download();
  await setTimeout(1000);
  const before = await residentOf(server);
  const threeTimes = (async () => {
    for (let round = 0; round < 3; round++) await download();
  })();
  const growth = (await mostResident(server, threeTimes)) - before;
  machine.say(`/stream, ${CLIENTS} clients, 1 MiB chunks: +${mb(growth)} MB`);
  return {
    what: `/stream of 100 MB, ${CLIENTS} clients, 1 MiB chunks: growth when warm`,
    unit: 'MB',
    ours: growth / 1e6,
    baseline: { what: `${CLIENTS} x 2 chunks`, value: (CLIENTS * 2 * CHUNK_BYTES) / 1e6 },
    judged: { value: growth / 1e6, unit: 'MB' },
    target: { atMost: (CLIENTS * 2 * CHUNK_BYTES) / 1e6 + 8 },
    detail: { before, growth },
  };
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
