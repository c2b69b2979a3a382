import { describe, expect, it } from 'vitest';
import { captionText } from '../../../../renderer/captions/caption';
import { serverCaption } from '../../../../renderer/server/captions/server-rules';
import {
  readServer,
  type ServerReading,
} from '../../../../renderer/server/captions/server-situation';
import type { Snapshot } from '../../../../renderer/server/state/history';
import { event, served } from '../made';

const snapshot = (change: Partial<Snapshot>): Snapshot => ({
  ...{
    type: 'snapshot',
    tMs: 0,
    model: 'sync',
    seats: 4,
    watchdogMs: null,
    clients: [],
    endpoints: [],
  },
  ...{ rssBytes: 0, connections: 0, feed: { source: 'test', viewers: 0, on: false, fps: 0 } },
  ...change,
});

const said = (change: Partial<ServerReading>): string =>
  captionText(
    serverCaption(
      readServer({
        ...{ phase: 'running', problem: null, model: 'sync', snapshot: snapshot({}) },
        ...{ recent: [], nowMs: 60_000 },
        ...change,
      }),
    ),
  );

const seated = (client: number) => served({ client, seat: client, seatedMs: 1 });

describe('captions of the server', () => {
  it('say where it stands when it is not running', () => {
    expect(said({ phase: 'stopped' })).toBe('The server is stopped. Start it, then add clients.');
    expect(said({ phase: 'starting' })).toMatch(/^The server is starting\. Only this computer/);
    const problem = 'Port 8417 is taken by another program; choose another port.';
    expect(said({ phase: 'failed', problem })).toBe(
      'Port 8417 is taken by another program. Choose another port.',
    );
  });

  it('say that nobody asks', () => {
    expect(said({})).toMatch(/^The server listens\. Nobody is asking\./);
  });

  it('name who waits for whom', () => {
    const clients = [1, 2, 3, 4].map(seated);
    const waiting = served({ client: 18 });
    expect(said({ snapshot: snapshot({ clients: [...clients, waiting] }) })).toBe(
      'All four seats are taken. Client 18 waits until someone leaves.',
    );
    const more = [...clients, waiting, served({ client: 19 })];
    expect(said({ snapshot: snapshot({ clients: more }) })).toBe(
      'All four seats are taken. 2 clients wait until someone leaves; client 18 is next.',
    );
  });

  it('name the client that reads slowly as the cause', () => {
    const slow = served({ client: 1, seat: 1, seatedMs: 1, step: 'drain' });
    const clients = [slow, served({ client: 2 })];
    expect(said({ snapshot: snapshot({ model: 'debug', seats: 1, clients }) })).toBe(
      'The only seat is taken. Client 2 waits until someone leaves. ' +
        'Client 1 reads slowly and keeps its seat until its last byte has left.',
    );
    expect(said({ snapshot: snapshot({ seats: 2, clients: [slow] }) })).toBe(
      '1 of 2 seats is taken. Client 1 reads slowly, so the server waits before it sends on.',
    );
  });

  it('count what an event loop has open', () => {
    const clients = [served({ client: 1, seatedMs: 1 }), served({ client: 2, seatedMs: 1 })];
    expect(said({ snapshot: snapshot({ model: 'async', seats: 0, clients }) })).toMatch(
      /^2 answers are open at once\. One event loop takes turns/,
    );
  });

  it('tell of a hand-over and of a refusal for a few seconds', () => {
    const clients = [1, 2, 3, 4].map(seated).concat(served({ client: 18 }));
    const full = snapshot({ clients });
    const handed = event({ kind: 'seated', client: 4, seat: 4, waitedMs: 11_200, tMs: 59_000 });
    expect(said({ snapshot: full, recent: [handed] })).toBe(
      'A seat has become free. Client 4 takes seat 4 after waiting 11.2 s.',
    );
    const refused = event({ kind: 'refused', client: 71, status: 503, tMs: 58_000 });
    expect(said({ snapshot: full, recent: [handed, refused] })).toBe(
      'The queue is full. Client 71 is refused with 503 and told when to come back.',
    );
    expect(said({ snapshot: full, recent: [handed, refused], nowMs: 63_000 })).toMatch(/^All four/);
  });

  it('say two and many in words', () => {
    const clients = Array.from({ length: 8 }, (_, i) => seated(i + 1));
    expect(said({ snapshot: snapshot({ seats: 8, clients }) })).toMatch(/^All eight seats/);
    expect(said({ snapshot: snapshot({ seats: 2, clients: clients.slice(0, 2) }) })).toMatch(
      /^Both seats are taken\./,
    );
  });

  it('say what a server without backpressure holds, beside what one with it does, and that it came to its cap', () => {
    const off = { endpoint: '/stream', target: '/stream?file=media&backpressure=off' } as const;
    const clients = [
      served({ client: 3, seat: 1, seatedMs: 1, heldBytes: 38e6, ...off }),
      served({ client: 4, seat: 2, seatedMs: 1, heldBytes: 1e6 }),
    ];
    const lead = 'With backpressure off, the server holds 38 MB that client 3 has not taken.';
    expect(said({ snapshot: snapshot({ clients }) })).toBe(
      `${lead} With it on, it holds 1 MB for client 4.`,
    );
    expect(said({ snapshot: snapshot({ clients: clients.slice(0, 1) }) })).toBe(
      `${lead} It reads on, whether or not anything is taken.`,
    );
    const capped = event({ kind: 'capped', client: 3, tMs: 59_000, sentBytes: 5e6 });
    expect(said({ recent: [capped] })).toBe(
      'The server has come to its memory cap and broken off the answer to client 3. Only 5 MB of it had been taken.',
    );
  });
});
