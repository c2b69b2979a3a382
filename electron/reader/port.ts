import type { MessagePort as NodePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import type { FromReader } from '../ipc/lane-port';

/** The reader's end of a lane's port, whatever kind of port it is. */
export interface LanePort {
  post(message: FromReader): void;
  /** Starts listening; `closed` is called once when the other end has gone. */
  listen(heard: (message: unknown) => void, closed: () => void): void;
  close(): void;
}

/** The port that main handed over in a utility process. */
export function mainPort(port: MessagePortMain): LanePort {
  return {
    post: (message) => port.postMessage(message),
    listen(heard, closed) {
      port.on('message', (event) => heard(event.data));
      port.once('close', closed);
      port.start();
    },
    close: () => port.close(),
  };
}

/** A port of Node's own, outside Electron. */
export function nodePort(port: NodePort): LanePort {
  return {
    post: (message) => port.postMessage(message),
    listen(heard, closed) {
      port.on('message', heard);
      port.once('close', closed);
    },
    close: () => port.close(),
  };
}
