import type { ReaderConfig } from '../ipc/lane-port';
import { Lane } from './lane';
import { mainPort } from './port';
import { rehearse } from './rehearsal';

/** The reader process: one lane, from main's first message until its port closes or main says so. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (!port) process.exit(1);
  const end = (): never => process.exit(0);
  const config = data as ReaderConfig;
  const ownPort = mainPort(port);
  const lane = new Lane(config, ownPort, end);
  process.parentPort.on('message', () => lane.close());
  void rehearse(config, ownPort).then(() => lane.open());
});
