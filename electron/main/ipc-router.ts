import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron';
import { REQUEST_CHANNELS } from '../ipc/channels';
import type { RequestChannel, Reply } from '../ipc/contract';
import type { Sender } from '../ipc/router';
import { isAppUrl } from '../ipc/app-url';

/** Answers a request that has come through the gate. */
export type RouteRequest = (
  channel: RequestChannel,
  sender: Sender,
  payload: unknown,
) => Promise<Reply>;

/**
 * Takes the window's requests in, with the word whether its own page sent them. The first makes `answer` begin;
 * all wait until it is there.
 */
export function openRouter(window: BrowserWindow, begin: () => Promise<RouteRequest>): void {
  let answer: Promise<RouteRequest> | undefined;
  const trusted = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame === window.webContents.mainFrame && isAppUrl(frame.url);
  const channels = Object.keys(REQUEST_CHANNELS) as RequestChannel[];
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, payload: unknown) => {
      const sender = { trusted: trusted(event.senderFrame) };
      answer ??= begin();
      return (await answer)(channel, sender, payload);
    });
  }
  window.once('closed', () => channels.forEach((channel) => ipcMain.removeHandler(channel)));
}
