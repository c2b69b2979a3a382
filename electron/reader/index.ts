import type { ReaderConfig } from '../ipc/lane-port';
import { Lane } from './lane';
import { mainPort } from './port';

/** The reader process: one lane, from main's first message until its port closes or main says so. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (!port) process.exit(1);
  const end = (): never => process.exit(0);
  const lane = new Lane(data as ReaderConfig, mainPort(port), end);
  process.parentPort.on('message', () => lane.close());
  void lane.open();
});
