import { clientsConfigSchema } from '../ipc/clients-port';
import { ClientPool } from './client-pool';

/** The clients' process: real HTTP clients of our own server, until main says so or the window's port closes. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  const config = clientsConfigSchema.safeParse(data);
  if (!port || !config.success) process.exit(1);
  const crowd = new ClientPool(config.data.origins, (message) => port.postMessage(message));
  const end = (): never => {
    crowd.close();
    process.exit(0);
  };
  port.on('message', (event) => crowd.heard(event.data));
  port.once('close', end);
  process.parentPort.on('message', end);
  port.start();
  port.postMessage({ type: 'ready', pid: process.pid });
});
