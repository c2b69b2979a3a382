import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron';
import { DROPPED_CHANNEL, NOTES_CHANNELS, REQUEST_CHANNELS } from '../ipc/channels';
import type { RequestChannel, Reply } from '../ipc/contract';
import type { Sender } from '../ipc/router';
import { isAppUrl } from '../ipc/app-url';

/** What the window's messages reach. */
export interface WindowServices {
  /** Answers a request that has come through the gate. */
  answer: (channel: RequestChannel, sender: Sender, payload: unknown) => Promise<Reply>;
  /** The page of the presenter's notes, which may make the requests of notes alone; null while there is none. */
  notesPage: () => WebFrameMain | null;
  /** A file of the disk was dropped on the window. */
  dropped: (path: string) => void;
}

/**
 * Takes the window's requests in, with the word whether its own page sent them. Each asks for the services, which may
 * begin with the first; all wait until they are there.
 */
export function openRouter(window: BrowserWindow, services: () => Promise<WindowServices>): void {
  const trusted = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame === window.webContents.mainFrame && isAppUrl(frame.url);
  const channels = Object.keys(REQUEST_CHANNELS) as RequestChannel[];
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, payload: unknown) => {
      const { senderFrame } = event;
      const { answer, notesPage } = await services();
      const own = Object.hasOwn(NOTES_CHANNELS, channel)
        ? senderFrame !== null && senderFrame === notesPage()
        : trusted(senderFrame);
      return answer(channel, { trusted: own }, payload);
    });
  }
  // Only preload can send this, and it knows the path of a file only when the file is one of the disk.
  ipcMain.on(DROPPED_CHANNEL, (event, path: unknown) => {
    if (typeof path !== 'string' || !trusted(event.senderFrame)) return;
    void services().then(({ dropped }) => dropped(path));
  });
  window.once('closed', () => {
    channels.forEach((channel) => ipcMain.removeHandler(channel));
    ipcMain.removeAllListeners(DROPPED_CHANNEL);
  });
}
