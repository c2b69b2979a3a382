import { boxConfigSchema, toBoxSchema, type FromBox } from '../ipc/box-port';
import type { ServerListens } from '../ipc/server-port';
import { residentBytes } from '../process-memory';
import { Box } from './box';

/** The window is told this often, ms, while anything changes. */
const TELL_EVERY_MS = 200;

/** The box's process: a proxy before our own server, until main says so or the window's port closes. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  const config = boxConfigSchema.safeParse(data);
  if (!port || !config.success) process.exit(1);
  const post = (message: FromBox): void => port.postMessage(message);
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    post({ type: 'answers', answers: box.answers, rssBytes: residentBytes() });
    // The age of an answer that goes on grows.
    if (box.answers.some(({ state }) => state === 'open')) changed();
  };
  const changed = (): void => {
    timer ??= setTimeout(tell, TELL_EVERY_MS);
  };
  const box = new Box(config.data.target, changed);
  const end = (): void => {
    if (timer) clearTimeout(timer);
    void box.close().finally(() => process.exit(0));
  };
  port.on('message', ({ data: message }) => {
    const told = toBoxSchema.safeParse(message);
    if (told.success) box.settings = told.data.settings;
  });
  port.once('close', end);
  process.parentPort.on('message', end);
  port.start();
  box.listen().then(
    ({ origin }) => {
      const listens: ServerListens = { type: 'listening', origin };
      process.parentPort.postMessage(listens);
      post({ type: 'listening', url: origin, pid: process.pid });
    },
    () => process.exit(1),
  );
});
