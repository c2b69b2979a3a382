import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  DROPPED_CHANNEL,
  LANGUAGE_ARGUMENT,
  LANE_PORT_CHANNEL,
  NOTICE_CHANNELS,
  PRINT_PORT_CHANNEL,
  REQUEST_CHANNELS,
  SERVICE_PORT_CHANNEL,
  STAGE_PORT_CHANNEL,
} from '../ipc/channels';
import type { Bridge, LanePortMessage, ServicePortMessage, Reply } from '../ipc/contract';
import type { PrintPortMessage } from '../ipc/print-requests';
import type { StagePortMessage } from '../ipc/stage-port';
const request = async (channel: string, payload?: unknown): Promise<unknown> => {
  if (!Object.hasOwn(REQUEST_CHANNELS, channel)) throw new Error(`Unknown request "${channel}".`);
  const reply = (await ipcRenderer.invoke(channel, payload)) as Reply;
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
};

const on = (channel: string, listener: (notice: unknown) => void): (() => void) => {
  if (!Object.hasOwn(NOTICE_CHANNELS, channel)) throw new Error(`Unknown notice "${channel}".`);
  const heard = (_event: unknown, notice: unknown): void => listener(notice);
  ipcRenderer.on(channel, heard);
  return () => void ipcRenderer.off(channel, heard);
};

/** Main says the language with the window, so that the first picture is in it. */
const language = process.argv.find((word) => word.startsWith(LANGUAGE_ARGUMENT)) ?? '';

const bridge: Bridge = {
  language: language.slice(LANGUAGE_ARGUMENT.length) as Bridge['language'],
  request: request as Bridge['request'],
  on: on as Bridge['on'],
  pathOf: (file) => {
    const path = webUtils.getPathForFile(file);
    if (path !== '') ipcRenderer.send(DROPPED_CHANNEL, path);
    return path;
  },
};

contextBridge.exposeInMainWorld('bufferscope', bridge);

// Ports cannot cross the context bridge; a message to the own window carries them to the page.
ipcRenderer.on(
  LANE_PORT_CHANNEL,
  (event, { runId, method }: Pick<LanePortMessage, 'runId' | 'method'>) => {
    const message: LanePortMessage = { bufferscope: 'lane-port', runId, method };
    window.postMessage(message, location.origin, event.ports);
  },
);
ipcRenderer.on(
  SERVICE_PORT_CHANNEL,
  (event, { session, part }: Pick<ServicePortMessage, 'session' | 'part'>) => {
    const message: ServicePortMessage = { bufferscope: 'service-port', session, part };
    window.postMessage(message, location.origin, event.ports);
  },
);
ipcRenderer.on(PRINT_PORT_CHANNEL, (event) => {
  const message: PrintPortMessage = { bufferscope: 'print-port' };
  window.postMessage(message, location.origin, event.ports);
});
ipcRenderer.on(STAGE_PORT_CHANNEL, (event) => {
  const message: StagePortMessage = { bufferscope: 'stage-port' };
  window.postMessage(message, location.origin, event.ports);
});
