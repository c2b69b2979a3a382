import { MessageChannelMain, type WebContents } from 'electron';
import boxPath from '../../box/index?modulePath';
import clientsPath from '../../clients/index?modulePath';
import { SERVICE_PORT_CHANNEL } from '../../ipc/channels';
import type { Notice } from '../../ipc/contract';
import serverPath from '../../server/index?modulePath';
import { handPort } from '../notify';
import { ForkedProcess } from '../processes/forked-process';
import { ServerSupervisor } from './server-supervisor';

/** The supervisor of a window's Server room, with real processes. */
export function serverSupervisor(
  window: WebContents,
  exited: (notice: Notice<'server:exited'>) => void,
): ServerSupervisor {
  return new ServerSupervisor({
    newChannel: () => new MessageChannelMain(),
    forkServer: (start, port) =>
      new ForkedProcess(serverPath, { serviceName: 'Bufferscope server' }).begin(start, port),
    forkBox: (config, port) =>
      new ForkedProcess(boxPath, { serviceName: 'Bufferscope box' }).begin(config, port),
    forkClients: (config, port) =>
      new ForkedProcess(clientsPath, { serviceName: 'Bufferscope clients' }).begin(config, port),
    handOver: (session, part, port) =>
      handPort(window, SERVICE_PORT_CHANNEL, { session, part }, port),
    exited,
  });
}
