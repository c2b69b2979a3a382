import { connect } from 'node:net';
import { ourServer } from '../http/process';
import type { Row } from '../row';

const WATCHDOG_MS = 5000;
const TIMES = 5;
const MAX_OFF_MS = 50;

/** A client whose answer lasts too long sees its connection break when the watchdog's time is over. */
export const serverWatchdog: Row = {
  name: 'server-watchdog',
  async measure(machine) {
    const watchdog = ['--watchdog', `${String(WATCHDOG_MS / 1000)}s`];
    const server = await ourServer(machine, '--model', 'sync', '--seats', '1', ...watchdog);
    try {
      const brokeMs: number[] = [];
      // The seat comes back each time: with one seat, the next would else wait for ever.
      for (let time = 0; time < TIMES; time += 1) brokeMs.push(await brokenAfterMs(server.url));
      const off = brokeMs.map((ms) => Math.abs(ms - WATCHDOG_MS));
      const worst = Math.max(...off);
      machine.say(`connections broke after ${brokeMs.map((ms) => ms.toFixed()).join(', ')} ms`);
      return [
        {
          what: `watchdog of ${String(WATCHDOG_MS / 1000)} s: when the client's connection breaks, the worst of ${String(TIMES)}`,
          unit: 'ms off',
          ours: worst,
          baseline: null,
          judged: { value: worst, unit: 'ms' },
          target: { atMost: MAX_OFF_MS },
          detail: { brokeMs },
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

/** How long after its request a client of an answer without an end sees its connection break, ms. */
function brokenAfterMs(url: string): Promise<number> {
  const { port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let askedMs = NaN;
    let bytes = 0;
    socket.on('connect', () => {
      askedMs = performance.now();
      socket.write(`GET /stream?rate=1000 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    });
    socket.on('data', (data) => (bytes += data.length));
    // A broken connection may be reset.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (bytes > 0) resolve(performance.now() - askedMs);
      else reject(new Error('the connection closed before a byte of its answer'));
    });
  });
}
