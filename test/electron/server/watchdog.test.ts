import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { killAtMs, Watchdogs } from '../../../electron/server/workers/watchdog';
import { RunningServer, served } from './running-server';

describe('when a worker is killed', () => {
  it('a sync worker so long after it took up an answer, the others never', () => {
    expect(killAtMs('sync', 5000, 1200)).toBe(6200);
    expect(killAtMs('sync', null, 1200)).toBeNull();
    for (const model of ['debug', 'threads', 'async'] as const) {
      expect(killAtMs(model, 5000, 1200)).toBeNull();
    }
  });
});

describe('the timers of workers', () => {
  it('kill at their moment, once, and not who was done before', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const killed: number[] = [];
    const watchdogs = new Watchdogs((client) => killed.push(client));
    watchdogs.set(1, 5000);
    watchdogs.set(2, 5000);
    watchdogs.set(3, 9000);
    watchdogs.set(3, null);
    watchdogs.clear(2);
    vi.advanceTimersByTime(4999);
    expect(killed).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(killed).toEqual([1]);
    vi.advanceTimersByTime(60_000);
    expect(killed).toEqual([1]);
  });
});

describe('a watchdog', () => {
  async function started(model: 'sync' | 'threads', watchdogMs: number | null) {
    const text = served(Buffer.alloc(100_000, 'a'));
    return RunningServer.start({ model, seats: 1, watchdogMs, text });
  }

  it('breaks the connection at its time and gives the seat to who waits', async () => {
    const server = await started('sync', 600);
    const holder = await server.holder();
    const waiting = await server.get('/stream?rate=1');
    await server.happened(2, 'queued');
    await server.happened(1, 'killed');
    await holder.until(() => holder.closed);
    const killed = server.events.find(({ client, kind }) => client === 1 && kind === 'killed');
    expect(killed?.tookMs).toBeGreaterThanOrEqual(599);
    // The end of a chunked body never came.
    expect(holder.text.endsWith('0\r\n\r\n')).toBe(false);
    await server.happened(2, 'seated');
    await waiting.until(() => waiting.body.byteLength > 0);
  });

  it('leaves alone what is done in time, and every answer of another model', async () => {
    const server = await started('threads', 200);
    const holder = await server.holder();
    await holder.until(() => holder.body.byteLength > 8);
    expect(holder.closed).toBe(false);
    // From now on it is a sync worker: it was taken up long ago.
    server.server.dispatcher.setWorkers('sync', 1);
    await server.happened(1, 'killed');
    await holder.until(() => holder.closed);
  });
});
