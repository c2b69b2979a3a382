import { serverStartSchema, serverToldSchema, type ServerListens } from '../ipc/server-port';
import { Server } from './server';
import { speak } from '../words';
import { WindowPort } from './window-port';

/** The server process: listens with main's first message, until main says so or the window's port closes. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  const start = serverStartSchema.safeParse(data);
  if (!port || !start.success) process.exit(1);
  const { config } = start.data;
  let server: Server | null = null;
  const end = (): void => {
    window.close();
    void Promise.resolve(server?.close()).finally(() => process.exit(0));
  };
  const window = new WindowPort((message) => port.postMessage(message));
  port.on('message', (event) => window.obey(event.data));
  port.once('close', end);
  process.parentPort.on('message', ({ data: told }) => {
    const news = serverToldSchema.safeParse(told);
    if (news.success) speak(news.data.speaks);
    else end();
  });
  port.start();

  server = new Server(config, {
    camera: () => window.pictures.source(),
    heard: window.heard,
    log: (line) => console.error(line),
  });
  server.listen().then(
    ({ port: number, origin }) => {
      const listens: ServerListens = { type: 'listening', origin };
      process.parentPort.postMessage(listens);
      if (server) window.open(server, number, origin);
    },
    (error: unknown) => window.failed(config.port, error),
  );
});
