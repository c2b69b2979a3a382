import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron';
import { REQUEST_CHANNELS } from '../ipc/channels';
import type { RequestChannel } from '../ipc/contract';
import { answer, type Handlers } from '../ipc/gate';
import { isAppUrl } from './scheme/app-url';

/** Lets the requests of this window's own page, and no others, through to the handlers. */
export function openGate(window: BrowserWindow, handlers: Handlers): void {
  const trusted = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame === window.webContents.mainFrame && isAppUrl(frame.url);
  for (const channel of Object.keys(REQUEST_CHANNELS) as RequestChannel[]) {
    ipcMain.handle(channel, (event, payload: unknown) =>
      answer(handlers, channel, { trusted: trusted(event.senderFrame) }, payload),
    );
  }
  window.once('closed', () => {
    for (const channel of Object.keys(REQUEST_CHANNELS)) ipcMain.removeHandler(channel);
  });
}
