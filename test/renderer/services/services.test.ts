import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../electron/ipc/contract';
import { Services } from '../../../renderer/services/services';
import { eventually } from '../../eventually';

const ORIGIN = 'app://bufferscope';

/** The page, main as far as it answers, and what the room hears. */
function setUp() {
  const page = Object.assign(new EventTarget(), { location: { origin: ORIGIN } });
  const requests: [string, unknown][] = [];
  let exited: (notice: unknown) => void = () => undefined;
  let failing: string | null = null;
  const bridge = {
    request(channel: string, payload?: unknown) {
      requests.push([channel, payload]);
      return failing ? Promise.reject(new Error(failing)) : Promise.resolve(undefined);
    },
    on(_channel: string, listener: (notice: unknown) => void) {
      exited = listener;
      return () => undefined;
    },
  } as unknown as Bridge;
  const heard = {
    box: vi.fn(),
    ...{ server: vi.fn(), clients: vi.fn(), exited: vi.fn(), clientsFailed: vi.fn() },
  };
  const services = new Services(page as unknown as Window, bridge, heard);
  const start = async (): Promise<string> => {
    await services.start({
      port: 0,
      model: 'sync',
      seats: 1,
      watchdogMs: null,
      mediaId: null,
      feedSource: 'test',
    });
    return (
      requests.findLast(([channel]) => channel === 'server:start')?.[1] as { session: string }
    ).session;
  };
  const hand = (session: string, part: string, port: MessagePort, source: unknown = page): void => {
    const data = { bufferscope: 'service-port', session, part };
    const fields = { data, source, origin: ORIGIN, ports: [port] };
    page.dispatchEvent(Object.assign(new Event('message'), fields));
  };
  return {
    ...{ services, requests, heard, start, hand },
    exit: (notice: unknown) => exited(notice),
    fail: (message: string) => (failing = message),
  };
}

/** A port of which the test has the other end. */
function pair() {
  const { port1, port2 } = new MessageChannel();
  const got: unknown[] = [];
  port2.onmessage = ({ data }) => got.push(data);
  return { near: port1, far: port2, got, close: () => port2.close() };
}

describe('the ports of the Server room', () => {
  it('are taken for this session only, and carry words both ways', async () => {
    const { services, heard, start, hand } = setUp();
    const session = await start();
    const [stranger, ours] = [pair(), pair()];
    hand('another', 'server', stranger.near);
    hand(session, 'server', stranger.near, null);
    hand(session, 'server', ours.near);
    services.toServer({ type: 'drop', client: 1 });
    await eventually(() => expect(ours.got).toEqual([{ type: 'drop', client: 1 }]));
    ours.far.postMessage({ type: 'failed', message: 'No.' });
    await eventually(() =>
      expect(heard.server).toHaveBeenCalledWith({ type: 'failed', message: 'No.' }),
    );
    expect(stranger.got).toEqual([]);
    [stranger, ours].forEach(({ close }) => close());
  });

  it('start the clients when there is something to tell them, and tell all of it', async () => {
    const { services, requests, start, hand } = setUp();
    const session = await start();
    const says = { type: 'remove-all' } as const;
    services.toClients(says);
    services.toClients({ type: 'watch', id: 1 });
    expect(requests.filter(([channel]) => channel === 'clients:start')).toHaveLength(1);
    const clients = pair();
    hand(session, 'clients', clients.near);
    await eventually(() => expect(clients.got).toEqual([says, { type: 'watch', id: 1 }]));
    clients.close();
  });

  it('tell of a process that ended, if it is one of this session', async () => {
    const { heard, start, exit } = setUp();
    const session = await start();
    exit({ session: 'before', part: 'server', code: 1 });
    expect(heard.exited).not.toHaveBeenCalled();
    exit({ session, part: 'server', code: 1 });
    expect(heard.exited).toHaveBeenCalledWith('server', 1);
  });

  it('start the clients anew after their process has ended', async () => {
    const { services, requests, start, hand, exit } = setUp();
    const session = await start();
    services.toClients({ type: 'remove-all' });
    const clients = pair();
    hand(session, 'clients', clients.near);
    exit({ session, part: 'clients', code: 9 });
    services.toClients({ type: 'remove-all' });
    expect(requests.filter(([channel]) => channel === 'clients:start')).toHaveLength(2);
    clients.close();
  });

  it('say why there are no clients', async () => {
    const { services, heard, start, fail } = setUp();
    await start();
    fail('Start the server first.');
    services.toClients({ type: 'remove-all' });
    await eventually(() =>
      expect(heard.clientsFailed).toHaveBeenCalledWith('Start the server first.'),
    );
  });
});
