import type { BrowserWindow } from 'electron';
import type { Notice, NoticeChannel } from '../ipc/contract';

/** Sends a notice to the window; one that has gone hears nothing. */
export function notify<C extends NoticeChannel>(
  window: BrowserWindow,
  channel: C,
  notice: Notice<C>,
): void {
  if (!window.isDestroyed()) window.webContents.send(channel, notice);
}
