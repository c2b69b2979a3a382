import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, isNear, watchConnections } from '../../scripts/test-run/connections.mjs';
import { eventually } from '../eventually';

/** An address of this computer that is not its loopback; none where it has no network. */
const OUTER = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === 'IPv4' && !each.internal)?.address;

const children: ReturnType<typeof spawn>[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** A process of a process that holds a connection open, as a library deep in the app would. */
function connecting(host: string, port: number): void {
  const inner = `require('node:net').connect(${String(port)}, '${host}').on('error', () => {}); setInterval(() => {}, 1e3)`;
  const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}])`;
  children.push(spawn(process.execPath, ['-e', outer, 'x']));
}

async function listening(host: string): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe.runIf(process.platform === 'linux')('connections of processes', () => {
  it.runIf(OUTER)('to beyond loopback are seen, with who made them and where to', async () => {
    const server = await listening(OUTER ?? '');
    const watch = watchConnections(process.pid);
    connecting(OUTER ?? '', server.port);
    const to = `${OUTER ?? ''}:${String(server.port)}`;
    const seen = await eventually(() => {
      const found = watch.seen().filter((each) => each.to === to);
      expect(found.some(({ command }) => command.includes('node:net'))).toBe(true);
      return found;
    });
    expect(seen[0]).toMatchObject({ protocol: 'tcp' });
    watch.stop();
    server.close();
  });

  it('to loopback are nobody’s business', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const watch = watchConnections(process.pid);
    connecting('127.0.0.1', port);
    await once(server, 'connection');
    expect(watch.stop().filter(({ to }) => to.endsWith(`:${String(port)}`))).toEqual([]);
    server.close();
  });
});

describe('an address of the kernel', () => {
  it('is near when it is loopback or none', () => {
    for (const near of [
      '0100007F:1F90',
      '00000000:0000',
      '00000000000000000000000001000000:1F90',
      '0000000000000000FFFF00000100007F:0050',
      '0E00A8C0:0000',
    ]) {
      expect(isNear(near)).toBe(true);
    }
    for (const far of ['0E00A8C0:0050', '00000000000000000000000002000000:0050', '08080808:0035']) {
      expect(isNear(far)).toBe(false);
    }
  });

  it('is written as people do', () => {
    expect(addressOf('0E00A8C0:0050')).toBe('192.168.0.14:80');
    expect(addressOf('B80D0120000000000000000001000000:01BB')).toBe(
      '[2001:0db8:0000:0000:0000:0000:0000:0001]:443',
    );
  });
});
